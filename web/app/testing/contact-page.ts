import type { MockLink } from '@apollo/client/testing';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ContactDetailsChangesDocument,
  ContactDetailsDeletionsDocument,
  ContactPageDocument,
  ConversationPresenceDocument,
  ConversationsOfContactDocument,
  type DeliveryState,
  type LabelColour,
  type Priority,
  SaveDraftDocument,
  type SenderType,
  SendMessageDocument,
  type SendMessageMutationVariables,
  ThreadDocument,
  type ThreadMessage_MessageFragment,
  ThreadMessagesDocument,
} from '../generated/graphql';
import ContactRoute from '../routes/contact';
import { viewer } from './actor';
import { newContact } from './contact';
import { renderRoute } from './render-route';

type Author = ThreadMessage_MessageFragment['author'];

export const message = (number: number, content: string, senderType: SenderType = 'CONTACT', day = '2025-11-23') => ({
  __typename: 'Message' as const,
  id: `message-${number}`,
  number,
  senderType,
  content,
  createdAt: `${day}T10:0${number}:00.000Z`,
  author: viewer as Author,
  isNote: false,
  deliveryState: null as DeliveryState | null,
  deliveryReason: null as string | null,
  mentions: [] as { __typename: 'Account'; id: string; name: string }[],
});
type Message = ReturnType<typeof message>;

export const conversation = (
  id: string,
  subject: string | null,
  status: 'ACTIVE' | 'CLOSED' | 'SNOOZED' = 'ACTIVE',
) => ({
  __typename: 'Conversation' as const,
  id,
  subject,
  openingWords: null as string | null,
  status,
  snoozedUntil: null,
  priority: 'NONE' as Priority,
  assignee: null as { __typename: 'Account'; id: string; name: string } | null,
  labels: [] as { __typename: 'Label'; id: string; name: string; colour: LabelColour }[],
  isWaiting: false,
  waitingSince: null as string | null,
  unreadCount: 0,
  messageCount: 0,
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

export const contactPage = (conversations = [conversation('talk', 'Delivery')]): MockLink.MockedResponse => ({
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

export const messagesOf = (id: string, messages: Message[], startCursor: string | null = null) => ({
  __typename: 'Conversation',
  id,
  messages: { __typename: 'MessageConnection', nodes: messages, pageInfo: pageInfo(startCursor) },
});

export const thread = (
  id: string,
  messages: Message[],
  startCursor: string | null = null,
  subject: string | null = 'Delivery',
  contact = { __typename: 'Contact' as const, id: 'ann', name: 'Ann Lee' },
  more: object = {},
): MockLink.MockedResponse => ({
  request: { query: ThreadDocument, variables: { id } },
  maxUsageCount: Number.POSITIVE_INFINITY,
  result: {
    data: {
      conversation: {
        ...conversation(id, subject),
        ...messagesOf(id, messages, startCursor),
        contact,
        draft: null,
        noteDraft: null,
        scheduledMessages: [],
        ...more,
      },
    },
  },
});

export const live = (sent: Message): MockLink.MockedResponse => ({
  request: { query: ThreadMessagesDocument, variables: { id: 'talk' } },
  delay: 60,
  result: { data: { messageSent: sent } },
});

/** Takes what is kept, and notes it. */
export const keepsDrafts = (inputs: unknown[] = []): MockLink.MockedResponse => ({
  request: {
    query: SaveDraftDocument,
    variables: ({ input }) => {
      inputs.push(input);
      return true;
    },
  },
  maxUsageCount: Number.POSITIVE_INFINITY,
  result: ({ input }) => ({
    data: {
      saveDraft: {
        __typename: 'SaveDraftPayload',
        conversation: {
          __typename: 'Conversation',
          id: input.conversationId,
          [input.isNote ? 'noteDraft' : 'draft']: input.content,
        },
        userErrors: [],
      },
    },
  }),
});

/** Nothing is heard from the API while the page is open, but that it keeps drafts. */
export const silence: MockLink.MockedResponse[] = [
  ContactDetailsChangesDocument,
  ContactDetailsDeletionsDocument,
  ConversationsOfContactDocument,
  ThreadMessagesDocument,
  ConversationPresenceDocument,
]
  .map(
    (query): MockLink.MockedResponse => ({
      request: { query, variables: () => true },
      maxUsageCount: Number.POSITIVE_INFINITY,
      delay: Number.POSITIVE_INFINITY,
      result: { data: null },
    }),
  )
  .concat(keepsDrafts());

/** The answers to successive sends; each notes the input it was asked with. */
export function sends(...answers: (Message | 'fails')[]) {
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

export const renderContact = (mocks: MockLink.MockedResponse[], search = '', more: object = {}) =>
  renderRoute({
    Component: ContactRoute,
    path: '/tenant/:tenantId/contacts/:contactId',
    url: `/tenant/acme/contacts/ann${search}`,
    mocks: [...mocks, ...silence],
    ...more,
  });

export const list = () => within(screen.getByRole('region', { name: 'Messages' }));
export const day = (name: string) =>
  list().getByRole('heading', { level: 3, name }).closest('section') ?? document.body;
export const write = async (text: string) =>
  userEvent.type(await screen.findByLabelText('Message to Ann Lee'), `${text}{Enter}`);
