import type { EntityManager } from 'typeorm';
import { tablesOf } from '../database/tables';

/**
 * What subjects are searched in, in the caller's transaction: a table of its own, since each message updates its conversation, which would
 * write the whole subject anew into an index there.
 */
export function keepSubject(manager: EntityManager, id: string, subject: string | null): Promise<unknown> {
  const { conversation_subjects } = tablesOf(manager);
  return subject === null
    ? manager.query(`delete from ${conversation_subjects} where conversation_id = $1`, [id])
    : manager.query(
        `insert into ${conversation_subjects} (conversation_id, subject) values ($1, $2)
         on conflict (conversation_id) do update set subject = excluded.subject`,
        [id, subject],
      );
}
