import type { EntityManager } from 'typeorm';
import { firstIdOf } from '../database/first-id';
import { type Sql, sqlOf, tablesOf } from '../database/tables';
import { badArgument } from '../graphql/errors';
import type { DayCount } from './day-count';
import type { TenantTable } from './tenant-table';

const dayMs = 86_400_000;

export const contactCount = (contacts: string): string => `select count(*) as count from ${contacts}`;

export async function countContacts(manager: EntityManager): Promise<number> {
  const [row]: { count: number }[] = await manager.query(contactCount(tablesOf(manager).contacts));
  return row?.count ?? 0;
}

export interface ConversationCounts {
  conversations: number;
  active: number;
  messages: number;
}

/** One pass over the conversations answers for the messages too: each conversation knows how many it has. */
export const conversationCounts = (conversations: string): string =>
  `select count(*) as conversations, count(*) filter (where status = 'active') as active,
     coalesce(sum(message_count), 0)::bigint as messages from ${conversations}`;

export async function countConversations(manager: EntityManager): Promise<ConversationCounts> {
  const [row]: ConversationCounts[] = await manager.query(conversationCounts(tablesOf(manager).conversations));
  return row ?? { conversations: 0, active: 0, messages: 0 };
}

export const maxDays = 366;

/** Errors: `BAD_USER_INPUT`. */
export function requireDays(days: number): number {
  if (days < 1 || days > maxDays) throw badArgument('days', `expected 1 to ${maxDays}, got ${days}.`);
  return days;
}

/** What is counted by day. */
export type Daily = 'messages' | 'opened' | 'closed';

const daily: Record<Daily, { table: 'messages' | 'conversations'; condition: string }> = {
  messages: { table: 'messages', condition: 'true' },
  opened: { table: 'conversations', condition: 'true' },
  // As its index has it: the line that each closing leaves in its thread.
  closed: { table: 'messages', condition: `sender_type = 'system' and content = 'Conversation closed'` },
};

const startOfToday = (now: Date): number => Math.floor(now.getTime() / dayMs) * dayMs;

/**
 * Oldest day first, today (UTC) last. Ids are UUIDv7 made from the row's time, so that a day is a range of them and no index by time is
 * needed on the largest tables.
 */
export function countPerDay({ tables, bind }: Sql, what: Daily, days: number, now = new Date()): string {
  const starts = Array.from({ length: days + 1 }, (_, i) => startOfToday(now) - (days - 1 - i) * dayMs);
  const dates = starts.slice(0, -1).map((start) => new Date(start).toISOString().slice(0, 10));
  const [from, to] = [starts.slice(0, -1), starts.slice(1)].map((each) => bind(each.map(firstIdOf)));
  const { table, condition } = daily[what];
  return `select day.date, (select count(*) from ${tables[table]} where id >= day.first and id < day.next and ${condition}) as count
    from unnest(${bind(dates)}::text[], ${from}::uuid[], ${to}::uuid[]) as day(date, first, next) order by day.date`;
}

export function listPerDay(manager: EntityManager, what: Daily, days: number): Promise<DayCount[]> {
  const values: unknown[] = [];
  return manager.query(countPerDay(sqlOf(tablesOf(manager), values), what, days), values);
}

/** Units: conversations, the newest of the days asked for; and lines of a thread between which a first question and its answer are looked for. */
const [mostConversations, nearLines] = [500, 50];

/** Seconds between the first words of the contact and the first answer, the median of the conversations opened in these days. */
export function medianFirstReply(
  { tables: { conversations, messages }, bind }: Sql,
  days: number,
  _tenant: { schemaVersion: string },
  now = new Date(),
): string {
  const first = bind(firstIdOf(startOfToday(now) - (days - 1) * dayMs));
  return `select round(percentile_cont(0.5) within group (order by extract(epoch from answer.at - question.at)::float8))::int as seconds
    from (select id from ${conversations} where id >= ${first}::uuid order by id desc limit ${mostConversations}) v
    cross join lateral (
      select number, created_at as at from ${messages}
      where conversation_id = v.id and number <= ${nearLines} and sender_type = 'contact' order by number limit 1) question
    cross join lateral (
      select created_at as at from ${messages}
      where conversation_id = v.id and number > question.number and number <= question.number + ${nearLines} and sender_type = 'user' and not is_note
      order by number limit 1) answer`;
}

export async function findMedianFirstReply(
  manager: EntityManager,
  days: number,
  tenant: { schemaVersion: string },
): Promise<number | null> {
  const values: unknown[] = [];
  const text = medianFirstReply(sqlOf(tablesOf(manager), values), days, tenant);
  const [row]: { seconds: number | null }[] = await manager.query(text, values);
  return row?.seconds ?? null;
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
