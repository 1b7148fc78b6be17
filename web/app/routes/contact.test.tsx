import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { outbox } from '../conversation/outbox-store';
import {
  CloseConversationDocument,
  ContactDetailsChangesDocument,
  ContactDetailsDeletionsDocument,
  ContactPageDocument,
  ConversationsOfContactDocument,
  MissedMessagesDocument,
  OlderMessagesDocument,
  ReopenConversationDocument,
  type SenderType,
  SendMessageDocument,
  type SendMessageMutationVariables,
  StartConversationDocument,
  ThreadDocument,
  ThreadMessagesDocument,
} from '../generated/graphql';
import { newContact } from '../testing/contact';
import { renderRoute } from '../testing/render-route';
import ContactRoute from './contact';

const message = (number: number, content: string, senderType: SenderType = 'CONTACT', day = '2025-11-23') => ({
  __typename: 'Message' as const,
  id: `message-${number}`,
  number,
  senderType,
  content,
  createdAt: `${day}T10:0${number}:00.000Z`,
});
type Message = ReturnType<typeof message>;

const conversation = (id: string, subject: string | null, status: 'ACTIVE' | 'CLOSED' | 'SNOOZED' = 'ACTIVE') => ({
  __typename: 'Conversation' as const,
  id,
  subject,
  status,
  snoozedUntil: null,
  createdAt: '2026-11-01T09:00:00.000Z',
  lastMessageAt: null,
  lastMessage: null,
});

const pageInfo = (startCursor: string | null = null) => ({
  __typename: 'PageInfo' as const,
  hasNextPage: false,
  hasPreviousPage: startCursor !== null,
  startCursor,
  endCursor: null,
});

const contactPage = (conversations = [conversation('talk', 'Delivery')]): MockLink.MockedResponse => ({
  request: { query: ContactPageDocument, variables: () => true },
  maxUsageCount: Number.POSITIVE_INFINITY,
  result: {
    data: {
      contact: {
        ...newContact(),
        conversations: { __typename: 'ConversationConnection', nodes: conversations, pageInfo: pageInfo() },
      },
    },
  },
});

const messagesOf = (id: string, messages: Message[], startCursor: string | null = null) => ({
  __typename: 'Conversation',
  id,
  messages: { __typename: 'MessageConnection', nodes: messages, pageInfo: pageInfo(startCursor) },
});

const thread = (
  id: string,
  messages: Message[],
  startCursor: string | null = null,
  subject = 'Delivery',
): MockLink.MockedResponse => ({
  request: { query: ThreadDocument, variables: { id } },
  maxUsageCount: Number.POSITIVE_INFINITY,
  result: {
    data: {
      conversation: {
        ...conversation(id, subject),
        ...messagesOf(id, messages, startCursor),
        contact: { __typename: 'Contact', id: 'ann', name: 'Ann Lee' },
      },
    },
  },
});

const live = (sent: Message): MockLink.MockedResponse => ({
  request: { query: ThreadMessagesDocument, variables: { id: 'talk' } },
  delay: 60,
  result: { data: { messageSent: sent } },
});

const silence: MockLink.MockedResponse[] = [
  ContactDetailsChangesDocument,
  ContactDetailsDeletionsDocument,
  ConversationsOfContactDocument,
  ThreadMessagesDocument,
].map((query) => ({
  request: { query, variables: () => true },
  maxUsageCount: Number.POSITIVE_INFINITY,
  delay: Number.POSITIVE_INFINITY,
  result: { data: null },
}));

/** The answers to successive sends; each notes the input it was asked with. */
function sends(...answers: (Message | 'fails')[]) {
  const inputs: SendMessageMutationVariables['input'][] = [];
  const mocks = answers.map((answer): MockLink.MockedResponse => {
    const variables = ({ input }: Record<string, SendMessageMutationVariables['input']>) => {
      if (input) inputs.push(input);
      return true;
    };
    const request = { query: SendMessageDocument, variables };
    if (answer === 'fails') return { request, delay: 20, error: new TypeError('Failed to fetch') };
    const sendMessage = {
      __typename: 'SendMessagePayload',
      message: answer,
      conversation: conversation('talk', 'Delivery'),
      userErrors: [],
    };
    // Long enough for the message to be seen on its way.
    return { request, delay: 300, result: { data: { sendMessage } } };
  });
  return { inputs, mocks };
}

const renderContact = (mocks: MockLink.MockedResponse[], search = '') =>
  renderRoute({
    Component: ContactRoute,
    path: '/tenant/:tenantId/contacts/:contactId',
    url: `/tenant/acme/contacts/ann${search}`,
    mocks: [...mocks, ...silence],
  });

const list = () => within(screen.getByRole('region', { name: 'Messages' }));
const day = (name: string) => list().getByRole('heading', { level: 3, name }).closest('section') ?? document.body;
const write = async (text: string) =>
  userEvent.type(await screen.findByLabelText('Message to Ann Lee'), `${text}{Enter}`);

beforeEach(() => {
  sessionStorage.clear();
  for (const id of ['talk', 'second']) outbox.change(id, () => []);
});

test('the newest active conversation opens, its messages under their days', async () => {
  const conversations = [conversation('closed', 'Old matter', 'CLOSED'), conversation('talk', 'Delivery')];
  renderContact([
    contactPage(conversations),
    thread('talk', [message(1, 'Hello'), message(2, 'Good day', 'USER', '2025-11-24')]),
  ]);

  expect(await screen.findByRole('heading', { level: 2, name: 'Delivery' })).toBeVisible();
  const first = within(day('Sunday 23 November 2025'));
  const second = within(day('Monday 24 November 2025'));
  expect(first.getByText('Hello').closest('li')).toHaveTextContent('Ann Lee');
  expect(second.getByText('Good day').closest('li')).toHaveTextContent('You');
  expect(document.title).toBe('Ann Lee · Atrium');
});

test('the address decides which conversation is open', async () => {
  const conversations = [conversation('talk', 'Delivery'), conversation('second', 'Invoice')];
  renderContact([contactPage(conversations), thread('second', [], null, 'Invoice')], '?conversation=second');

  expect(await screen.findByRole('heading', { level: 2, name: 'Invoice' })).toBeVisible();
  expect(screen.getByRole('link', { name: /Invoice/ })).toHaveAttribute('aria-current', 'true');
  expect(screen.getByText('No message yet', { selector: 'p' })).toBeVisible();
});

test('a conversation of another contact is shown as unknown', async () => {
  const other = thread('talk', [message(1, 'Secret')]);
  const result = JSON.parse(JSON.stringify(other.result).replace('"id":"ann"', '"id":"bob"'));
  renderContact([contactPage(), { ...other, result }]);

  expect(await screen.findByText('There is no such conversation')).toBeVisible();
  expect(screen.queryByText('Secret')).not.toBeInTheDocument();
});

test('a contact that does not exist leads back to the list', async () => {
  renderContact([
    { request: { query: ContactPageDocument, variables: () => true }, result: { data: { contact: null } } },
  ]);

  expect(await screen.findByRole('heading', { level: 1, name: 'There is no such contact' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'All contacts' })).toHaveAttribute('href', '/tenant/acme/contacts');
});

test('a thread that could not be loaded can be asked for again', async () => {
  const failure = {
    request: { query: ThreadDocument, variables: { id: 'talk' } },
    error: new TypeError('Failed to fetch'),
  };
  renderContact([contactPage(), failure, thread('talk', [message(1, 'Hello')])]);

  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));

  expect(await screen.findByText('Hello')).toBeVisible();
});

test('a message shows at once, and as sent when the API has stored it', async () => {
  const { inputs, mocks } = sends(message(2, 'On its way', 'USER'));
  renderContact([contactPage(), thread('talk', [message(1, 'Hello')]), ...mocks]);

  await write('On its way');

  expect(await screen.findByText('Sending…')).toBeVisible();
  expect(list().getByText('On its way')).toBeVisible();
  await waitFor(() => expect(screen.queryByText('Sending…')).not.toBeInTheDocument());
  expect(list().getAllByText('On its way')).toHaveLength(1);
  expect(inputs).toMatchObject([{ conversationId: 'talk', content: 'On its way', senderType: 'USER' }]);
});

test('a message that failed stays, and another try carries the same key', async () => {
  const { inputs, mocks } = sends('fails', message(2, 'Are you there?', 'USER'));
  renderContact([contactPage(), thread('talk', [message(1, 'Hello')]), ...mocks]);
  await write('Are you there?');

  await userEvent.click(await screen.findByRole('button', { name: 'Retry' }));

  await waitFor(() => expect(screen.queryByRole('button', { name: 'Retry' })).not.toBeInTheDocument());
  await waitFor(() => expect(screen.queryByText('Sending…')).not.toBeInTheDocument());
  expect(list().getAllByText('Are you there?')).toHaveLength(1);
  expect(inputs).toHaveLength(2);
  expect(inputs[0]?.idempotencyKey).toMatch(/^[0-9a-f]{32}$/);
  expect(inputs[1]?.idempotencyKey).toBe(inputs[0]?.idempotencyKey);
});

test('a message that failed can be discarded', async () => {
  const { mocks } = sends('fails');
  renderContact([contactPage(), thread('talk', [message(1, 'Hello')]), ...mocks]);
  await write('Never mind');

  await userEvent.click(await screen.findByRole('button', { name: 'Discard' }));

  expect(screen.queryByText('Never mind')).not.toBeInTheDocument();
  expect(sessionStorage).toHaveLength(0);
});

test('what the contact writes appears, is announced, and takes no focus', async () => {
  renderContact([contactPage(), thread('talk', [message(1, 'Hello')]), live(message(2, 'One more thing'))]);
  await userEvent.type(await screen.findByLabelText('Message to Ann Lee'), 'I am writing');

  expect(await list().findByText('One more thing')).toBeVisible();
  expect(screen.getByText('New message: One more thing')).toHaveAttribute('aria-live', 'polite');
  expect(screen.getByLabelText('Message to Ann Lee')).toHaveFocus();
  expect(screen.getByLabelText('Message to Ann Lee')).toHaveValue('I am writing');
});

test('a gap in the numbers is filled with what was missed', async () => {
  const missed: MockLink.MockedResponse = {
    request: { query: MissedMessagesDocument, variables: { id: 'talk', afterNumber: 1 } },
    result: { data: { conversation: messagesOf('talk', [message(2, 'Missed'), message(3, 'Heard')]) } },
  };
  renderContact([contactPage(), thread('talk', [message(1, 'Hello')]), live(message(3, 'Heard')), missed]);

  await waitFor(() => expect(list().getByText('Missed')).toBeVisible());

  const texts = list()
    .getAllByRole('listitem')
    .map((item) => item.textContent);
  expect(texts.map((text) => /Hello|Missed|Heard/.exec(text ?? '')?.[0])).toEqual(['Hello', 'Missed', 'Heard']);
});

test('earlier messages are loaded on demand, until the first', async () => {
  const older: MockLink.MockedResponse = {
    request: { query: OlderMessagesDocument, variables: { id: 'talk', before: 'cursor' } },
    result: { data: { conversation: messagesOf('talk', [message(1, 'The very first')]) } },
  };
  renderContact([contactPage(), thread('talk', [message(2, 'Hello')], 'cursor'), older]);

  await userEvent.click(await screen.findByRole('button', { name: 'Show earlier messages' }));

  expect(await list().findByText('The very first')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Show earlier messages' })).not.toBeInTheDocument();
  expect(screen.getByText('The conversation begins here')).toBeVisible();
});

test('closing a conversation can be undone', async () => {
  const payload = (__typename: string, status: 'ACTIVE' | 'CLOSED') => ({
    __typename,
    conversation: { __typename: 'Conversation', id: 'talk', status, snoozedUntil: null },
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
  await userEvent.click(screen.getByRole('menuitem', { name: 'Close' }));
  expect(await screen.findByRole('button', { name: 'Status: Closed' })).toBeInTheDocument();
  // The menu lets go of the page only when it has closed.
  await waitFor(() => expect(document.body).not.toHaveStyle({ pointerEvents: 'none' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));

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
  await userEvent.type(screen.getByLabelText('Subject'), 'Invoice{Enter}');

  expect(await screen.findByRole('heading', { level: 2, name: 'Invoice' })).toBeVisible();
  expect(screen.getByRole('link', { name: /Invoice/ })).toHaveAttribute(
    'href',
    expect.stringContaining('conversation=second'),
  );
  await waitFor(() => expect(screen.getByLabelText('Message to Ann Lee')).toHaveFocus());
});
