import type { EntityManager } from 'typeorm';
import { fieldConditionSql, isIndexed } from '../custom-field/field-condition.sql';
import { hasContactWork } from '../database/contact-work';
import { countUpTo } from '../database/count-up-to';
import { firstIdOf } from '../database/first-id';
import { type Sql, sqlOf, tablesOf } from '../database/tables';
import { OrderDirection } from '../graphql/order-direction';
import type { PageRequest, Position } from '../graphql/pagination';
import { e164From, isUuid } from '../graphql/text';
import { type ContactFilter, type ContactOrder, ContactOrderField } from './contact.inputs';
import { contactColumns, furtherKeys, type SortedContact } from './contact.repository';
import { searchCondition } from './contact.search';

export interface ContactQuery {
  search: string | null;
  filter: ContactFilter;
  order: ContactOrder;
  tenant: { schemaVersion: string };
  /** Only these. */
  ids?: readonly string[];
}

/** The expression of each order, with an index behind it, and the type its cursor's key is read back as. */
const sortKeys: Record<ContactOrderField, { expression: string; type: string }> = {
  [ContactOrderField.NAME]: { expression: 'lower(c.name collate "und-x-icu")', type: 'text' },
  [ContactOrderField.CREATED_AT]: { expression: 'c.created_at', type: 'timestamptz' },
  [ContactOrderField.LAST_ACTIVITY_AT]: { expression: 'a.last_activity_at', type: 'timestamptz' },
};

/** Rows in reading direction, one more than the page's size. */
export function listContacts<Row = SortedContact>(
  manager: EntityManager,
  query: ContactQuery,
  page: PageRequest,
  columns = contactColumns,
): Promise<Row[]> {
  const values: unknown[] = [];
  const list = contactList(sqlOf(tablesOf(manager), values), query);
  return manager.query(`${list.with ?? ''} ${list.page(page, columns)}`, values);
}

interface ContactListSql {
  /** What page and count share, to stand in front of them. */
  with?: string;
  /** The columns, of `contacts c` joined with `contact_activity a`, and `sortKey`. */
  page(page: PageRequest, columns: string): string;
  count(atMost: number | null): string;
}

/** What an index finds, a search, a label or a custom field's value, is looked up once, for its page and its number. */
export function contactList(sql: Sql, query: ContactQuery): ContactListSql {
  const lookedUp = isLookedUp(query) ? conditionsOf(sql, query, 'c.id') : null;
  const found = (conditions: Conditions) => `with found as materialized (${foundIds(sql, query, conditions)})`;
  return {
    ...(lookedUp && { with: found(lookedUp) }),
    page: (page, columns) => contactPage(sql, query, lookedUp ?? conditionsOf(sql, query, idOf(query)), page, columns),
    // Materialized, so that the way to the matches is chosen for all of them: for the first few alone, it would be a walk through the table.
    count: (atMost) => {
      if (lookedUp) return countUpTo('select 1 from found', atMost, sql.bind);
      const conditions = conditionsOf(sql, query, 'c.id');
      if (conditions.found.length === 0) return countUpTo(`select 1 from ${sql.tables.contacts} c`, atMost, sql.bind);
      return `${found(conditions)} ${countUpTo('select 1 from found', atMost, sql.bind)}`;
    },
  };
}

const isLookedUp = ({ search, filter, ids, tenant }: ContactQuery): boolean =>
  search !== null ||
  ids !== undefined ||
  (filter.fields ?? []).some(isIndexed) ||
  (isOfLabels(filter) && hasContactWork(tenant));

const isOfLabels = ({ labelIds }: ContactFilter): boolean => labelIds !== undefined && labelIds !== null;

/** Of labels alone, as far as it is read: their index has the ids, and the join with the table would read it all before the first. */
function foundIds(
  { tables: { contacts, contact_labels } }: Sql,
  { filter }: ContactQuery,
  conditions: Conditions,
): string {
  const { found, labelIds } = conditions;
  if (found.length > 1 || labelIds === null) return `select c.id from ${contacts} c ${whereOf(found)}`;
  // One that has several of them comes with the first.
  const first = `(select f.label_id from ${contact_labels} f where f.contact_id = cl.contact_id and f.label_id = any(${labelIds})
    order by f.label_id limit 1)`;
  const once = (filter.labelIds ?? []).length > 1 ? `and cl.label_id = ${first}` : '';
  return `select cl.contact_id as id from ${contact_labels} cl where cl.label_id = any(${labelIds}) ${once}`;
}

/** Whether a page's time depends on how much the tenant holds. */
export const isLongList = ({ search, filter }: ContactQuery): boolean =>
  search !== null || (filter.fields ?? []).length > 0;

/** The column by which a page walks. */
const idOf = ({ order }: ContactQuery): string =>
  order.field === ContactOrderField.LAST_ACTIVITY_AT ? 'a.contact_id' : 'c.id';

function contactPage(
  { tables, bind }: Sql,
  query: ContactQuery,
  { walked }: Conditions,
  page: PageRequest,
  columns: string,
): string {
  const { contacts, contact_activity } = tables;
  const { expression, type } = sortKeys[query.order.field];
  const id = idOf(query);
  const cursors: string[] = [];

  const isAscending = (query.order.direction === OrderDirection.ASC) !== page.isBackward;
  const beyond = ({ key, id: lastId }: Position, sign: '<' | '>') =>
    `(${expression}, ${id}) ${sign} (${bind(key)}::${type}, ${bind(lastId)}::uuid)`;
  const forwards = query.order.direction === OrderDirection.ASC ? '>' : '<';
  if (page.after) cursors.push(beyond(page.after, forwards));
  if (page.before) cursors.push(beyond(page.before, forwards === '>' ? '<' : '>'));

  const direction = isAscending ? 'asc' : 'desc';
  const inOrder = `order by ${expression} ${direction}, ${id} ${direction} limit ${page.size + 1}`;
  const row = `${columns}, ${expression}::text as "sortKey", ${expression} as "sortedBy"`;
  const walk = (wanted: string[]) =>
    `select ${row} from ${contacts} c join ${contact_activity} a on a.contact_id = c.id
     ${whereOf([...wanted, ...cursors])} ${inOrder}`;
  if (!isLookedUp(query)) return walk(walked);

  const areFew = `(select count(*) from (select 1 from found limit ${fewMatches + 1}) probe) <= ${fewMatches}`;
  // Lateral, so that each match is looked up, since the planner expects so many that it would read whole tables; and only what they are
  // sorted by, until it is known which of them are on the page.
  const lookedUp = {
    a: (from: string) =>
      `cross join lateral (select * from ${contact_activity} where contact_id = ${from}.id limit 1) a`,
    c: (from: string) => `cross join lateral (select * from ${contacts} where id = ${from}.id limit 1) c`,
  };
  const sorted = id.startsWith('a.') ? lookedUp.a : lookedUp.c;
  const few = `select ${row} from (
      select few.id from (select id from found limit ${fewMatches}) few ${sorted('few')}
      ${whereOf([areFew, ...cursors])} ${inOrder}
    ) few ${lookedUp.c('few')} ${lookedUp.a('few')}`;
  return `(${few}) union all (${walk([...walked, `not ${areFew}`])}) order by "sortedBy" ${direction}, id ${direction}`;
}

/**
 * Up to so many matches of an index are found by it and then sorted; of more, the first are soon met when walking along the order.
 * How many they are cannot be told from statistics: the planner took the long way for a rare word beside a common one, 198 ms against 2, and
 * for a value of a custom field that one contact in 2,000 has, 192 ms.
 */
const fewMatches = 1_000;

export async function countContacts(
  manager: EntityManager,
  query: ContactQuery,
  atMost: number | null,
): Promise<number> {
  const values: unknown[] = [];
  const list = contactList(sqlOf(tablesOf(manager), values), query);
  const [row]: { count: number }[] = await manager.query(`${list.with ?? ''} ${list.count(atMost)}`, values);
  return row?.count ?? 0;
}

export const positionOfContact = ({ sortKey, id }: Pick<SortedContact, 'sortKey' | 'id'>): Position => ({
  key: sortKey,
  id,
});

interface Conditions {
  /** For all that meet them. */
  found: string[];
  /** Of the filter, as it is bound; null without one. */
  labelIds: string | null;
  /** The same, for those that are met along an order: of a label or a custom field, in a form that hides its index and how rare the planner takes it for. */
  walked: string[];
}

/** `id`: as the walk along the activity has it, so that contacts that are too old or too new need not be looked up. */
function conditionsOf(
  { tables: { conversations, contact_labels }, bind }: Sql,
  { search, filter, ids, tenant }: ContactQuery,
  id: string,
): Conditions {
  const conditions: string[] = [];
  if (ids) conditions.push(`c.id = any(${bind(ids)}::uuid[])`);
  if (search) conditions.push(searchCondition(search, bind));
  if (filter.source) conditions.push(`c.metadata->>'source' = any(${bind(filter.source)}::text[])`);
  if (filter.company) conditions.push(`c.metadata->>'company' = any(${bind(filter.company)}::text[])`);
  // As its index has it: whatever the tenant's address looks like, one and the same database lowers both.
  if (typeof filter.email === 'string') conditions.push(`lower(c.email) = lower(${bind(filter.email.trim())}::text)`);
  // What is no number becomes null, which no row equals.
  if (typeof filter.phone === 'string') conditions.push(`c.phone_e164 = ${bind(e164From(filter.phone))}::text`);
  const labelIds = filter.labelIds && hasContactWork(tenant) ? `${bind(filter.labelIds.filter(isUuid))}::uuid[]` : null;
  if (filter.labelIds && !labelIds) conditions.push('false');
  if (filter.createdAfter) conditions.push(`${id} >= ${bind(firstIdOf(filter.createdAfter.getTime()))}::uuid`);
  if (filter.createdBefore) conditions.push(`${id} < ${bind(firstIdOf(filter.createdBefore.getTime()))}::uuid`);
  if (filter.createdWithinDays)
    conditions.push(`${id} >= ${bind(firstIdOf(firstOfDays(filter.createdWithinDays)))}::uuid`);
  if (filter.conversationStatus) {
    conditions.push(
      `exists (select 1 from ${conversations} v where v.contact_id = c.id and v.status = any(${bind(filter.conversationStatus)}::text[]))`,
    );
  }
  const ofFields = (filter.fields ?? []).map((condition) =>
    fieldConditionSql(`(${furtherKeys('c')})`, condition, bind),
  );
  const isLabelled = `from ${contact_labels} cl where cl.contact_id = ${id} and cl.label_id = any(${labelIds})`;
  return {
    labelIds,
    found: [...conditions, ...ofFields, ...(labelIds ? [`exists (select ${isLabelled})`] : [])],
    walked: [
      ...conditions,
      ...ofFields.map((condition) => `coalesce(${condition}, false)`),
      ...(labelIds ? [`coalesce((select true ${isLabelled} limit 1), false)`] : []),
    ],
  };
}

const dayMs = 86_400_000;

/** When the first of so many days began, of which today is the last. */
const firstOfDays = (days: number): number => (Math.floor(Date.now() / dayMs) - days + 1) * dayMs;

const whereOf = (conditions: string[]): string => (conditions.length > 0 ? `where ${conditions.join(' and ')}` : '');
