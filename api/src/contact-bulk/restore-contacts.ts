import type { EntityManager } from 'typeorm';
import { namedAnew } from '../contact/contact.checks';
import { untrashContacts } from '../contact/contact.trash';
import { sqlState, sqlStateOf } from '../database/sql-state';
import type { UserError } from '../graphql/user-error';
import type { Write } from '../graphql/write-transaction';

interface Restored {
  ids: ReadonlySet<string>;
  /** Why one stays among the deleted ones. */
  refused: ReadonlyMap<string, UserError>;
}

/** All together, which is a dozen statements; only where one of them cannot come back, one by one. */
export async function bringBack(write: Write, ids: readonly string[]): Promise<Restored> {
  const { manager } = write;
  const together = await unlessTaken(manager, untrashing(write, ids));
  if (together) return { ids: new Set(together), refused: new Map() };
  const back: string[] = [];
  const refused = new Map<string, UserError>();
  for (const id of ids) {
    const one = await unlessTaken(manager, untrashing(write, [id]));
    if (one) back.push(...one);
    else refused.set(id, { ...namedAnew, field: ['ids'] });
  }
  return { ids: new Set(back), refused };
}

const untrashing = (write: Write, ids: readonly string[]) => () => untrashContacts(write.manager, ids, write);

/** Null where what it would write belongs to another by now; nothing of it is written then. */
async function unlessTaken<Result>(manager: EntityManager, work: () => Promise<Result>): Promise<Result | null> {
  await manager.query('savepoint before_restoring');
  try {
    const result = await work();
    await manager.query('release savepoint before_restoring');
    return result;
  } catch (error) {
    if (sqlStateOf(error) !== sqlState.uniqueViolation) throw error;
    await manager.query('rollback to savepoint before_restoring');
    return null;
  }
}
