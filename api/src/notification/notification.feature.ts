import type { Feature } from '../graphql/feature';
import { Notification } from './notification';
import { newNotificationLoaders } from './notification.loaders';
import { purgeNotifications } from './notification.repository';
import { NotificationResolver, NotificationsReadResolver } from './notification.resolver';
import { notificationReads } from './notification.sql';
import { NotificationSettingsResolver } from './settings.resolver';

declare module '../database/tables' {
  interface TenantTables {
    notifications: string;
    notification_settings: string;
  }
}
declare module '../graphql/loaders' {
  interface Loaders extends ReturnType<typeof newNotificationLoaders> {}
}

export const notificationFeature: Feature = {
  entities: [Notification],
  tables: ['notifications', 'notification_settings'],
  resolvers: [NotificationResolver, NotificationsReadResolver, NotificationSettingsResolver],
  loaders: newNotificationLoaders,
  reads: notificationReads,
  guards: {
    Notification: 'conversations:read',
    NotificationsRead: 'conversations:read',
    NotificationSettings: 'conversations:read',
    'Query.unreadNotificationCount': 'conversations:read',
  },
  jobs: { purgeNotifications },
};
