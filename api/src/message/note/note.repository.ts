import type { EntityManager } from 'typeorm';
import { tablesOf } from '../../database/tables';

export interface Note {
  isNote: boolean;
  mentionedIds: string[];
}

export function findNotes(manager: EntityManager, messageIds: readonly string[]): Promise<(Note & { id: string })[]> {
  const { messages } = tablesOf(manager);
  return manager.query(
    `select m.id, m.is_note as "isNote", coalesce(m.mentioned_ids, '{}') as "mentionedIds" from ${messages} m
     where m.id = any($1::uuid[]) and m.is_note`,
    [messageIds],
  );
}
