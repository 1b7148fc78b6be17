import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { Notification } from './notification';
import { findAt, type Moment } from './notification.repository';

const keyOf = ({ conversationId, at }: Moment): string => `${conversationId} ${at}`;

export const newNotificationLoaders = (manager: EntityManager, { cache }: { cache: boolean }) => ({
  /** By conversation and moment, of all members: whatever is delivered to many is read once for all of them. */
  notificationsAt: new DataLoader<Moment, Notification[], string>(
    async (moments) => {
      const found = await findAt(manager, moments);
      return moments.map((moment) =>
        found.filter(({ conversationId, createdAt }) => keyOf({ conversationId, at: createdAt }) === keyOf(moment)),
      );
    },
    { cache, cacheKeyFn: keyOf },
  ),
});
