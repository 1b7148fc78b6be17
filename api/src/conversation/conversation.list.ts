import type { EntityManager } from 'typeorm';
import { type Sql, sqlOf, tablesOf } from '../database/tables';
import { OrderDirection } from '../graphql/order-direction';
import type { PageRequest, Position } from '../graphql/pagination';
import { isUuid } from '../graphql/text';
import type { Conversation } from './conversation';
import { type ConversationFilter, type ConversationOrder, ConversationOrderField } from './conversation.inputs';
import { conversationColumns } from './conversation.repository';

export type SortedConversation = Conversation & { sortKey: string };

export interface ConversationQuery {
  filter: ConversationFilter;
  order: ConversationOrder;
}

const sortKeys: Record<ConversationOrderField, string> = {
  [ConversationOrderField.LAST_MESSAGE_AT]: 'coalesce(v.last_message_at, v.created_at)',
  [ConversationOrderField.CREATED_AT]: 'v.created_at',
};

export const positionOfConversation = ({ sortKey, id }: SortedConversation): Position => ({ key: sortKey, id });

/** Rows in reading direction, one more than the page's size. */
export function listConversations(
  manager: EntityManager,
  query: ConversationQuery,
  page: PageRequest,
): Promise<SortedConversation[]> {
  const values: unknown[] = [];
  const sql = sqlOf(tablesOf(manager), values);
  return manager.query(conversationPage(sql, query, page, conversationColumns), values);
}

/** The statement of a page: the columns, of `conversations v`, and `sortKey`. */
export function conversationPage(
  { tables, bind }: Sql,
  { filter, order }: ConversationQuery,
  page: PageRequest,
  columns: string,
): string {
  const key = sortKeys[order.field];
  const conditions = conditionsOf(filter, bind);
  if (page.after) {
    const sign = order.direction === OrderDirection.ASC ? '>' : '<';
    conditions.push(`(${key}, v.id) ${sign} (${bind(page.after.key)}::timestamptz, ${bind(page.after.id)}::uuid)`);
  }
  return `select ${columns}, ${key} as "sortKey" from ${tables.conversations} v ${whereOf(conditions)}
     order by ${key} ${order.direction}, v.id ${order.direction} limit ${page.size + 1}`;
}

export async function countConversations(
  manager: EntityManager,
  filter: ConversationFilter,
  atMost: number | null,
): Promise<number> {
  const values: unknown[] = [];
  const sql = sqlOf(tablesOf(manager), values);
  const [row]: { count: number }[] = await manager.query(
    conversationCount(sql, conditionsOf(filter, sql.bind), atMost),
    values,
  );
  return row?.count ?? 0;
}

export const conversationCount = ({ tables, bind }: Sql, conditions: string[], atMost: number | null): string =>
  `select count(*) as count from (
     select 1 from ${tables.conversations} v ${whereOf(conditions)} limit ${bind(atMost)}::bigint) counted`;

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

export function conditionsOf({ contactId, status }: ConversationFilter, bind: (value: unknown) => string): string[] {
  const conditions: string[] = [];
  if (contactId) conditions.push(isUuid(contactId) ? `v.contact_id = ${bind(contactId)}::uuid` : 'false');
  if (status?.length === 1) conditions.push(`v.status = ${bind(status[0])}`);
  else if (status) conditions.push(`v.status = any(${bind(status)}::text[])`);
  return conditions;
}

const whereOf = (conditions: string[]): string => (conditions.length > 0 ? `where ${conditions.join(' and ')}` : '');
