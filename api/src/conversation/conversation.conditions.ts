import type { Sql } from '../database/tables';
import { isUuid } from '../graphql/text';
import type { Asked } from '../reads/reads';
import type { ConversationFilter } from './conversation.inputs';
import { searchedConversations } from './conversation.search';
import { hasUnread } from './unread/unread.expressions';

/** Of `conversations v`, as its index has it: the contact has the last word, and the conversation is not settled. */
export const waits = `v.waiting_since is not null and v.status <> 'closed'`;

/** All of them must hold, of `conversations v`. */
export function conditionsOf(filter: ConversationFilter, sql: Sql, asked: Asked): string[] {
  const { contactId, status, search } = filter;
  const conditions: string[] = [];
  if (contactId) conditions.push(isUuid(contactId) ? `v.contact_id = ${sql.bind(contactId)}::uuid` : 'false');
  if (status?.length === 1) conditions.push(`v.status = ${sql.bind(status[0])}`);
  else if (status) conditions.push(`v.status = any(${sql.bind(status)}::text[])`);
  // An array, so that it is looked up once, and each conversation by its id.
  if (search) conditions.push(`v.id = any(array(${searchedConversations(search, sql, asked)}))`);
  return [...conditions, ...conditionsOfDesk(filter, sql, asked)];
}

function conditionsOfDesk(filter: ConversationFilter, { tables, bind }: Sql, { askerId }: Asked): string[] {
  const { assigneeId, isUnassigned, isUnread, labelIds, isWaiting, priority } = filter;
  const conditions: string[] = [];
  const among = (ids: string[]): string => {
    const known = ids.filter(isUuid);
    return known.length === 1 ? `= ${bind(known[0])}::uuid` : `= any(${bind(known)}::uuid[])`;
  };
  if (assigneeId) conditions.push(`v.assignee_id ${among(assigneeId)}`);
  if (isSaid(isUnassigned)) conditions.push(`v.assignee_id is ${isUnassigned ? '' : 'not'} null`);
  if (labelIds)
    conditions.push(
      `exists (select from ${tables.conversation_labels} cl where cl.conversation_id = v.id and cl.label_id ${among(labelIds)})`,
    );
  if (isSaid(isWaiting)) conditions.push(isWaiting ? waits : `not (${waits})`);
  if (isSaid(isUnread)) conditions.push(`${isUnread ? '' : 'not '}${hasUnread(tables, `${bind(askerId)}::uuid`)}`);
  if (priority) conditions.push(`v.priority = any(${bind(priority)}::int2[])`);
  return conditions;
}

const isSaid = (value: boolean | null | undefined): value is boolean => value !== undefined && value !== null;
