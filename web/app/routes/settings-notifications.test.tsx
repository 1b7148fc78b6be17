import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotificationSettingsDocument, UpdateNotificationSettingsDocument } from '../generated/graphql';
import { renderRoute } from '../testing/render-route';
import NotificationSettings from './settings-notifications';

const settings = (more: object = {}) => ({
  __typename: 'NotificationSettings',
  onAssigned: true,
  onMentioned: true,
  onReplied: true,
  onUnassigned: false,
  ...more,
});
const known: MockLink.MockedResponse = {
  request: { query: NotificationSettingsDocument },
  result: { data: { notificationSettings: settings() } },
};
const updates = (input: object): MockLink.MockedResponse => ({
  request: { query: UpdateNotificationSettingsDocument, variables: { input } },
  result: {
    data: {
      updateNotificationSettings: { __typename: 'P', notificationSettings: settings(input), userErrors: [] },
    },
  },
});

const renderSettings = (mocks: MockLink.MockedResponse[], permissions?: string[]) =>
  renderRoute({
    Component: NotificationSettings,
    path: '/tenant/:tenantId/settings/notifications',
    url: '/tenant/acme/settings/notifications',
    mocks,
    ...(permissions && { permissions }),
  });

test('each kind is switched by whoever may read, and switched back', async () => {
  renderSettings([known, updates({ onUnassigned: true }), updates({ onUnassigned: false })], ['conversations:read']);
  const kind = await screen.findByRole('checkbox', { name: /a conversation that is nobody’s/ });
  expect(kind).not.toBeChecked();

  await userEvent.click(kind);
  await waitFor(() => expect(kind).toBeChecked());
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));

  await waitFor(() => expect(kind).not.toBeChecked());
});

test('a browser that cannot show notifications is told of as such', async () => {
  renderSettings([known]);

  expect(await screen.findByText('This browser cannot show them.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Show them here' })).not.toBeInTheDocument();
});
