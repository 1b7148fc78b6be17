import type { EntityManager } from 'typeorm';
import { tablesOf } from '../database/tables';
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
  { filter, order }: ConversationQuery,
  page: PageRequest,
): Promise<SortedConversation[]> {
  const { conversations } = tablesOf(manager);
  const key = sortKeys[order.field];
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const conditions = conditionsOf(filter, bind);
  if (page.after) {
    const sign = order.direction === OrderDirection.ASC ? '>' : '<';
    conditions.push(`(${key}, v.id) ${sign} (${bind(page.after.key)}::timestamptz, ${bind(page.after.id)}::uuid)`);
  }
  return manager.query(
    `select ${conversationColumns}, ${key} as "sortKey" from ${conversations} v ${whereOf(conditions)}
     order by ${key} ${order.direction}, v.id ${order.direction} limit ${page.size + 1}`,
    values,
  );
}

export async function countConversations(
  manager: EntityManager,
  { filter }: ConversationQuery,
  atMost: number | null,
): Promise<number> {
  const { conversations } = tablesOf(manager);
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const where = whereOf(conditionsOf(filter, bind));
  const [row]: { count: number }[] = await manager.query(
    `select count(*) as count from (select 1 from ${conversations} v ${where} limit ${bind(atMost)}::bigint) counted`,
    values,
  );
  return row?.count ?? 0;
}

/** The pages of many contacts' conversations in one query, newest first: rows in reading direction, one more than the size for each. */
export function listConversationsOfContacts(
  manager: EntityManager,
  contactIds: readonly string[],
  page: PageRequest,
): Promise<SortedConversation[]> {
  const { conversations } = tablesOf(manager);
  const values: unknown[] = [contactIds];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const beyond = page.after
    ? `and (v.created_at, v.id) < (${bind(page.after.key)}::timestamptz, ${bind(page.after.id)}::uuid)`
    : '';
  return manager.query(
    `select page.* from unnest($1::uuid[]) as asked(contact_id), lateral (
       select ${conversationColumns}, v.created_at as "sortKey" from ${conversations} v
       where v.contact_id = asked.contact_id ${beyond}
       order by v.created_at desc, v.id desc limit ${page.size + 1}
     ) page`,
    values,
  );
}

function conditionsOf({ contactId, status }: ConversationFilter, bind: (value: unknown) => string): string[] {
  const conditions: string[] = [];
  if (contactId) conditions.push(isUuid(contactId) ? `v.contact_id = ${bind(contactId)}::uuid` : 'false');
  if (status?.length === 1) conditions.push(`v.status = ${bind(status[0])}`);
  else if (status) conditions.push(`v.status = any(${bind(status)}::text[])`);
  return conditions;
}

const whereOf = (conditions: string[]): string => (conditions.length > 0 ? `where ${conditions.join(' and ')}` : '');
