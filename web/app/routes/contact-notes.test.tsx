import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AddNoteDocument, type AddNoteMutationVariables, SendMessageDocument } from '../generated/graphql';
import { newColleague, viewer } from '../testing/actor';
import { contactPage, conversation, list, live, message, renderContact, thread, write } from '../testing/contact-page';

const ben = newColleague('ben', 'Ben Baker');
const noteOf = (number: number, content: string, more: object = {}) => ({
  ...message(number, content, 'USER'),
  isNote: true,
  ...more,
});

test('a note says by its words what it is, who wrote it and whom it mentions', async () => {
  const mentions = [{ ...viewer, __typename: 'Account' as const }];
  renderContact([
    contactPage(),
    thread('talk', [message(1, 'Hello'), noteOf(2, 'Ask @Vera Viewer first', { author: ben, mentions })]),
  ]);

  const mention = await screen.findByText('@Vera Viewer');
  expect(mention.tagName).toBe('STRONG');
  expect(mention.closest('li')).toHaveTextContent(/^NoteBen Baker.*Ask @Vera Viewer first$/);
});

test('a note of a colleague comes live, and is announced as one', async () => {
  renderContact([contactPage(), thread('talk', [message(1, 'Hello')]), live(noteOf(2, 'Careful', { author: ben }))]);

  expect(await screen.findByText('Careful')).toBeVisible();
  expect(screen.getByText('New note from Ben Baker: Careful')).toHaveAttribute('aria-live', 'polite');
});

test('a note that does not get through waits like a message, and goes out under the same key', async () => {
  const inputs: AddNoteMutationVariables['input'][] = [];
  const request = {
    query: AddNoteDocument,
    variables: ({ input }: Record<string, AddNoteMutationVariables['input']>) => {
      if (input) inputs.push(input);
      return true;
    },
  };
  const addNote = {
    __typename: 'AddNotePayload',
    message: noteOf(2, 'Careful'),
    conversation: conversation('talk', 'Delivery'),
    userErrors: [],
  };
  renderContact([
    contactPage(),
    thread('talk', [message(1, 'Hello')]),
    { request, delay: 20, error: new TypeError('Failed to fetch') },
    { request, delay: 20, result: { data: { addNote } } },
  ]);

  await userEvent.click(await screen.findByRole('button', { name: 'Note' }));
  await userEvent.type(screen.getByLabelText('Note for colleagues'), 'Careful{Enter}');

  expect(await screen.findByText('Waiting to be sent')).toBeVisible();
  await waitFor(() => expect(screen.queryByText('Waiting to be sent')).not.toBeInTheDocument());
  expect(list().getAllByText('Careful')).toHaveLength(1);
  expect(inputs).toHaveLength(2);
  expect(inputs[0]).toMatchObject({ conversationId: 'talk', content: 'Careful', mentionedIds: [] });
  expect(inputs[1]).toEqual(inputs[0]);
});

test('where somebody has written between the key and the sending, nothing is sent and the text comes back', async () => {
  const expected: unknown[] = [];
  const sending = (sendMessage: object): MockLink.MockedResponse => ({
    request: {
      query: SendMessageDocument,
      variables: ({ input }) => {
        expected.push(input.expectedNumber);
        return true;
      },
    },
    delay: 20,
    result: { data: { sendMessage: { __typename: 'SendMessagePayload', conversation: null, ...sendMessage } } },
  });
  const conflict = { __typename: 'UserError', code: 'CONFLICT', field: ['expectedNumber'], message: 'Somebody else.' };
  const bens = { ...message(2, 'On Monday', 'USER'), author: ben };
  const first = { ...thread('talk', [message(1, 'Hello')]), maxUsageCount: 1 };
  renderContact([
    contactPage(),
    first,
    sending({ message: null, userErrors: [conflict] }),
    thread('talk', [message(1, 'Hello'), bens]),
    sending({
      message: message(3, 'Tomorrow', 'USER'),
      conversation: conversation('talk', 'Delivery'),
      userErrors: [],
    }),
  ]);

  await write('Tomorrow');
  const question = await screen.findByRole('group', { name: 'Somebody has written meanwhile' });
  await waitFor(() => expect(question).toHaveTextContent('Ben Baker: On Monday'));
  expect(screen.getByLabelText('Message to Ann Lee')).toHaveValue('Tomorrow');
  expect(list().queryByText('Tomorrow')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Send anyway' }));

  await waitFor(() => expect(expected).toEqual([1, 2]));
  await waitFor(() => expect(list().getByText('Tomorrow')).toBeVisible());
  expect(screen.getByLabelText('Message to Ann Lee')).toHaveValue('');
});

test('of several that were too late, all come back in their order, before what is typed since', async () => {
  const conflict = { __typename: 'UserError', code: 'CONFLICT', field: ['expectedNumber'], message: 'Somebody else.' };
  renderContact([
    contactPage(),
    thread('talk', [message(1, 'Hello')]),
    {
      request: { query: SendMessageDocument, variables: () => true },
      delay: 1_500,
      maxUsageCount: 2,
      result: {
        data: {
          sendMessage: {
            __typename: 'SendMessagePayload',
            message: null,
            conversation: null,
            userErrors: [conflict],
          },
        },
      },
    },
  ]);

  await write('One');
  await write('Two');
  await userEvent.type(screen.getByLabelText('Message to Ann Lee'), 'Three');

  await waitFor(() => expect(screen.getByLabelText('Message to Ann Lee')).toHaveValue('One\n\nTwo\n\nThree'));
  expect(list().queryByText('One')).not.toBeInTheDocument();
});
