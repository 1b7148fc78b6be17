import type { EntityManager } from 'typeorm';
import { ConversationStatus } from '../contact/conversation-status';
import { changeStatus } from '../conversation/conversation.repository';
import { appendMessage } from '../conversation/thread';
import { claimKey } from '../database/idempotency';
import { tablesOf } from '../database/tables';
import type { LiveEvent } from '../live/events';
import type { PageRequest, Position } from '../pagination';
import { textOrNull } from '../validation/text';
import { notFound, Refusal } from '../validation/user-error';
import { type Message, SenderType } from './message';
import type { SendMessageInput } from './message.inputs';

/** Of `messages m`. */
const messageColumns = `m.id, m.conversation_id as "conversationId", m.number, m.sender_type as "senderType", m.sender_id as "senderId",
  m.content, m.created_at as "createdAt"`;

export const positionOfMessage = ({ number, id }: Message): Position => ({ key: String(number), id });

export function findMessages(manager: EntityManager, ids: readonly string[]): Promise<Message[]> {
  const { messages } = tablesOf(manager);
  return manager.query(`select ${messageColumns} from ${messages} m where m.id = any($1::uuid[])`, [ids]);
}

/** The last message's number is the conversation's count: one look into the unique index for each. */
export function findLastMessages(manager: EntityManager, conversationIds: readonly string[]): Promise<Message[]> {
  const { conversations, messages } = tablesOf(manager);
  return manager.query(
    `select ${messageColumns} from ${conversations} v
     join ${messages} m on m.conversation_id = v.id and m.number = v.message_count where v.id = any($1::uuid[])`,
    [conversationIds],
  );
}

/** The pages of many threads in one query: rows in reading direction, one more than the size for each. */
export function listMessages(
  manager: EntityManager,
  conversationIds: readonly string[],
  page: PageRequest,
): Promise<Message[]> {
  const { messages } = tablesOf(manager);
  const values: unknown[] = [conversationIds];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const after = page.after ? `and m.number > ${bind(page.after.key)}::int` : '';
  const before = page.before ? `and m.number < ${bind(page.before.key)}::int` : '';
  const direction = page.isBackward ? 'desc' : 'asc';
  return manager.query(
    `select page.* from unnest($1::uuid[]) as asked(conversation_id), lateral (
       select ${messageColumns} from ${messages} m
       where m.conversation_id = asked.conversation_id ${after} ${before}
       order by m.number ${direction} limit ${page.size + 1}
     ) page order by page.number ${direction}`,
    values,
  );
}

export interface SentMessage {
  messageId: string;
  /** What to tell subscribers after the commit; empty where an idempotency key was repeated. */
  events: LiveEvent[];
}

/**
 * In the caller's transaction. A message of the contact makes a closed or snoozed conversation active.
 * Errors: `Refusal` where there is no such conversation; `IdempotencyConflict`.
 */
export async function sendMessage(
  manager: EntityManager,
  id: string,
  input: SendMessageInput,
  now: Date,
): Promise<SentMessage> {
  const { conversationId, senderType } = input;
  const { idempotencyKey: key, ...content } = input;
  const table = tablesOf(manager).idempotency_keys;
  const earlier = await claimKey(manager, { table, operation: 'sendMessage', key, input: content, resultId: id });
  if (earlier !== null) return { messageId: earlier, events: [] };

  const message = { id, senderType, senderId: textOrNull(input.senderId), content: input.content.trim() };
  const appended = await appendMessage(manager, conversationId, message, now);
  if (!appended) throw new Refusal(notFound('conversationId', 'conversation'));
  const events: LiveEvent[] = [{ type: 'messageSent', id, conversationId }];
  if (senderType === SenderType.CONTACT && appended.status !== ConversationStatus.ACTIVE) {
    const line = 'Reopened by a message from the contact';
    const reopened = await changeStatus(
      manager,
      conversationId,
      { status: ConversationStatus.ACTIVE, snoozedUntil: null, line },
      now,
    );
    events.push(...(reopened?.events ?? []));
  } else {
    events.push({ type: 'conversationChanged', id: conversationId });
  }
  return { messageId: id, events };
}
