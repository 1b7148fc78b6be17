import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { countUnread, type Reading } from './unread.repository';

const keyOf = ({ conversationId, readerId }: Reading): string => `${conversationId} ${readerId}`;

export const newUnreadLoaders = (manager: EntityManager, { cache }: { cache: boolean }) => ({
  /** By conversation and reader, since what is delivered to many is loaded once for all of them. */
  unread: new DataLoader<Reading, number, string>(
    async (readings) => {
      const counts = new Map((await countUnread(manager, readings)).map((row) => [keyOf(row), row.count]));
      return readings.map((reading) => counts.get(keyOf(reading)) ?? 0);
    },
    { cache, cacheKeyFn: keyOf },
  ),
});
