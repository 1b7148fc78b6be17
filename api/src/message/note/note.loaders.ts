import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { findNotes, type Note } from './note.repository';

export const newNoteLoaders = (manager: EntityManager, { cache }: { cache: boolean }) => ({
  /** By message; null for one that is no note. */
  note: new DataLoader<string, Note | null>(
    async (ids) => {
      const byId = new Map((await findNotes(manager, ids)).map((note) => [note.id, note]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    { cache },
  ),
});
