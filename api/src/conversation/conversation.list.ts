import type { EntityManager } from 'typeorm';
import { countUpTo } from '../database/count-up-to';
import { type Sql, sqlOf, tablesOf } from '../database/tables';
import type { PageRequest, Position } from '../graphql/pagination';
import type { Asked } from '../reads/reads';
import type { Conversation } from './conversation';
import { conditionsOf, waits } from './conversation.conditions';
import { type ConversationFilter, type ConversationOrder, ConversationOrderField } from './conversation.inputs';
import { conversationPart, type Part, partsOf } from './conversation.parts';
import { conversationColumns } from './conversation.repository';

export type SortedConversation = Conversation & { sortKey: string | number };

export interface ConversationQuery {
  filter: ConversationFilter;
  order: ConversationOrder;
}

export const positionOfConversation = ({ sortKey, id }: SortedConversation): Position => ({ key: String(sortKey), id });

/** Rows in reading direction, one more than the page's size. */
export function listConversations(
  manager: EntityManager,
  query: ConversationQuery,
  page: PageRequest,
  asked: Asked,
): Promise<SortedConversation[]> {
  const values: unknown[] = [];
  const sql = sqlOf(tablesOf(manager), values);
  return manager.query(conversationPage(sql, query, page, conversationColumns, asked), values);
}

/** The statement of a page: the columns, of `conversations v`, and `sortKey`. Parts that an index has in order are merged. */
export function conversationPage(
  sql: Sql,
  { filter, order }: ConversationQuery,
  page: PageRequest,
  columns: string,
  asked: Asked,
): string {
  const write = (part: Part): string => {
    const conditions = [...conditionsOf({ ...filter, ...part.filter }, sql, asked), ...part.conditions];
    return conversationPart(sql, part, conditions, { direction: order.direction, page, columns });
  };
  const pages = partsOf(filter, order, page).map(write);
  if (pages.length === 1) return pages.join();
  return `select * from ((${pages.join(') union all (')})) v
     order by "sortKey" ${order.direction}, id ${order.direction} limit ${page.size + 1}`;
}

export async function countConversations(
  manager: EntityManager,
  query: ConversationQuery,
  atMost: number | null,
  asked: Asked,
): Promise<number> {
  const values: unknown[] = [];
  const sql = sqlOf(tablesOf(manager), values);
  const [row]: { count: number }[] = await manager.query(
    conversationCount(sql, conditionsOfList(query, sql, asked), atMost),
    values,
  );
  return row?.count ?? 0;
}

/** Of all rows of a list; its order may leave some out. */
export function conditionsOfList({ filter, order }: ConversationQuery, sql: Sql, asked: Asked): string[] {
  const conditions = conditionsOf(filter, sql, asked);
  if (order.field !== ConversationOrderField.WAITING_SINCE) return conditions;
  return [...conditions, waits];
}

export const conversationCount = ({ tables, bind }: Sql, conditions: string[], atMost: number | null): string =>
  countUpTo(`select 1 from ${tables.conversations} v where ${['true', ...conditions].join(' and ')}`, atMost, bind);

/** The pages of many contacts' conversations in one query, newest first: rows in reading direction, one more than the size for each. */
export function listConversationsOfContacts(
  manager: EntityManager,
  contactIds: readonly string[],
  page: PageRequest,
): Promise<SortedConversation[]> {
  const values: unknown[] = [contactIds];
  const sql = sqlOf(tablesOf(manager), values);
  const ofOne = conversationPageOfContact(sql, 'asked.contact_id', page, conversationColumns);
  return manager.query(`select page.* from unnest($1::uuid[]) as asked(contact_id), lateral (${ofOne}) page`, values);
}

/** The statement of a page of one contact's: the columns, of `conversations v`, and `sortKey`. */
export function conversationPageOfContact(
  { tables, bind }: Sql,
  contactId: string,
  { size, after }: PageRequest,
  columns: string,
): string {
  const beyond = after ? `and (v.created_at, v.id) < (${bind(after.key)}::timestamptz, ${bind(after.id)}::uuid)` : '';
  return `select ${columns}, v.created_at as "sortKey" from ${tables.conversations} v
       where v.contact_id = ${contactId} ${beyond}
       order by v.created_at desc, v.id desc limit ${size + 1}`;
}
