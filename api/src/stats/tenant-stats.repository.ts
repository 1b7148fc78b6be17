import type { EntityManager } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { tablesOf } from '../database/tables';
import type { DayCount } from './day-count';
import type { TenantTable } from './tenant-table';

const dayMs = 86_400_000;

export async function countContacts(manager: EntityManager): Promise<number> {
  const { contacts } = tablesOf(manager);
  const [row]: { count: number }[] = await manager.query(`select count(*) as count from ${contacts}`);
  return row?.count ?? 0;
}

export interface ConversationCounts {
  conversations: number;
  active: number;
  messages: number;
}

/** One pass over the conversations answers for the messages too: each conversation knows how many it has. */
export async function countConversations(manager: EntityManager): Promise<ConversationCounts> {
  const { conversations } = tablesOf(manager);
  const [row]: ConversationCounts[] = await manager.query(
    `select count(*) as conversations, count(*) filter (where status = 'active') as active,
            coalesce(sum(message_count), 0)::bigint as messages
     from ${conversations}`,
  );
  return row ?? { conversations: 0, active: 0, messages: 0 };
}

/**
 * Oldest day first, today (UTC) last. Message ids are UUIDv7 made from the message's time, so that a day is a range of the primary key
 * and no second index on the largest table is needed.
 */
export async function countMessagesPerDay(manager: EntityManager, days: number, now = new Date()): Promise<DayCount[]> {
  const { messages } = tablesOf(manager);
  const today = Math.floor(now.getTime() / dayMs) * dayMs;
  const starts = Array.from({ length: days + 1 }, (_, i) => today - (days - 1 - i) * dayMs);
  const rows: { day: number; count: number }[] = await manager.query(
    `select day::int as day, (select count(*) from ${messages} where id >= lower and id < upper) as count
     from unnest($1::uuid[], $2::uuid[]) with ordinality as days(lower, upper, day) order by day`,
    [starts.slice(0, -1).map(firstIdOf), starts.slice(1).map(firstIdOf)],
  );
  return rows.map(({ day, count }) => ({ date: new Date(starts[day - 1] ?? today).toISOString().slice(0, 10), count }));
}

function firstIdOf(msecs: number): string {
  return uuidV7({ msecs, seq: 0, random: new Uint8Array(16) });
}

/**
 * From the catalog alone: no table is read. On Citus the coordinator holds empty shells: sizes are asked of the workers, rows are not known.
 * A table that was never analysed has no estimate.
 */
export async function listTables(manager: EntityManager, schemaName: string): Promise<TenantTable[]> {
  const [engine]: { isCitus: boolean }[] = await manager.query(
    `select to_regprocedure('citus_total_relation_size(regclass,boolean)') is not null as "isCitus"`,
  );
  const size = engine?.isCitus ? 'citus_total_relation_size(oid, false)' : 'pg_total_relation_size(oid)';
  const rows = engine?.isCitus ? 'null' : 'nullif(reltuples, -1)';
  return manager.query(
    `select relname as name, relnatts::int as "columnCount", ${rows}::float8 as "estimatedRowCount", ${size}::float8 as "sizeBytes"
     from pg_class where relnamespace = $1::regnamespace and relkind = 'r' order by relname`,
    [schemaName],
  );
}
