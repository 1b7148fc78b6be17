import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ContactListChangesDocument,
  ContactListDeletionsDocument,
  ContactListMessagesDocument,
  type SenderType,
} from '../generated/graphql';
import { newContactRow } from '../testing/contact';
import { answer, listOf, renderContacts, rows } from '../testing/contact-list';

test('a contact created elsewhere is announced, and shown when asked for', async () => {
  const created = newContactRow('cid', 'Cid Moe');
  renderContacts([
    answer(listOf([newContactRow('ann', 'Ann Lee')])),
    answer(listOf([created, newContactRow('ann', 'Ann Lee')])),
    {
      request: { query: ContactListChangesDocument, variables: () => true },
      delay: 60,
      result: { data: { contactChanged: created } },
    },
  ]);

  expect(await screen.findByText('1 new contact')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Cid Moe' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Show' }));

  expect(await screen.findByRole('link', { name: 'Cid Moe' })).toBeVisible();
  await waitFor(() => expect(screen.queryByText('1 new contact')).not.toBeInTheDocument());
});

test('a contact deleted elsewhere stays in its place, told as deleted', async () => {
  renderContacts([
    answer(listOf([newContactRow('ann', 'Ann Lee')])),
    {
      request: { query: ContactListDeletionsDocument, variables: () => true },
      delay: 60,
      result: { data: { contactDeleted: 'ann' } },
    },
  ]);

  expect(await screen.findByText('Deleted')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Ann Lee' })).not.toBeInTheDocument();
});

const [ann, bob] = [newContactRow('ann', 'Ann Lee'), newContactRow('bob', 'Bob Ray')];

const written = (contactId: string, senderType: SenderType = 'CONTACT'): MockLink.MockedResponse => ({
  request: { query: ContactListMessagesDocument, variables: () => true },
  delay: 60,
  result: {
    data: {
      messageSent: {
        __typename: 'Message',
        id: `message-of-${contactId}`,
        senderType,
        conversation: {
          __typename: 'Conversation',
          id: `${contactId}-0`,
          contact: { __typename: 'Contact', id: contactId },
        },
      },
    },
  },
});
const names = async () => (await rows()).map((row) => /Ann Lee|Bob Ray/.exec(row.textContent ?? '')?.[0]);

test('a contact who wrote is announced, and moves when asked for', async () => {
  renderContacts([answer(listOf([ann, bob])), answer(listOf([bob, ann])), written('bob')]);

  expect(await screen.findByText('1 contact wrote')).toBeVisible();
  expect(await names()).toEqual(['Ann Lee', 'Bob Ray']);
  await userEvent.click(screen.getByRole('button', { name: 'Show' }));

  await waitFor(async () => expect(await names()).toEqual(['Bob Ray', 'Ann Lee']));
  await waitFor(() => expect(screen.queryByText('1 contact wrote')).not.toBeInTheDocument());
});

test('a contact beyond the list who wrote is announced too', async () => {
  renderContacts([answer(listOf([ann])), written('bob')]);

  expect(await screen.findByText('1 contact wrote')).toBeVisible();
});

test.each([
  ['the contact is the first anyway', 'ann', 'CONTACT', ''],
  ['we wrote', 'bob', 'USER', ''],
  ['the list is ordered by name', 'bob', 'CONTACT', '?sort=name'],
] as const)('nothing is announced where %s', async (_, contactId, senderType, search) => {
  const created = newContactRow('cid', 'Cid Moe');
  renderContacts(
    [
      answer(listOf([ann, bob])),
      written(contactId, senderType),
      {
        request: { query: ContactListChangesDocument, variables: () => true },
        delay: 120,
        result: { data: { contactChanged: created } },
      },
    ],
    search,
  );

  // It comes after the message, and says that this has been heard.
  expect(await screen.findByText('1 new contact')).toBeVisible();
});
