import type { EntityManager } from 'typeorm';
import { ConversationStatus } from '../contact/conversation-status';
import { tablesOf } from '../database/tables';
import type { LiveEvent } from '../live/events';
import type { Conversation } from './conversation';
import { appendMessage } from './thread';

/** Of `conversations v`. */
export const conversationColumns = `v.id, v.contact_id as "contactId", v.subject, v.status, v.snoozed_until as "snoozedUntil",
  v.message_count as "messageCount", v.last_message_at as "lastMessageAt", v.created_at as "createdAt", v.updated_at as "updatedAt"`;

export function findConversations(manager: EntityManager, ids: readonly string[]): Promise<Conversation[]> {
  const { conversations } = tablesOf(manager);
  return manager.query(`select ${conversationColumns} from ${conversations} v where v.id = any($1::uuid[])`, [ids]);
}

/** The one that was made with the contact; null where it is gone. */
export async function findFirstConversation(manager: EntityManager, contactId: string): Promise<Conversation | null> {
  const { conversations } = tablesOf(manager);
  const [conversation]: Conversation[] = await manager.query(
    `select ${conversationColumns} from ${conversations} v where v.contact_id = $1 order by v.created_at, v.id limit 1`,
    [contactId],
  );
  return conversation ?? null;
}

/** Null where there is no such contact; its row is held until the transaction ends, so that it is not deleted meanwhile. */
export async function insertConversation(
  manager: EntityManager,
  { id, contactId, subject }: { id: string; contactId: string; subject: string | null },
  now: Date,
): Promise<Conversation | null> {
  const { contacts, conversations } = tablesOf(manager);
  const [conversation]: Conversation[] = await manager.query(
    `with held as (select id from ${contacts} where id = $2 for key share),
     v as (
       insert into ${conversations} (id, contact_id, subject, created_at, updated_at) select $1, held.id, $3, $4, $4 from held returning *
     )
     select ${conversationColumns} from v`,
    [id, contactId, subject, now],
  );
  return conversation ?? null;
}

export interface StatusChange {
  status: ConversationStatus;
  /** With `status` snoozed, and only then. */
  snoozedUntil: Date | null;
  /** What the thread will say. */
  line: string;
}

export interface StatusChanged {
  conversation: Conversation;
  /** What to tell subscribers after the commit; empty where it was so already. */
  events: LiveEvent[];
}

/**
 * Changes the status and says so in the thread, in the caller's transaction. Where nothing would change, nothing is written.
 * Null where there is no such conversation.
 */
export async function changeStatus(
  manager: EntityManager,
  id: string,
  { status, snoozedUntil, line }: StatusChange,
  now: Date,
): Promise<StatusChanged | null> {
  const { conversations } = tablesOf(manager);
  const [[changed]]: [{ id: string }[], number] = await manager.query(
    `update ${conversations} set status = $2, snoozed_until = $3, updated_at = $4
     where id = $1 and (status, snoozed_until) is distinct from ($2::text, $3::timestamptz(3)) returning id`,
    [id, status, snoozedUntil, now],
  );
  const said = changed && (await appendMessage(manager, id, { senderType: 'system', content: line }, now));
  const [conversation] = await findConversations(manager, [id]);
  if (!conversation) return null;
  const events: LiveEvent[] = said
    ? [
        { type: 'messageSent', id: said.id, conversationId: id },
        { type: 'conversationChanged', id },
      ]
    : [];
  return { conversation, events };
}

/**
 * Makes active what was snoozed until now. Answers what to tell subscribers.
 * In the order of contacts, whose activity each line touches: two rounds at once cannot wait for each other in a circle.
 */
export function wakeDueConversations(manager: EntityManager): Promise<LiveEvent[]> {
  return manager.transaction(async (inside) => {
    const { conversations } = tablesOf(inside);
    const now = new Date();
    const due: { id: string }[] = await inside.query(
      `select id from ${conversations} where status = 'snoozed' and snoozed_until <= $1 order by contact_id, id for update skip locked`,
      [now],
    );
    const events: LiveEvent[] = [];
    for (const { id } of due) {
      const woken = await changeStatus(
        inside,
        id,
        { status: ConversationStatus.ACTIVE, snoozedUntil: null, line: 'Back from snooze' },
        now,
      );
      events.push(...(woken?.events ?? []));
    }
    return events;
  });
}
