import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { ScheduledMessage } from './scheduled-message';
import { listScheduled } from './scheduled-message.repository';

export const newScheduledMessageLoaders = (manager: EntityManager, { cache }: { cache: boolean }) => ({
  /** By conversation, in order. */
  scheduledMessages: new DataLoader<string, ScheduledMessage[]>(
    async (ids) => {
      const rows = await listScheduled(manager, ids);
      return ids.map((id) => rows.filter(({ conversationId }) => conversationId === id));
    },
    { cache },
  ),
});
