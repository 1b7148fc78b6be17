import type { EntityManager } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import type { ConversationStatus } from '../contact/conversation-status';
import { columnsOf } from '../database/columns';
import { tablesOf } from '../database/tables';
import { Conversation } from './conversation';

export interface NewMessage {
  id?: string;
  senderType: 'user' | 'contact' | 'system';
  senderId?: string | null;
  content: string;
}

/** When, and by whom. */
export interface Stamp {
  now: Date;
  actorId: string | null;
}

export interface AppendedMessage {
  id: string;
  conversationId: string;
  number: number;
  senderType: NewMessage['senderType'];
  senderId: string | null;
  content: string;
  createdAt: string;
}

interface Appended {
  conversation: Conversation;
  messages: AppendedMessage[];
}

interface NewStatus {
  status: ConversationStatus;
  snoozedUntil: Date | null;
}

/**
 * Writes the next messages of a thread, in the caller's transaction, and changes its status with them where that is given. The update of the
 * conversation locks it and gives the numbers, so that they have no gaps however many write at once. Times never run backwards within a
 * thread, though clocks may. Null where there is no such conversation.
 * One update, since a second one of the same row would have its foreign key checked anew, and so lock the contact after the conversation;
 * and plain statements, since Citus takes no CTE that writes.
 */
export async function appendMessages(
  manager: EntityManager,
  conversationId: string,
  lines: NewMessage[],
  { now, actorId }: Stamp,
  change?: NewStatus,
): Promise<Appended | null> {
  const { contact_activity, conversations, messages } = tablesOf(manager);
  const status = change ? ', status = $4, snoozed_until = $5, updated_at = $3' : '';
  const [[conversation]]: [Conversation[], number] = await manager.query(
    `update ${conversations} v
     set message_count = message_count + $2, last_message_at = greatest(last_message_at, $3) ${status}
     where id = $1 returning ${columnsOf(Conversation, 'v')}`,
    [conversationId, lines.length, now, ...(change ? [change.status, change.snoozedUntil] : [])],
  );
  if (!conversation) return null;
  const { contactId, messageCount, lastMessageAt } = conversation;
  const appended = lines.map(({ id, senderType, senderId = null, content }, i) => ({
    id: id ?? uuidV7({ msecs: now.getTime() }),
    conversationId,
    number: messageCount - lines.length + i + 1,
    senderType,
    senderId,
    content,
    createdAt: lastMessageAt ?? now.toISOString(),
  }));
  const values: unknown[] = actorId === null ? [] : [actorId];
  const [authorColumn, author] = actorId === null ? ['', ''] : [', author_id', ', $1'];
  const rows = appended.map(
    (line) =>
      `(${Object.values(line)
        .map((value) => `$${values.push(value)}`)
        .join(', ')}${author})`,
  );
  // Neither needs the other's answer: one round trip.
  const activity = manager.query(
    `update ${contact_activity} set last_activity_at = greatest(last_activity_at, $2) where contact_id = $1`,
    [contactId, lastMessageAt],
  );
  const thread = manager.query(
    `insert into ${messages} (id, conversation_id, number, sender_type, sender_id, content, created_at${authorColumn}) values ${rows.join(', ')}`,
    values,
  );
  await Promise.all([activity, thread]);
  return { conversation, messages: appended };
}
