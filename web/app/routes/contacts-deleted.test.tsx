import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DeletedContactsDocument, EraseContactDocument, RestoreContactDocument } from '../generated/graphql';
import { newContactRow } from '../testing/contact';
import { renderRoute } from '../testing/render-route';
import DeletedContactsRoute from './contacts-deleted';

const ann = {
  __typename: 'DeletedContact',
  id: 'ann',
  name: 'Ann Lee',
  email: 'ann@acme.example',
  phone: null,
  company: 'Acme',
  conversationCount: 2,
  deletedAt: '2026-11-20T09:00:00.000Z',
  restorableUntil: '2026-12-20T09:00:00.000Z',
};

const answer = (nodes: object[]): MockLink.MockedResponse => ({
  request: { query: DeletedContactsDocument, variables: () => true },
  result: {
    data: {
      deletedContacts: {
        __typename: 'DeletedContactConnection',
        nodes,
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
    },
  },
});

const restoration = (contact: object | null): MockLink.MockedResponse => ({
  request: { query: RestoreContactDocument, variables: { input: { id: 'ann' } } },
  result: { data: { restoreContact: { __typename: 'RestoreContactPayload', contact, userErrors: [] } } },
});

const renderDeleted = (mocks: MockLink.MockedResponse[], permissions?: string[]) =>
  renderRoute({
    Component: DeletedContactsRoute,
    path: '/tenant/:tenantId/contacts/deleted',
    url: '/tenant/acme/contacts/deleted',
    mocks,
    destinations: ['/tenant/:tenantId/contacts/:contactId'],
    ...(permissions && { permissions }),
  });

test('a deleted contact is brought back, and can be opened', async () => {
  renderDeleted([answer([ann]), restoration(newContactRow('ann', 'Ann Lee')), answer([])]);

  expect(await screen.findByText('Acme · ann@acme.example · 2 conversations')).toBeVisible();
  expect(screen.getByText('20 Dec')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Restore Ann Lee' }));

  expect(await screen.findByText('Nothing was deleted lately')).toBeVisible();
  await waitFor(() => userEvent.click(screen.getByRole('button', { name: 'Open' })));
  expect(await screen.findByText('Opened /tenant/acme/contacts/ann')).toBeVisible();
});

test('one that could not be brought back stays, and can be tried again', async () => {
  renderDeleted([answer([ann]), restoration(null)]);

  await userEvent.click(await screen.findByRole('button', { name: 'Restore Ann Lee' }));

  expect(await screen.findByText('Ann Lee could not be brought back. Try again.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Restore Ann Lee' })).toBeVisible();
});

test('one is erased for good, and its receipt stays until it was seen', async () => {
  const receipt = {
    __typename: 'ErasureReceipt',
    id: 'receipt',
    contactId: 'ann',
    erasedAt: '2026-11-30T09:00:00.000Z',
    erasedBy: null,
    removed: [{ __typename: 'ErasedRows', table: 'deleted_contacts', count: 1 }],
    backups: 'Ask your operator.',
    remains: [],
  };
  renderDeleted([
    answer([ann]),
    {
      request: { query: EraseContactDocument, variables: { input: { id: 'ann', confirmName: 'Ann Lee' } } },
      result: { data: { eraseContact: { __typename: 'EraseContactPayload', receipt, userErrors: [] } } },
    },
    answer([]),
  ]);

  await userEvent.click(await screen.findByRole('button', { name: 'Erase Ann Lee for good' }));
  await userEvent.type(await screen.findByLabelText('Type Ann Lee to erase them'), 'Ann Lee{Enter}');
  expect(await screen.findByText('1 deleted contact')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Done' }));

  expect(await screen.findByText('Nothing was deleted lately')).toBeVisible();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('only admins erase from here', async () => {
  renderDeleted([answer([ann])], ['contacts:read', 'contacts:write']);

  expect(await screen.findByRole('button', { name: 'Restore Ann Lee' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /Erase/ })).not.toBeInTheDocument();
});

test('whoever may only read sees what was deleted, and brings nothing back', async () => {
  renderDeleted([answer([ann])], ['contacts:read']);

  expect(await screen.findByText('Ann Lee')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Restore/ })).not.toBeInTheDocument();
});
