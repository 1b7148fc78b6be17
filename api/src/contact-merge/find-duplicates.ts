import type { EntityManager } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { hasContactWork } from '../database/contact-work';
import { inTransaction } from '../database/in-transaction';
import { tablesOf } from '../database/tables';
import type { Due } from '../graphql/feature';
import { alikesOf } from './alike';

/** In one transaction, so that none takes long. */
const atOnce = 200;
/** So long, jobs of other companies may have to wait for one that compares. */
const longestTurnMs = 5_000;

/**
 * Compares the contacts that have changed since the last time with all others, a few at a time; and, once, all that were there before there was
 * such a search, and those whose changes the log no longer has. Answers when to go on; null where all are compared.
 */
export async function findDuplicatePairs({ manager, now, ...tenant }: Due): Promise<Date | null> {
  if (!hasContactWork(tenant)) return null;
  const until = performance.now() + longestTurnMs;
  while (performance.now() < until) {
    const isDone = await inTransaction(manager, (inside) => compareNext(inside, now));
    if (isDone) return null;
  }
  return now;
}

async function compareNext(manager: EntityManager, now: Date): Promise<boolean> {
  const { duplicate_search } = tablesOf(manager);
  const [search]: { lastSeq: number; lastId: string | null }[] = await manager.query(
    `select last_seq as "lastSeq", last_id as "lastId" from ${duplicate_search} where id = 1 for update`,
  );
  if (!search) throw new Error('expected the row of the search for duplicates');
  if (search.lastId !== null) return compareAllFrom(manager, search.lastId, now);
  return compareChanged(manager, search.lastSeq, now);
}

async function compareAllFrom(manager: EntityManager, lastId: string, now: Date): Promise<boolean> {
  const { contacts, duplicate_search } = tablesOf(manager);
  const next: { id: string }[] = await manager.query(
    `select id from ${contacts} where id > $1 order by id limit ${atOnce}`,
    [lastId],
  );
  const ids = next.map(({ id }) => id);
  await comparePairs(manager, ids, now);
  await manager.query(`update ${duplicate_search} set last_id = $1 where id = 1`, [
    ids.length < atOnce ? null : ids.at(-1),
  ]);
  return false;
}

async function compareChanged(manager: EntityManager, lastSeq: number, now: Date): Promise<boolean> {
  const { duplicate_search, events, event_counter } = tablesOf(manager);
  const [log]: { oldest: number | null; newest: number }[] = await manager.query(
    `select (select min(seq) from ${events}) as oldest, last_seq as newest from ${event_counter} where id = 1`,
  );
  const newest = log?.newest ?? 0;
  if (lastSeq >= newest) return true;
  if ((log?.oldest ?? newest + 1) > lastSeq + 1) {
    await manager.query(
      `update ${duplicate_search} set last_seq = $1, last_id = '00000000-0000-0000-0000-000000000000' where id = 1`,
      [newest],
    );
    return false;
  }
  const changed: { id: string; seq: number; type: string }[] = await manager.query(
    `select subject_id as id, seq, type from ${events} where seq > $1 order by seq limit ${5 * atOnce}`,
    [lastSeq],
  );
  const ids = [...new Set(changed.filter(({ type }) => type === 'contactChanged').map(({ id }) => id))];
  for (let from = 0; from < ids.length; from += atOnce)
    await comparePairs(manager, ids.slice(from, from + atOnce), now);
  await manager.query(`update ${duplicate_search} set last_seq = $1 where id = 1`, [changed.at(-1)?.seq ?? newest]);
  return false;
}

interface Alike {
  first: string;
  second: string;
  reasons: string[];
}

/** What these contacts are alike to by now is there afterwards, and what they no longer are is gone; what somebody has dismissed stays. */
async function comparePairs(manager: EntityManager, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  const tables = tablesOf(manager);
  const alike: Alike[] = await manager.query(
    `select distinct on (least(c.id, dh.id), greatest(c.id, dh.id))
       least(c.id, dh.id) as first, greatest(c.id, dh.id) as second, dh.reasons
     from ${tables.contacts} c cross join lateral (${alikesOf(tables, 'c')}) dh where c.id = any($1::uuid[])`,
    [ids],
  );
  const found = await stillThere(manager, alike);
  const pairs = [found.map(({ first }) => first), found.map(({ second }) => second)];
  await manager.query(
    `delete from ${tables.contact_duplicates} dp where dismissed_at is null and (first_id = any($1::uuid[]) or second_id = any($1::uuid[]))
       and not exists (select from unnest($2::uuid[], $3::uuid[]) as f(first_id, second_id)
         where f.first_id = dp.first_id and f.second_id = dp.second_id)`,
    [ids, ...pairs],
  );
  await manager.query(
    `insert into ${tables.contact_duplicates} (id, first_id, second_id, reasons, found_at)
     select f.id, f.first_id, f.second_id, string_to_array(f.reasons, ' '), $5::timestamptz
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) as f(id, first_id, second_id, reasons)
     on conflict (first_id, second_id) do update set reasons = excluded.reasons`,
    [found.map(() => uuidV7({ msecs: now.getTime() })), ...pairs, found.map(({ reasons }) => reasons.join(' ')), now],
  );
}

/** Held until the transaction ends: of a contact that is deleted at this moment there would be no row to refer to. */
async function stillThere(manager: EntityManager, alike: readonly Alike[]): Promise<Alike[]> {
  const { contacts } = tablesOf(manager);
  const held: { id: string }[] = await manager.query(
    `select id from ${contacts} where id = any($1::uuid[]) order by id for key share`,
    [[...new Set(alike.flatMap(({ first, second }) => [first, second]))]],
  );
  const ids = new Set(held.map(({ id }) => id));
  return alike.filter(({ first, second }) => ids.has(first) && ids.has(second));
}
