import type { MockLink } from '@apollo/client/testing';
import {
  MarkNotificationsReadDocument,
  NotificationAddedDocument,
  type NotificationKind,
  NotificationsDocument,
  NotificationsReadDocument,
  UnreadNotificationsDocument,
} from '../generated/graphql';
import { newColleague } from './actor';

/** Ben has given the viewer Ann’s conversation, unless it says otherwise. */
export const newNotification = (id: string, kind: NotificationKind = 'ASSIGNED', more: object = {}) => ({
  __typename: 'Notification' as const,
  id,
  kind,
  isRead: false,
  createdAt: '2026-11-20T09:00:00.000Z',
  actor: newColleague('ben', 'Ben Baker'),
  conversation: {
    __typename: 'Conversation' as const,
    id: 'talk',
    subject: 'Delivery',
    createdAt: '2026-11-01T09:00:00.000Z',
    contact: { __typename: 'Contact' as const, id: 'ann', name: 'Ann Lee' },
  },
  ...more,
});
type Row = ReturnType<typeof newNotification>;

export const notifications = (rows: Row[], endCursor: string | null = null): MockLink.MockedResponse => ({
  request: { query: NotificationsDocument, variables: () => true },
  maxUsageCount: Number.POSITIVE_INFINITY,
  delay: 20,
  result: {
    data: {
      notifications: {
        __typename: 'NotificationConnection',
        nodes: rows,
        pageInfo: {
          __typename: 'PageInfo',
          hasNextPage: endCursor !== null,
          hasPreviousPage: false,
          startCursor: null,
          endCursor,
        },
      },
    },
  },
});

export const unreadNotifications = (unreadNotificationCount: number): MockLink.MockedResponse => ({
  request: { query: UnreadNotificationsDocument },
  result: { data: { unreadNotificationCount } },
});

export const arrives = (added: Row, delay = 30): MockLink.MockedResponse => ({
  request: { query: NotificationAddedDocument, variables: () => true },
  delay,
  result: { data: { notificationAdded: added } },
});

/** On another of the viewer’s devices. */
export const isMarkedElsewhere = (
  ids: string[] | null,
  unreadNotificationCount: number,
  delay = 30,
): MockLink.MockedResponse => ({
  request: { query: NotificationsReadDocument },
  delay,
  result: { data: { notificationsRead: { __typename: 'NotificationsRead', ids, unreadNotificationCount } } },
});

/** Notes each input; so many are left. */
export const marks = (inputs: unknown[], unreadNotificationCount: number): MockLink.MockedResponse => ({
  request: {
    query: MarkNotificationsReadDocument,
    variables: ({ input }) => {
      inputs.push(input);
      return true;
    },
  },
  result: {
    data: { markNotificationsRead: { __typename: 'P', unreadNotificationCount, userErrors: [] } },
  },
});
