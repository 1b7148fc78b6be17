import { hasContactWork } from '../database/contact-work';
import { inTransaction } from '../database/in-transaction';
import { tablesOf } from '../database/tables';
import type { Due } from '../graphql/feature';
import { inWriteTransaction } from '../graphql/write-transaction';
import { listUndoing, undoBatch } from './undo.batch';
import { forgottenAt, undoableSince } from './undo.request';

/** So long, jobs of other companies may have to wait for one that undoes. */
const longestTurnMs = 5_000;

/**
 * Takes imports back, each batch in a transaction of its own that says how far it has come: who comes after a process that died goes on there.
 * Answers when to go on, where the turn is over; null where nothing is left.
 */
export async function undoImports(scope: Due): Promise<Date | null> {
  if (!hasContactWork(scope)) return null;
  const until = performance.now() + longestTurnMs;
  for (const { id, undoneBy } of await listUndoing(scope.manager)) {
    while (await undoNext(scope, id, undoneBy)) if (performance.now() > until) return scope.now;
  }
  return null;
}

async function undoNext({ manager, schemaVersion, tell }: Due, id: string, actorId: string | null): Promise<boolean> {
  const { result, seq } = await inWriteTransaction(
    manager,
    { tenant: { schemaVersion }, actorId, memberId: null },
    { input: {}, work: async (inside) => ({ hasMore: await undoBatch(inside, id) }) },
  );
  tell(seq);
  return result.hasMore;
}

const rowsAtOnce = 5_000;

/** Forgets the rows of what was started 30 days ago, range by range. Answers when the next is due; null where nothing is left. */
export async function forgetImportRows({ manager, now, schemaVersion }: Due): Promise<Date | null> {
  if (!hasContactWork({ schemaVersion })) return null;
  const { imports, import_rows } = tablesOf(manager);
  const over: { id: string }[] = await manager.query(
    `select id from ${imports} im where created_at < $1 and state <> 'undoing'
       and exists (select from ${import_rows} r where r.import_id = im.id)`,
    [undoableSince(now)],
  );
  for (const { id } of over) {
    for (;;) {
      const [range]: { upTo: number | null }[] = await manager.query(
        `select max(number) as "upTo" from (
           select number from ${import_rows} where import_id = $1 order by number limit ${rowsAtOnce}) first`,
        [id],
      );
      if (!range?.upTo) break;
      await inTransaction(manager, (inside) =>
        inside.query(`delete from ${import_rows} where import_id = $1 and number <= $2`, [id, range.upTo]),
      );
    }
  }
  const [left]: { next: string | null }[] = await manager.query(
    `select min(created_at) as next from ${imports} where created_at >= $1`,
    [undoableSince(now)],
  );
  return left?.next ? forgottenAt(new Date(left.next)) : null;
}
