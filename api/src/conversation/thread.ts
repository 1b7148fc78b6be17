import type { EntityManager } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { tablesOf } from '../database/tables';

export interface NewMessage {
  id?: string;
  senderType: 'user' | 'contact' | 'system';
  senderId?: string | null;
  content: string;
}

export interface AppendedMessage {
  id: string;
  number: number;
  status: 'active' | 'snoozed' | 'closed';
}

/**
 * Writes the next message of a thread, in one statement: the update of the conversation locks it and gives the number,
 * so that numbers have no gaps however many write at once. Times never run backwards within a thread, though clocks may. Null where there is no such conversation.
 */
export async function appendMessage(
  manager: EntityManager,
  conversationId: string,
  { id, senderType, senderId = null, content }: NewMessage,
  now: Date,
): Promise<AppendedMessage | null> {
  const { contact_activity, conversations, messages } = tablesOf(manager);
  const [appended]: AppendedMessage[] = await manager.query(
    `with thread as (
       update ${conversations} set message_count = message_count + 1, last_message_at = greatest(last_message_at, $6) where id = $1
       returning contact_id, message_count, last_message_at, status
     ), activity as (
       update ${contact_activity} a set last_activity_at = greatest(a.last_activity_at, $6) from thread where a.contact_id = thread.contact_id
     )
     insert into ${messages} (id, conversation_id, number, sender_type, sender_id, content, created_at)
     select $2, $1, thread.message_count, $3, $4, $5, thread.last_message_at from thread
     returning id, number, (select status from thread) as status`,
    [conversationId, id ?? uuidV7({ msecs: now.getTime() }), senderType, senderId, content, now],
  );
  return appended ?? null;
}
