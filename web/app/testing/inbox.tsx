import type { MockLink } from '@apollo/client/testing';
import { screen, within } from '@testing-library/react';
import { Outlet } from 'react-router';
import {
  ChangeConversationsDocument,
  CloseConversationDocument,
  InboxChangesDocument,
  InboxContactDocument,
  InboxCountsDocument,
  InboxDocument,
  InboxMessagesDocument,
  type InboxQueryVariables,
  SavedViewsDocument,
  UnreadCountDocument,
} from '../generated/graphql';
import Inbox from '../routes/inbox';
import InboxConversation from '../routes/inbox-conversation';
import InboxIndex from '../routes/inbox-index';
import { newContact } from './contact';
import { conversation, message, silence, thread } from './contact-page';
import { renderPages } from './render-route';

/** jsdom lays nothing out: the list is as high as a window. */
export function layOutLists(): void {
  Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, value: 800 });
  Object.defineProperty(Element.prototype, 'clientWidth', { configurable: true, value: 360 });
}

type Status = 'ACTIVE' | 'CLOSED' | 'SNOOZED';

const wordsOf = (id: string, name: string) => ({ ...message(1, `Words of ${name}`), id: `words-of-${id}` });

/** A conversation with somebody of that name, whose id is the name's first word, in small letters. */
export const newRow = (name: string, status: Status = 'ACTIVE') => {
  const id = name.split(' ')[0]?.toLowerCase() ?? name;
  return {
    ...conversation(id, `${name}’s question`, status),
    lastMessageAt: '2026-11-20T09:00:00.000Z',
    lastMessage: wordsOf(id, name),
    contact: { __typename: 'Contact' as const, id: `contact-${id}`, name },
  };
};
type Row = ReturnType<typeof newRow>;

type Wanted = (variables: InboxQueryVariables) => boolean;

export const inboxOf = (
  rows: Row[],
  { endCursor = null as string | null, wanted = (() => true) as Wanted } = {},
): MockLink.MockedResponse => ({
  request: { query: InboxDocument, variables: wanted as (variables: Record<string, unknown>) => boolean },
  result: {
    data: {
      conversations: {
        __typename: 'ConversationConnection',
        nodes: rows,
        pageInfo: { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor },
      },
    },
  },
});

export const threadOf = (name: string, more: object = {}): MockLink.MockedResponse[] => {
  const { id, contact } = newRow(name);
  const opened = thread(id, [wordsOf(id, name)], null, `${name}’s question`, contact, more);
  return [
    opened,
    {
      request: { query: InboxContactDocument, variables: { id } },
      maxUsageCount: Number.POSITIVE_INFINITY,
      result: {
        data: {
          conversation: { __typename: 'Conversation', id, contact: newContact({ id: contact.id, name }) },
        },
      },
    },
  ];
};

const counts: MockLink.MockedResponse = {
  request: { query: InboxCountsDocument },
  maxUsageCount: Number.POSITIVE_INFINITY,
  result: {
    data: {
      inboxCounts: {
        __typename: 'InboxCounts',
        mine: 1,
        unassigned: 2,
        open: 3,
        unread: 1,
        snoozed: 0,
        closed: 5,
        labels: [],
      },
    },
  },
};

export const closes = (id: string): MockLink.MockedResponse => ({
  request: { query: CloseConversationDocument, variables: { input: { id } } },
  result: {
    data: {
      closeConversation: {
        __typename: 'CloseConversationPayload',
        conversation: conversation(id, null, 'CLOSED'),
        userErrors: [],
      },
    },
  },
});

/** The answer to a change of all these at once, which notes its input; before, they were as their rows say, or closed where they are reopened. */
export const changesAll = (inputs: unknown[], rows: Row[], status: Status): MockLink.MockedResponse => ({
  request: {
    query: ChangeConversationsDocument,
    variables: ({ input }) => {
      inputs.push(input);
      return true;
    },
  },
  result: {
    data: {
      changeConversations: {
        __typename: 'ChangeConversationsPayload',
        results: rows.map((row) => ({
          __typename: 'ConversationChangeResult',
          id: row.id,
          conversation: { ...conversation(row.id, row.subject), status },
          before: {
            __typename: 'ConversationBefore',
            status: status === 'ACTIVE' ? 'CLOSED' : row.status,
            snoozedUntil: null,
            priority: row.priority,
            assigneeId: null,
            labelIds: [],
          },
          userErrors: [],
        })),
        userErrors: [],
      },
    },
  },
});

export const savedViews = (...views: object[]): MockLink.MockedResponse => ({
  request: { query: SavedViewsDocument },
  maxUsageCount: Number.POSITIVE_INFINITY,
  result: { data: { savedViews: views } },
});

/** The answer to one look at how many are unread. */
export const unreadCount = (unread: number): MockLink.MockedResponse => ({
  request: { query: UnreadCountDocument },
  result: { data: { inboxCounts: { __typename: 'InboxCounts', unread } } },
});

const nothingHappens: MockLink.MockedResponse[] = [InboxChangesDocument, InboxMessagesDocument].map((query) => ({
  request: { query, variables: () => true },
  maxUsageCount: Number.POSITIVE_INFINITY,
  delay: Number.POSITIVE_INFINITY,
  result: { data: null },
}));

export const renderInbox = (mocks: MockLink.MockedResponse[], at = '', permissions?: string[]) =>
  renderPages({
    pages: [
      {
        path: '/tenant/:tenantId/inbox',
        Component: Inbox,
        children: [
          { index: true, Component: InboxIndex },
          { path: ':conversationId', Component: InboxConversation },
        ],
      },
      { path: '/tenant/:tenantId/contacts', Component: Outlet },
    ],
    url: `/tenant/acme/inbox${at}`,
    mocks: [
      ...mocks,
      ...nothingHappens,
      ...silence,
      counts,
      savedViews(),
      { ...unreadCount(1), maxUsageCount: Number.POSITIVE_INFINITY },
    ],
    ...(permissions && { permissions }),
  });

export const rowNames = async () => {
  const list = await screen.findByRole('list', { name: 'Conversations' });
  const rows = within(list).queryAllByRole('listitem');
  return rows.map((row) => row.querySelector('[data-row]')?.textContent);
};
