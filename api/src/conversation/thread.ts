import type { EntityManager } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import type { ConversationStatus } from '../contact/conversation-status';
import { columnsOf } from '../database/columns';
import { sqlState, sqlStateOf } from '../database/sql-state';
import { tablesOf } from '../database/tables';
import { Conversation } from './conversation';
import { firstAnswerer } from './rules/rules.repository';

export interface NewMessage {
  id?: string;
  senderType: 'user' | 'contact' | 'system';
  senderId?: string | null;
  content: string;
  /** Alone, and of the sender type `user`. */
  note?: NoteOf;
  /** Of the last line alone. */
  externalId?: string | null;
}

interface NoteOf {
  mentionedIds: readonly string[];
}

/** When, by whom, and upon which tables. */
export interface Stamp {
  now: Date;
  actorId: string | null;
  /** The same, where it is a person. */
  memberId: string | null;
  tenant: { schemaVersion: string };
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
 * thread, though clocks may. Null where there is no such conversation; the transaction can then only be undone.
 * One update, since a second one of the same row would have its foreign key checked anew, and so lock the contact after the conversation;
 * and plain statements, since Citus takes no CTE that writes. All are sent at once: what they need of each other they find in the tables.
 */
export async function appendMessages(
  manager: EntityManager,
  conversationId: string,
  lines: NewMessage[],
  stamp: Stamp,
  change?: NewStatus,
): Promise<Appended | null> {
  const updated = countMessages(manager, conversationId, lines, stamp, change);
  const touched = touchContact(manager, conversationId);
  const inserted = insertMessages(manager, conversationId, lines, stamp);
  try {
    const [conversation, , messages] = await Promise.all([updated, touched, inserted]);
    return conversation && { conversation, messages };
  } catch (error) {
    // What has no conversation has no number.
    if (sqlStateOf(error) === sqlState.notNullViolation) return null;
    throw error;
  }
}

async function countMessages(
  manager: EntityManager,
  conversationId: string,
  lines: NewMessage[],
  { now, memberId }: Stamp,
  change?: NewStatus,
): Promise<Conversation | null> {
  const tables = tablesOf(manager);
  const values: unknown[] = [conversationId, lines.length, now];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const assignments = ['message_count = message_count + $2', 'last_message_at = greatest(last_message_at, $3)'];
  if (change)
    assignments.push(`status = ${bind(change.status)}, snoozed_until = ${bind(change.snoozedUntil)}, updated_at = $3`);
  const word = lines.findLast(isPublic);
  // A contact's words wait from the first that is unanswered; what the company says answers them.
  if (word?.senderType === 'contact')
    assignments.push('waiting_since = coalesce(waiting_since, greatest(last_message_at, $3))');
  if (word?.senderType === 'user') {
    assignments.push('waiting_since = null');
    if (memberId) assignments.push(`assignee_id = ${firstAnswerer(tables, `${bind(memberId)}::uuid`)}`);
  }
  const [[conversation]]: [Conversation[], number] = await manager.query(
    `update ${tables.conversations} v set ${assignments.join(', ')}
     where id = $1 returning ${columnsOf(Conversation, 'v')}`,
    values,
  );
  return conversation ?? null;
}

/** Neither a note nor a line of the system, which do not answer anybody. */
const isPublic = ({ senderType, note }: NewMessage): boolean => senderType !== 'system' && !note;

function touchContact(manager: EntityManager, conversationId: string): Promise<unknown> {
  const { contact_activity, conversations } = tablesOf(manager);
  return manager.query(
    `update ${contact_activity} a set last_activity_at = greatest(a.last_activity_at, v.last_message_at)
     from ${conversations} v where v.id = $1 and a.contact_id = v.contact_id`,
    [conversationId],
  );
}

/** Behind the update of their conversation, whose count and time they take. */
async function insertMessages(
  manager: EntityManager,
  conversationId: string,
  lines: NewMessage[],
  { now, actorId }: Stamp,
): Promise<AppendedMessage[]> {
  const { conversations, messages } = tablesOf(manager);
  const written = lines.map(({ id, senderType, senderId = null, content }) => ({
    id: id ?? uuidV7({ msecs: now.getTime() }),
    conversationId,
    senderType,
    senderId,
    content,
  }));
  const values: unknown[] = [
    conversationId,
    lines.length,
    written.map(({ id }) => id),
    written.map(({ senderType }) => senderType),
    written.map(({ senderId }) => senderId),
    written.map(({ content }) => content),
  ];
  const more: Record<string, string> = {};
  if (actorId !== null) more['author_id'] = `$${values.push(actorId)}::uuid`;
  const note = lines[0]?.note;
  if (note) Object.assign(more, { is_note: 'true', mentioned_ids: `$${values.push(note.mentionedIds)}::uuid[]` });
  const externalId = lines.at(-1)?.externalId ?? null;
  if (externalId !== null) more['external_id'] = `case line.nth when $2 then $${values.push(externalId)}::text end`;
  const columns = Object.keys(more).map((column) => `, ${column}`);
  const expressions = Object.values(more).map((expression) => `, ${expression}`);
  // One row in any case: without a conversation it has no number, and is refused.
  const numbered: { number: number; createdAt: string }[] = await manager.query(
    `with v as materialized (select max(message_count) as count, max(last_message_at) as at from ${conversations} where id = $1)
     insert into ${messages} (id, conversation_id, number, sender_type, sender_id, content, created_at${columns.join('')})
     select line.id, $1::uuid, v.count - $2 + line.nth, line.sender_type, line.sender_id, line.content, v.at${expressions.join('')}
     from v, unnest($3::uuid[], $4::text[], $5::text[], $6::text[]) with ordinality as line(id, sender_type, sender_id, content, nth)
     returning number, created_at as "createdAt"`,
    values,
  );
  const inOrder = numbered.sort((a, b) => a.number - b.number);
  return written.flatMap((line, i) => (inOrder[i] ? [{ ...line, ...inOrder[i] }] : []));
}
