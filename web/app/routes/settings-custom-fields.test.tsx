import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  CreateCustomFieldDocument,
  CustomFieldsDocument,
  DeleteCustomFieldDocument,
  MoveCustomFieldDocument,
  PurgeCustomFieldDocument,
  RestoreCustomFieldDocument,
  UpdateCustomFieldDocument,
} from '../generated/graphql';
import { renderRoute } from '../testing/render-route';
import CustomFieldsSettings from './settings-custom-fields';

const field = (id: string, name: string, more: object = {}) => ({
  __typename: 'CustomField',
  id,
  key: id,
  name,
  kind: 'TEXT',
  options: [],
  isRequired: false,
  deletedAt: null,
  ...more,
});

const tier = field('tier', 'Tier', { kind: 'CHOICE', options: ['Gold', 'Silver'] });
const seats = field('seats', 'Seats', { kind: 'NUMBER', isRequired: true });

const fields = (customFields: object[], deletedCustomFields: object[] = []): MockLink.MockedResponse => ({
  request: { query: CustomFieldsDocument },
  result: { data: { customFields, deletedCustomFields } },
});

const deleted = { ...tier, deletedAt: '2026-11-01T09:00:00.000Z' };

const renderFields = (mocks: MockLink.MockedResponse[], permissions?: string[]) =>
  renderRoute({
    Component: CustomFieldsSettings,
    path: '/tenant/:tenantId/settings/custom-fields',
    url: '/tenant/acme/settings/custom-fields',
    mocks,
    ...(permissions && { permissions }),
  });

const rows = async () => {
  const list = await screen.findByRole('list', { name: 'Custom fields' });
  return within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
};

test('a choice is made with an option a line, and the form is empty again', async () => {
  const input = { name: 'Tier', kind: 'CHOICE', isRequired: true, options: ['Gold', 'Silver'] };
  renderFields([
    fields([]),
    {
      request: { query: CreateCustomFieldDocument, variables: { input } },
      result: { data: { createCustomField: { __typename: 'P', customField: tier, userErrors: [] } } },
    },
    fields([tier]),
  ]);
  expect(await screen.findByText('No custom field yet')).toBeVisible();

  await userEvent.type(screen.getByLabelText(/Name/), 'Tier');
  await userEvent.click(screen.getByLabelText('Kind'));
  await userEvent.click(await screen.findByRole('option', { name: 'One of several' }));
  await userEvent.type(screen.getByLabelText(/Options/), 'Gold\n\n Silver ');
  await userEvent.click(screen.getByLabelText('Required for new contacts'));
  await userEvent.click(screen.getByRole('button', { name: 'Make field' }));

  expect(await rows()).toEqual(['TierOne of several · Gold, Silver']);
  await waitFor(() => expect(screen.getByLabelText(/Name/)).toHaveValue(''));
  expect(screen.getByLabelText(/Options/)).toHaveValue('');
});

test('what is wrong with the options is said at them', async () => {
  const message = 'There is an option "Gold" already.';
  const refusal = { __typename: 'UserError', code: 'INVALID', field: ['options'], message };
  renderFields([
    fields([tier]),
    {
      request: { query: UpdateCustomFieldDocument, variables: () => true },
      result: { data: { updateCustomField: { __typename: 'P', customField: null, userErrors: [refusal] } } },
    },
  ]);

  await userEvent.click(await screen.findByRole('button', { name: 'Change Tier' }));
  const list = within(screen.getByRole('list', { name: 'Custom fields' }));
  await userEvent.click(list.getByRole('button', { name: 'Save' }));

  expect(await screen.findByText(message)).toBeVisible();
  expect(list.getByLabelText(/Options/)).toHaveAccessibleDescription(expect.stringContaining(message));
});

test('a field is moved by its button, which keeps the focus, and the place is told', async () => {
  renderFields([
    fields([tier, seats]),
    {
      request: { query: MoveCustomFieldDocument, variables: { input: { id: 'seats', position: 0 } } },
      result: { data: { moveCustomField: { __typename: 'P', customFields: [seats, tier], userErrors: [] } } },
    },
    fields([seats, tier]),
  ]);
  const up = await screen.findByRole('button', { name: 'Move Seats up' });

  await userEvent.click(up);

  expect(await screen.findByText('Seats is number 1 of 2 now.')).toBeInTheDocument();
  expect((await rows())[0]).toContain('Seats');
  expect(screen.getByRole('button', { name: 'Move Seats up' })).toHaveFocus();
  expect(screen.getByRole('button', { name: 'Move Seats up' })).toHaveAttribute('aria-disabled', 'true');
});

test('a deleted field is brought back by the toast', async () => {
  renderFields([
    fields([tier]),
    {
      request: { query: DeleteCustomFieldDocument, variables: { input: { id: 'tier' } } },
      result: { data: { deleteCustomField: { __typename: 'P', deletedCustomFieldId: 'tier', userErrors: [] } } },
    },
    fields([], [deleted]),
    {
      request: { query: RestoreCustomFieldDocument, variables: { input: { id: 'tier' } } },
      result: { data: { restoreCustomField: { __typename: 'P', customField: tier, userErrors: [] } } },
    },
    fields([tier]),
  ]);

  await userEvent.click(await screen.findByRole('button', { name: 'Delete Tier' }));
  expect(await screen.findByRole('list', { name: 'Deleted fields' })).toHaveTextContent('Tier');
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));

  await waitFor(async () => expect(await rows()).toEqual(['TierOne of several · Gold, Silver']));
});

test('what is lost is said before the values go', async () => {
  renderFields([
    fields([], [deleted]),
    {
      request: { query: PurgeCustomFieldDocument, variables: { input: { id: 'tier' } } },
      result: { data: { purgeCustomField: { __typename: 'P', purgedCustomFieldId: 'tier', userErrors: [] } } },
    },
    fields([]),
  ]);

  await userEvent.click(await screen.findByRole('button', { name: 'Remove Tier for good' }));
  expect(await screen.findByRole('alertdialog')).toHaveTextContent('It cannot be brought back.');
  await userEvent.click(screen.getByRole('button', { name: 'Remove for good' }));

  await waitFor(() => expect(screen.queryByRole('list', { name: 'Deleted fields' })).not.toBeInTheDocument());
});

test('whoever may read alone sees the fields, and nothing to change them', async () => {
  renderFields([fields([tier, seats])], ['contacts:read']);

  expect(await rows()).toEqual(['TierOne of several · Gold, Silver', 'SeatsRequiredNumber']);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
