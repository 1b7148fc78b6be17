import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { Desk } from './desk';
import { findDesks } from './desk.repository';

export const newDeskLoaders = (manager: EntityManager, { cache }: { cache: boolean }) => ({
  /** By conversation; null where that is gone. */
  desk: new DataLoader<string, Desk | null>(
    async (ids) => {
      const byId = new Map((await findDesks(manager, ids)).map(({ id, ...desk }) => [id, desk]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    { cache },
  ),
});
