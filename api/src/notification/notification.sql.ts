import { keyForms, readPageArgs } from '../graphql/pagination';
import { columnFields, computed, isoText, one, page, type Reads } from '../reads/reads';
import { Notification } from './notification';
import type { NotificationsArgs } from './notification.inputs';
import { notificationCount, notificationPage } from './notification.repository';

export const notificationReads: Reads = {
  rows: { Notification: { alias: 'nt', from: ({ notifications }) => notifications } },
  fields: {
    ...columnFields(Notification, 'nt'),
    'Notification.conversation': one('Conversation', () => 'v.id = nt.conversation_id'),
    'Notification.message': one('Message', () => 'm.id = nt.message_id'),
    'Notification.actor': one('Actor', () => 'a.id = nt.actor_id'),
    'Query.unreadNotificationCount': computed(
      (_, sql, { askerId }) => `(${notificationCount(sql, { recipientId: askerId, isUnread: true }, null)})`,
    ),
    'Query.notifications': page('Notification', (args, sql, { askerId }) => {
      const { isUnread = null, ...given } = args as unknown as NotificationsArgs;
      const asked = { recipientId: askerId, isUnread };
      const request = readPageArgs(given, keyForms.time);
      return {
        page: request,
        text: notificationPage(sql, asked, request, 'nt.*'),
        key: isoText('nt.created_at'),
        count: (atMost) => ({ text: `(${notificationCount(sql, asked, atMost)})`, isLong: false }),
      };
    }),
  },
};
