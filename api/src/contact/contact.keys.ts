import type { EntityManager } from 'typeorm';
import { tablesOf } from '../database/tables';

/**
 * Until the transaction ends, contacts of the tenant are looked up by their keys and made: one at a time by many that share it, who lock each
 * key besides, or very many by one that has it alone. A lock for each key of a large batch would fill the server's table of locks.
 */
export async function lockContactKeys(manager: EntityManager, how: 'shared' | 'alone'): Promise<void> {
  const { contacts } = tablesOf(manager);
  const lock = how === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await manager.query(`select ${lock}(hashtextextended($1, 0))`, [JSON.stringify([contacts, 'keys'])]);
}
