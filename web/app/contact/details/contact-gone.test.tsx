import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ContactDetailsDeletionsDocument,
  DeleteContactDocument,
  RemainingContactDocument,
  RestoreContactDocument,
} from '../../generated/graphql';
import { newContactRow } from '../../testing/contact';
import { renderDetails } from '../../testing/contact-details';

const deletion: MockLink.MockedResponse = {
  request: {
    query: DeleteContactDocument,
    variables: { input: { id: 'ann' } },
  },
  result: {
    data: {
      deleteContact: {
        __typename: 'DeleteContactPayload',
        deletedContactId: 'ann',
        userErrors: [],
      },
    },
  },
};

const restoration: MockLink.MockedResponse = {
  request: {
    query: RestoreContactDocument,
    variables: { input: { id: 'ann' } },
  },
  result: {
    data: {
      restoreContact: {
        __typename: 'RestoreContactPayload',
        contact: newContactRow('ann', 'Ann Lee'),
        userErrors: [],
      },
    },
  },
};

const remove = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete contact' }));
};

test('a deletion leads to the list, and can be undone from there', async () => {
  renderDetails([deletion, restoration]);

  await remove();
  expect(await screen.findByText('Opened /tenant/acme/contacts')).toBeVisible();
  // The page takes clicks again once the last menu or dialog has gone from it.
  await waitFor(() => userEvent.click(screen.getByRole('button', { name: 'Undo' })));

  expect(await screen.findByRole('heading', { name: 'Details' })).toBeVisible();
});

test('a deletion that did not reach the API leaves the contact open', async () => {
  renderDetails([{ request: deletion.request, error: new TypeError('Failed to fetch') }]);

  await remove();

  expect(await screen.findByText(/Ann Lee was not deleted/)).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Details' })).toBeVisible();
});

test('a contact that someone else merges into another goes on there', async () => {
  renderDetails([
    {
      request: {
        query: ContactDetailsDeletionsDocument,
        variables: () => true,
      },
      delay: 60,
      result: { data: { contactDeleted: 'ann' } },
    },
    {
      request: { query: RemainingContactDocument, variables: { id: 'ann' } },
      result: {
        data: {
          contact: { __typename: 'Contact', id: 'anne', name: 'Anne Lee' },
        },
      },
    },
  ]);

  expect(await screen.findByText('Ann Lee was just merged into Anne Lee elsewhere.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('a contact that someone else deletes is left, with the way back', async () => {
  renderDetails([
    {
      request: {
        query: ContactDetailsDeletionsDocument,
        variables: () => true,
      },
      delay: 60,
      result: { data: { contactDeleted: 'ann' } },
    },
    {
      request: { query: RemainingContactDocument, variables: { id: 'ann' } },
      result: { data: { contact: null } },
    },
  ]);

  expect(await screen.findByText('Ann Lee was just deleted elsewhere.')).toBeVisible();
  expect(await screen.findByText('Opened /tenant/acme/contacts')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Undo' })).toBeVisible();
});
