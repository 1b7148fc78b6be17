import type { EntityManager } from 'typeorm';
import { ConversationStatus } from '../contact/conversation-status';
import { columnsOf } from '../database/columns';
import { insertRow } from '../database/insert-row';
import { sqlState, sqlStateOf } from '../database/sql-state';
import { tablesOf } from '../database/tables';
import { inLoggedTransaction } from '../events/logged-transaction';
import type { Write } from '../graphql/write-transaction';
import { Conversation } from './conversation';
import { keepSubject } from './conversation.subjects';
import { appendMessages, type Stamp } from './thread';

/** Of `conversations v`. */
export const conversationColumns = columnsOf(Conversation, 'v');

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

interface NewConversation {
  id: string;
  contactId: string;
  subject: string | null;
  externalId?: string | null;
}

/** Null where there is no such contact. The foreign key holds the contact until the transaction ends, so that it is not deleted meanwhile. */
export async function insertConversation(
  manager: EntityManager,
  { id, contactId, subject, externalId = null }: NewConversation,
  { now, actorId }: Stamp,
): Promise<Conversation | null> {
  const { conversations } = tablesOf(manager);
  try {
    const [insert, values] = insertRow(conversations, 'v', {
      id,
      contact_id: contactId,
      subject,
      created_at: now,
      updated_at: now,
      ...(actorId !== null && { created_by: actorId }),
      ...(externalId !== null && { external_id: externalId }),
    });
    const inserted: Promise<Conversation[]> = manager.query(`${insert} returning ${conversationColumns}`, values);
    const kept = subject === null ? null : keepSubject(manager, id, subject);
    // Where the conversation is refused, what was sent behind it fails too.
    kept?.catch(() => undefined);
    const [conversation] = await inserted;
    await kept;
    return conversation ?? null;
  } catch (error) {
    if (sqlStateOf(error) === sqlState.foreignKeyViolation) return null;
    throw error;
  }
}

export interface StatusChange {
  status: ConversationStatus;
  /** With `status` snoozed, and only then; null there until the contact writes. */
  snoozedUntil: Date | null;
  /** What the thread will say. */
  line: string;
}

/**
 * Changes the status and says so in the thread, in the caller's transaction. Where nothing would change, nothing is written.
 * Null where there is no such conversation.
 */
export async function changeStatus(
  manager: EntityManager,
  id: string,
  change: StatusChange,
  stamp: Stamp & Pick<Write, 'append'>,
): Promise<Conversation | null> {
  const locked = await lockConversation(manager, id);
  return locked && changeLocked(manager, locked, change, stamp);
}

/** The same of one that is locked, and as it was read then. */
export async function changeLocked(
  manager: EntityManager,
  locked: Conversation,
  { status, snoozedUntil, line }: StatusChange,
  { append, ...stamp }: Stamp & Pick<Write, 'append'>,
): Promise<Conversation | null> {
  const { id } = locked;
  const isSo = locked.status === status && locked.snoozedUntil === (snoozedUntil?.toISOString() ?? null);
  if (isSo) return locked;
  const said = await appendMessages(manager, id, [{ senderType: 'system', content: line }], stamp, {
    status,
    snoozedUntil,
  });
  for (const { id: messageId } of said?.messages ?? []) append({ type: 'messageSent', id: messageId, parentId: id });
  append({ type: 'conversationChanged', id });
  return said?.conversation ?? null;
}

/** As it is and will stay until the transaction ends. Null where there is no such conversation. */
export async function lockConversation(manager: EntityManager, id: string): Promise<Conversation | null> {
  const { conversations } = tablesOf(manager);
  const [conversation]: Conversation[] = await manager.query(
    `select ${conversationColumns} from ${conversations} v where v.id = $1 for no key update`,
    [id],
  );
  return conversation ?? null;
}

/**
 * Makes active what was snoozed until now. Answers the number that the log has come to.
 * In the order of contacts, whose activity each line touches: two rounds at once cannot wait for each other in a circle.
 */
export async function wakeDueConversations({
  manager,
  now,
  ...tenant
}: {
  manager: EntityManager;
  now: Date;
  schemaVersion: string;
}): Promise<number | null> {
  const { seq } = await inLoggedTransaction(manager, {}, async ({ manager: inside, append }) => {
    const { conversations } = tablesOf(inside);
    const due: { id: string }[] = await inside.query(
      `select id from ${conversations} where status = 'snoozed' and snoozed_until <= $1 order by contact_id, id for update skip locked`,
      [now],
    );
    const woken = { status: ConversationStatus.ACTIVE, snoozedUntil: null, line: 'Back from snooze' };
    for (const { id } of due)
      await changeStatus(inside, id, woken, { now, append, actorId: null, memberId: null, tenant });
  });
  return seq;
}
