import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { type DraftOf, findDrafts } from './draft.repository';

const keyOf = ({ conversationId, writerId, isNote }: DraftOf): string => `${conversationId} ${writerId} ${isNote}`;

export const newDraftLoaders = (manager: EntityManager, { cache }: { cache: boolean }) => ({
  /** By conversation, writer and kind, since what is delivered to many is loaded once for all of them. */
  draft: new DataLoader<DraftOf, string | null, string>(
    async (asked) => {
      const drafts = new Map((await findDrafts(manager, asked)).map((draft) => [keyOf(draft), draft.content]));
      return asked.map((each) => drafts.get(keyOf(each)) ?? null);
    },
    { cache, cacheKeyFn: keyOf },
  ),
});
