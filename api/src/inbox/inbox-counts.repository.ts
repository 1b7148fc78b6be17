import type { EntityManager } from 'typeorm';
import { type Sql, sqlOf, type TenantTables, tablesOf } from '../database/tables';
import type { Label } from '../label/label';
import { labelOrder } from '../label/label.repository';

type Counter = (sql: Sql, askerId: string) => string;

const countOf =
  (condition: (sql: Sql, askerId: string) => string): Counter =>
  (sql, askerId) =>
    `select count(*)::int as count from ${sql.tables.conversations} v where ${condition(sql, askerId)}`;

/** Each but the unread ones is a range of one index, which answers without the table. */
export const counters = {
  mine: countOf(({ bind }, askerId) => `v.assignee_id = ${bind(askerId)}::uuid and v.status = 'active'`),
  unassigned: countOf(() => `v.assignee_id is null and v.status = 'active'`),
  waiting: countOf(() => `v.waiting_since is not null and v.status <> 'closed'`),
  // Joined, so that the planner may read the whole of a small table once instead of looking into it for each row.
  unread: ({ tables, bind }, askerId) =>
    `select count(*)::int as count from ${tables.conversations} v
     left join ${tables.conversation_reads} r on r.conversation_id = v.id and r.reader_id = ${bind(askerId)}::uuid
     where v.status = 'active' and v.message_count > coalesce(r.number, 0)`,
  open: countOf(() => `v.status = 'active'`),
  snoozed: countOf(() => `v.status = 'snoozed'`),
  closed: countOf(() => `v.status = 'closed'`),
} satisfies Record<string, Counter>;

export type View = keyof typeof counters;

export async function countView(manager: EntityManager, view: View, askerId: string): Promise<number> {
  const values: unknown[] = [];
  const text = counters[view](sqlOf(tablesOf(manager), values), askerId);
  const [row]: { count: number }[] = await manager.query(text, values);
  return row?.count ?? 0;
}

/** All labels, in order. */
export const labelCounts = ({ labels, conversation_labels, conversations }: TenantTables): string =>
  `select l.id, l.name, l.colour, l.created_at as "createdAt", (select count(*)::int from ${conversation_labels} cl join ${conversations} v on v.id = cl.conversation_id
     where cl.label_id = l.id and v.status = 'active') as count
   from ${labels} l order by ${labelOrder}`;

export const listLabelCounts = (manager: EntityManager): Promise<(Label & { count: number })[]> =>
  manager.query(labelCounts(tablesOf(manager)));
