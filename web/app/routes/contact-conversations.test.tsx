import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CloseConversationDocument, ReopenConversationDocument, StartConversationDocument } from '../generated/graphql';
import { contactPage, conversation, message, renderContact, thread } from '../testing/contact-page';

test('closing a conversation can be undone', async () => {
  const payload = (__typename: string, status: 'ACTIVE' | 'CLOSED') => ({
    __typename,
    conversation: conversation('talk', 'Delivery', status),
    userErrors: [],
  });
  renderContact([
    contactPage(),
    thread('talk', [message(1, 'Hello')]),
    {
      request: { query: CloseConversationDocument, variables: { input: { id: 'talk' } } },
      result: { data: { closeConversation: payload('CloseConversationPayload', 'CLOSED') } },
    },
    {
      request: { query: ReopenConversationDocument, variables: { input: { id: 'talk' } } },
      result: { data: { reopenConversation: payload('ReopenConversationPayload', 'ACTIVE') } },
    },
  ]);

  await userEvent.click(await screen.findByRole('button', { name: 'Status: Active' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Close' }));
  expect(await screen.findByRole('button', { name: 'Status: Closed' })).toBeInTheDocument();
  const undo = await screen.findByRole('button', { name: 'Undo' });
  // The menu lets go of the page only when it has closed, which may be after the toast has come.
  await waitFor(() => expect(screen.queryByRole('menu')).not.toBeInTheDocument());
  await waitFor(() => expect(document.body).not.toHaveStyle({ pointerEvents: 'none' }));
  await userEvent.click(undo);

  expect(await screen.findByRole('button', { name: 'Status: Active' })).toBeInTheDocument();
});

test('a conversation that is started opens, ready to be written in', async () => {
  const started: MockLink.MockedResponse = {
    request: {
      query: StartConversationDocument,
      variables: ({ input }) => input.contactId === 'ann' && input.subject === 'Invoice',
    },
    result: {
      data: {
        startConversation: {
          __typename: 'StartConversationPayload',
          conversation: conversation('second', 'Invoice'),
          userErrors: [],
        },
      },
    },
  };
  renderContact([contactPage([]), started, thread('second', [], null, 'Invoice')]);
  expect(await screen.findByText('No conversation with Ann Lee yet')).toBeVisible();

  const [button] = screen.getAllByRole('button', { name: 'New conversation' });
  if (!button) throw new Error('expected a button that starts a conversation');
  await userEvent.click(button);
  await userEvent.type(await screen.findByLabelText('Subject'), 'Invoice{Enter}');

  expect(await screen.findByRole('heading', { level: 2, name: 'Invoice' })).toBeVisible();
  expect(screen.getByRole('link', { name: /Invoice/ })).toHaveAttribute(
    'href',
    expect.stringContaining('conversation=second'),
  );
  await waitFor(() => expect(screen.getByLabelText('Message to Ann Lee')).toHaveFocus());
});

test('a conversation without a subject is known by what was said first, else by the day it began', async () => {
  const [said, silent] = [
    { ...conversation('talk', null), openingWords: 'Where is my bicycle?' },
    conversation('second', null),
  ];
  renderContact([contactPage([said, silent]), thread('talk', [], null, null, undefined, said)]);

  expect(await screen.findByRole('heading', { level: 2, name: 'Where is my bicycle?' })).toBeVisible();
  expect(screen.getByRole('link', { name: /Where is my bicycle\?/ })).toBeVisible();
  expect(screen.getByRole('link', { name: /Conversation of (1 November|November 1,) 2026/ })).toBeVisible();
});
