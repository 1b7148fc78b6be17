import type { MockLink } from '@apollo/client/testing';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ConversationPresenceDocument, SetTypingDocument } from '../../generated/graphql';
import { newColleague, viewer } from '../../testing/actor';
import { field, onSend, renderComposer, show } from '../../testing/composer';
import { contactPage, message, renderContact, thread } from '../../testing/contact-page';
import { typingWords } from './presence';

const ben = newColleague('ben', 'Ben Baker');
const cy = newColleague('cy', 'Cy Cole');

jest.mock('../../apollo/provider', () => ({
  ...jest.requireActual('../../apollo/provider'),
  useLiveState: () => 'live',
}));

const presence = (viewers: object[], typing: object[]): MockLink.MockedResponse => ({
  request: { query: ConversationPresenceDocument, variables: { conversationId: 'talk' } },
  delay: 20,
  result: { data: { presence: { __typename: 'Presence', viewers, typing } } },
});

const talk = [contactPage(), thread('talk', [message(1, 'When?')])];

test('who else has the conversation open is named, and who of them writes is said', async () => {
  renderContact([...talk, presence([viewer, ben, cy], [ben])]);

  const here = within(await screen.findByRole('list', { name: 'Also here' }));

  expect(here.getAllByRole('listitem').map(({ title }) => title)).toEqual(['Ben Baker', 'Cy Cole']);
  expect(here.getByText('Ben Baker')).toBeInTheDocument();
  expect(screen.getByText('Ben is typing a reply…')).toHaveAttribute('aria-live', 'polite');
});

test('whoever is alone is told of nobody', async () => {
  renderContact([...talk, presence([viewer], [viewer])]);

  expect(await screen.findByText('When?')).toBeVisible();
  await act(() => new Promise<void>((resolve) => setTimeout(resolve, 100)));

  expect(screen.queryByRole('list', { name: 'Also here' })).not.toBeInTheDocument();
  expect(screen.queryByText(/typing/)).not.toBeInTheDocument();
});

test.each([
  [[], null],
  [[ben, cy], 'Ben and Cy are typing replies…'],
  [[ben, cy, viewer], 'Several are typing replies…'],
])('however many write, it is one line', (typing, words) => {
  expect(typingWords(typing)).toBe(words);
});

function tells(inputs: unknown[]): MockLink.MockedResponse {
  return {
    request: {
      query: SetTypingDocument,
      variables: ({ input }) => {
        inputs.push(input['isTyping']);
        return true;
      },
    },
    maxUsageCount: Number.POSITIVE_INFINITY,
    result: {
      data: { setTyping: { __typename: 'P', conversation: { __typename: 'Conversation', id: 'one' }, userErrors: [] } },
    },
  };
}

test('that a reply is being written is told once in a while, and that it is sent', async () => {
  const told: unknown[] = [];
  renderComposer([tells(told)], { isSeen: true });

  await userEvent.type(field(), 'On Monday');
  expect(told).toEqual([true]);
  await userEvent.keyboard('{Enter}');

  await waitFor(() => expect(onSend).toHaveBeenCalled());
  expect(told).toEqual([true, false]);
});

test('it is taken back where the text is deleted, or the conversation left', async () => {
  const told: unknown[] = [];
  renderComposer([tells(told)], { isSeen: true });

  await userEvent.type(field(), 'On');
  await userEvent.clear(field());
  expect(told).toEqual([true, false]);
  await userEvent.type(field(), 'On');
  show(null);

  expect(told).toEqual([true, false, true, false]);
});

test('nothing is told of notes, and where nobody is there to see it', async () => {
  const told: unknown[] = [];
  renderComposer([tells(told)], { isSeen: true });

  await userEvent.click(screen.getByRole('button', { name: 'Note' }));
  await userEvent.type(field(), 'For colleagues');
  await userEvent.click(screen.getByRole('button', { name: 'Reply' }));
  show('two', { isSeen: false });
  await userEvent.type(field(), 'For the contact');

  expect(told).toEqual([]);
});
