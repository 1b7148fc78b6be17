import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { ContactMerge } from './contact-merge';
import type { DuplicateRow } from './duplicate';
import { findDuplicates } from './duplicate.repository';
import { listMergesOf } from './merge.repository';

export const newContactMergeLoaders = (manager: EntityManager, { cache }: { cache: boolean }) => ({
  /** By contact: those that may be the same person. */
  duplicatesOf: new DataLoader<string, DuplicateRow[]>(
    async (ids) => {
      const found = await findDuplicates(manager, ids);
      return ids.map((id) => found.filter((row) => row.of === id));
    },
    { cache },
  ),

  /** By contact: those that were merged into it and can be undone. */
  mergesOf: new DataLoader<string, ContactMerge[]>(
    async (ids) => {
      const merges = await listMergesOf(manager, ids);
      return ids.map((id) => merges.filter(({ intoId }) => intoId === id));
    },
    { cache },
  ),
});
