import type { EntityManager } from 'typeorm';
import { inTransaction } from '../database/in-transaction';
import { tablesOf } from '../database/tables';
import { eventsExpired } from '../graphql/errors';
import type { LiveEvent } from './event';

/** An event as it stands in the log. */
export interface LoggedEvent {
  /** Counts up within the tenant from 1, without gaps. */
  seq: number;
  type: LiveEvent['type'];
  /** Of the row that the event is about. */
  id: string;
  /** Of the row that it belongs to, such as a message's conversation. */
  parentId: string | null;
  occurredAt: string;
  /** Who did it; null for what came by itself, and for events from before there were accounts. */
  actorId: string | null;
}

const columns = `e.seq, e.type, e.subject_id as id, e.parent_id as "parentId", e.occurred_at as "occurredAt",
  e.actor_id as "actorId"`;

/**
 * The last statements of a write's transaction, in one round trip: whoever writes next waits from here to the commit, and for nothing more.
 * Since the counter's row is held until then, numbers become visible in their order: who reads on from the last one misses none.
 * Answers the number of the last event.
 */
export async function appendEvents(
  manager: EntityManager,
  events: LiveEvent[],
  { now, actorId }: { now: Date; actorId: string | null },
): Promise<number> {
  const { event_counter, events: log } = tablesOf(manager);
  const counted: Promise<[{ last: number }[], number]> = manager.query(
    `update ${event_counter} set last_seq = last_seq + $1 where id = 1 returning last_seq as last`,
    [events.length],
  );
  const [actorColumn, actor] = actorId === null ? ['', ''] : [', actor_id', ', $6::uuid'];
  const logged = manager.query(
    `with counter as materialized (select last_seq from ${event_counter} where id = 1)
     insert into ${log} (seq, type, subject_id, parent_id, occurred_at${actorColumn})
     select c.last_seq - $1 + e.nth, e.type, e.id, e.parent_id, $2::timestamptz${actor}
     from counter c, unnest($3::text[], $4::uuid[], $5::uuid[]) with ordinality as e(type, id, parent_id, nth)`,
    [
      events.length,
      now,
      events.map(({ type }) => type),
      events.map(({ id }) => id),
      events.map(({ parentId }) => parentId ?? null),
      ...(actorId === null ? [] : [actorId]),
    ],
  );
  const [[[counter]]] = await Promise.all([counted, logged]);
  if (!counter) throw new Error('expected the counter of the tenant’s events');
  return counter.last;
}

/** What follows on `after`, oldest first. */
export function readEvents(manager: EntityManager, after: number, atMost: number): Promise<LoggedEvent[]> {
  const { events } = tablesOf(manager);
  return manager.query(`select ${columns} from ${events} e where e.seq > $1 order by e.seq limit $2`, [after, atMost]);
}

export interface LogBounds {
  /** Of the oldest that is kept, less one: where a reader begins that wants all there is. */
  oldest: number;
  /** Of the newest there ever was; 0 before the first. */
  newest: number;
}

/**
 * Errors: `EVENTS_EXPIRED` for a number that is no longer kept, and for one that was never given, as of a database that was restored from
 * a copy: whoever waited for the rest there would miss all that comes first.
 */
export function requireWithin({ oldest, newest }: LogBounds, after: number): void {
  if (after < oldest || after > newest) throw eventsExpired(oldest);
}

export async function readBounds(manager: EntityManager): Promise<LogBounds> {
  const { event_counter, events } = tablesOf(manager);
  const [bounds]: LogBounds[] = await manager.query(
    `select c.last_seq as newest, coalesce((select min(seq) from ${events}) - 1, c.last_seq) as oldest
     from ${event_counter} c where c.id = 1`,
  );
  if (!bounds) throw new Error('expected the counter of the tenant’s events');
  return bounds;
}

const dayMs = 24 * 60 * 60 * 1_000;
const keepForMs = 7 * dayMs;

/** The day in which what is written now is removed. In full days, so that a tenant asks for one job in each. */
export const purgedAt = (writtenAt: number): Date => new Date(Math.ceil((writtenAt + keepForMs) / dayMs) * dayMs);

const atOnce = 5_000;

/**
 * Removes what is older than seven days, range by range. Answers when the next is due; null where nothing is left.
 * Numbers follow on each other as moments do, but for transactions that ran side by side: no index of moments is needed.
 */
export async function purgeEvents(manager: EntityManager, now: Date): Promise<Date | null> {
  const { events } = tablesOf(manager);
  const before = new Date(now.getTime() - keepForMs);
  for (;;) {
    const [range]: { upTo: number | null }[] = await manager.query(
      `select max(seq) as "upTo" from (select seq, occurred_at from ${events} order by seq limit ${atOnce}) oldest where occurred_at < $1`,
      [before],
    );
    if (!range?.upTo) break;
    await inTransaction(manager, (inside) => inside.query(`delete from ${events} where seq <= $1`, [range.upTo]));
  }
  const [left]: { oldest: string }[] = await manager.query(
    `select occurred_at as oldest from ${events} order by seq limit 1`,
  );
  return left ? purgedAt(Date.parse(left.oldest)) : null;
}
