import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DeskRulesDocument, SetDeskRulesDocument } from '../generated/graphql';
import { readPreferences } from '../preferences';
import { renderRoute } from '../testing/render-route';
import RulesSettings from './settings-rules';

const rules = (assignsFirstAnswer: boolean) => ({ __typename: 'DeskRules', assignsFirstAnswer });
const known: MockLink.MockedResponse = {
  request: { query: DeskRulesDocument },
  result: { data: { deskRules: rules(true) } },
};
const sets = (assignsFirstAnswer: boolean): MockLink.MockedResponse => ({
  request: { query: SetDeskRulesDocument, variables: { input: { assignsFirstAnswer } } },
  result: { data: { setDeskRules: { __typename: 'P', deskRules: rules(assignsFirstAnswer), userErrors: [] } } },
});

const renderRules = (mocks: MockLink.MockedResponse[], permissions?: string[]) =>
  renderRoute({
    Component: RulesSettings,
    path: '/tenant/:tenantId/settings/rules',
    url: '/tenant/acme/settings/rules',
    mocks,
    ...(permissions && { permissions }),
  });

test('an admin changes a rule for everybody, and takes it back', async () => {
  renderRules([known, sets(false), sets(true)]);
  const rule = await screen.findByRole('checkbox', { name: /Whoever first answers/ });
  expect(rule).toBeChecked();

  await userEvent.click(rule);
  await waitFor(() => expect(rule).not.toBeChecked());
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));

  await waitFor(() => expect(rule).toBeChecked());
});

test('a member reads the rules', async () => {
  renderRules([known], ['conversations:read', 'conversations:write']);

  expect(await screen.findByText('yes')).toBeVisible();
  expect(screen.queryByRole('checkbox', { name: /Whoever first answers/ })).not.toBeInTheDocument();
});

test('whether the next conversation opens is one’s own choice, and remembered', async () => {
  renderRules([known]);
  const habit = await screen.findByRole('checkbox', { name: /Open the next conversation/ });
  expect(habit).toBeChecked();

  await userEvent.click(habit);
  expect(habit).not.toBeChecked();
  expect(readPreferences(document.cookie).opensNext).toBe(false);
  await userEvent.click(habit);

  expect(readPreferences(document.cookie).opensNext).toBe(true);
});
