import type { EntityManager } from 'typeorm';
import { type Sql, sqlOf, type TenantTables, tablesOf } from '../database/tables';
import { OrderDirection } from '../graphql/order-direction';
import type { PageRequest, Position } from '../graphql/pagination';
import { type ContactFilter, type ContactOrder, ContactOrderField } from './contact.inputs';
import { contactColumns, type SortedContact } from './contact.repository';
import { searchCondition } from './contact.search';

export interface ContactQuery {
  search: string | null;
  filter: ContactFilter;
  order: ContactOrder;
}

/** The expression of each order, with an index behind it, and the type its cursor's key is read back as. */
const sortKeys: Record<ContactOrderField, { expression: string; type: string }> = {
  [ContactOrderField.NAME]: { expression: 'lower(c.name collate "und-x-icu")', type: 'text' },
  [ContactOrderField.CREATED_AT]: { expression: 'c.created_at', type: 'timestamptz' },
  [ContactOrderField.LAST_ACTIVITY_AT]: { expression: 'a.last_activity_at', type: 'timestamptz' },
};

/** Rows in reading direction, one more than the page's size. */
export function listContacts(manager: EntityManager, query: ContactQuery, page: PageRequest): Promise<SortedContact[]> {
  const values: unknown[] = [];
  const sql = sqlOf(tablesOf(manager), values);
  return manager.query(contactPage(sql, query, page, contactColumns), values);
}

/** The statement of a page: the columns, of `contacts c` joined with `contact_activity a`, and `sortKey`. */
export function contactPage({ tables, bind }: Sql, query: ContactQuery, page: PageRequest, columns: string): string {
  const { contacts, contact_activity } = tables;
  const { expression, type } = sortKeys[query.order.field];
  const id = query.order.field === ContactOrderField.LAST_ACTIVITY_AT ? 'a.contact_id' : 'c.id';
  const conditions = conditionsOf(tables, query, bind);
  const cursors: string[] = [];

  const isAscending = (query.order.direction === OrderDirection.ASC) !== page.isBackward;
  const beyond = ({ key, id: lastId }: Position, sign: '<' | '>') =>
    `(${expression}, ${id}) ${sign} (${bind(key)}::${type}, ${bind(lastId)}::uuid)`;
  const forwards = query.order.direction === OrderDirection.ASC ? '>' : '<';
  if (page.after) cursors.push(beyond(page.after, forwards));
  if (page.before) cursors.push(beyond(page.before, forwards === '>' ? '<' : '>'));

  const direction = isAscending ? 'asc' : 'desc';
  const pageFrom = (source: string, wanted: string[]) =>
    `select ${columns}, ${expression}::text as "sortKey", ${expression} as "sort"
     from ${source}
     ${whereOf([...wanted, ...cursors])}
     order by ${expression} ${direction}, ${id} ${direction}
     limit ${page.size + 1}`;
  const all = `${contacts} c join ${contact_activity} a on a.contact_id = c.id`;
  if (!query.search) return pageFrom(all, conditions);

  const areFew = `(select count(*) from (select 1 from found limit ${fewMatches + 1}) probe) <= ${fewMatches}`;
  // Lateral, so that each match is looked up: the planner expects so many of them that it would read whole tables.
  const few = `(select id from found limit ${fewMatches}) few
    cross join lateral (select * from ${contacts} where id = few.id limit 1) c
    cross join lateral (select * from ${contact_activity} where contact_id = few.id limit 1) a`;
  return `with found as materialized (select c.id from ${contacts} c ${whereOf(conditions)})
     (${pageFrom(few, [areFew])}) union all (${pageFrom(all, [...conditions, `not ${areFew}`])})
     order by "sort" ${direction}, id ${direction}`;
}

/**
 * Up to so many matches of a search are found by its index and then sorted; of more, the first are soon met when walking along the order.
 * How many they are cannot be told from statistics: the planner took the long way for a rare word beside a common one, 198 ms against 2.
 */
const fewMatches = 1_000;

export async function countContacts(
  manager: EntityManager,
  query: ContactQuery,
  atMost: number | null,
): Promise<number> {
  const values: unknown[] = [];
  const sql = sqlOf(tablesOf(manager), values);
  const [row]: { count: number }[] = await manager.query(contactCount(sql, query, atMost), values);
  return row?.count ?? 0;
}

export function contactCount({ tables, bind }: Sql, query: ContactQuery, atMost: number | null): string {
  const conditions = conditionsOf(tables, query, bind);
  // Materialized, so that the way to the matches is chosen for all of them: for the first few alone, it would be a walk through the table.
  return `with found as materialized (select 1 from ${tables.contacts} c ${whereOf(conditions)})
     select count(*) as count from (select 1 from found limit ${bind(atMost)}::bigint) counted`;
}

export const positionOfContact = ({ sortKey, id }: SortedContact): Position => ({ key: sortKey, id });

function conditionsOf({ conversations }: TenantTables, { search, filter }: ContactQuery, bind: Sql['bind']): string[] {
  const conditions: string[] = [];
  if (search) conditions.push(searchCondition(search, bind));
  if (filter.source) conditions.push(`c.metadata->>'source' = any(${bind(filter.source)}::text[])`);
  if (filter.company) conditions.push(`c.metadata->>'company' = any(${bind(filter.company)}::text[])`);
  if (filter.createdAfter) conditions.push(`c.created_at >= ${bind(filter.createdAfter)}::timestamptz`);
  if (filter.createdBefore) conditions.push(`c.created_at < ${bind(filter.createdBefore)}::timestamptz`);
  if (filter.conversationStatus) {
    conditions.push(
      `exists (select 1 from ${conversations} v where v.contact_id = c.id and v.status = any(${bind(filter.conversationStatus)}::text[]))`,
    );
  }
  return conditions;
}

const whereOf = (conditions: string[]): string => (conditions.length > 0 ? `where ${conditions.join(' and ')}` : '');
