import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CreateLabelDocument, DeleteLabelDocument, LabelsDocument, UpdateLabelDocument } from '../generated/graphql';
import { renderRoute } from '../testing/render-route';
import LabelsSettings from './settings-labels';

const label = (id: string, name: string, colour = 'GRAY') => ({ __typename: 'Label', id, name, colour });

const labels = (...all: object[]): MockLink.MockedResponse => ({
  request: { query: LabelsDocument },
  result: { data: { labels: all } },
});

const renderLabels = (mocks: MockLink.MockedResponse[], permissions?: string[]) =>
  renderRoute({
    Component: LabelsSettings,
    path: '/tenant/:tenantId/settings/labels',
    url: '/tenant/acme/settings/labels',
    mocks,
    ...(permissions && { permissions }),
  });

const rows = () => screen.findAllByRole('listitem').then((all) => all.map(({ textContent }) => textContent));

test('a label is made, and stands in the list', async () => {
  renderLabels([
    labels(),
    {
      request: { query: CreateLabelDocument, variables: { input: { name: 'Billing', colour: 'GRAY' } } },
      result: { data: { createLabel: { __typename: 'P', label: label('l1', 'Billing'), userErrors: [] } } },
    },
    labels(label('l1', 'Billing')),
  ]);
  expect(await screen.findByText('No label yet')).toBeVisible();

  await userEvent.type(screen.getByLabelText(/Name/), 'Billing{Enter}');

  expect(await rows()).toEqual(['Billing']);
  await waitFor(() => expect(screen.getByLabelText(/Name/)).toHaveValue(''));
});

test('a name that is taken is said at its field', async () => {
  const message = 'There is a label of this name.';
  const refusal = { __typename: 'UserError', code: 'TAKEN', field: ['name'], message };
  renderLabels([
    labels(label('l1', 'Billing')),
    {
      request: { query: CreateLabelDocument, variables: { input: { name: 'billing', colour: 'GRAY' } } },
      result: { data: { createLabel: { __typename: 'P', label: null, userErrors: [refusal] } } },
    },
  ]);

  await userEvent.type(await screen.findByLabelText(/Name/), 'billing{Enter}');

  expect(await screen.findByText(message)).toBeVisible();
});

test('a label is renamed where it stands', async () => {
  renderLabels([
    labels(label('l1', 'Biling', 'RED')),
    {
      request: { query: UpdateLabelDocument, variables: { input: { id: 'l1', name: 'Billing', colour: 'RED' } } },
      result: { data: { updateLabel: { __typename: 'P', label: label('l1', 'Billing', 'RED'), userErrors: [] } } },
    },
    labels(label('l1', 'Billing', 'RED')),
  ]);

  await userEvent.click(await screen.findByRole('button', { name: 'Change Biling' }));
  const row = within(screen.getByRole('listitem'));
  await userEvent.clear(row.getByLabelText(/Name/));
  await userEvent.type(row.getByLabelText(/Name/), 'Billing{Enter}');

  expect(await screen.findByRole('button', { name: 'Change Billing' })).toBeVisible();
});

test('a label is deleted after a question, by admins alone', async () => {
  renderLabels([
    labels(label('l1', 'Billing'), label('l2', 'Sales')),
    {
      request: { query: DeleteLabelDocument, variables: { input: { id: 'l1' } } },
      result: { data: { deleteLabel: { __typename: 'P', deletedLabelId: 'l1', userErrors: [] } } },
    },
    labels(label('l2', 'Sales')),
  ]);

  await userEvent.click(await screen.findByRole('button', { name: 'Delete Billing' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Delete label' }));

  await waitFor(async () => expect(await rows()).toEqual(['Sales']));
});

test('whoever may read alone sees the labels, and nothing to change them', async () => {
  renderLabels([labels(label('l1', 'Billing'))], ['conversations:read']);

  expect(await rows()).toEqual(['Billing']);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
