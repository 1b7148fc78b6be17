import type { EntityManager } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { ConversationStatus } from '../contact/conversation-status';
import type { Conversation } from '../conversation/conversation';
import { findConversations, lockConversation } from '../conversation/conversation.repository';
import { reopen } from '../conversation/status-changes';
import { appendMessages } from '../conversation/thread';
import { columnsOf } from '../database/columns';
import { type Sql, sqlOf, type TenantTables, tablesOf } from '../database/tables';
import { externalIdOf } from '../graphql/external-id';
import type { PageRequest, Position } from '../graphql/pagination';
import { textOrNull } from '../graphql/text';
import { notFound, Refusal, requireId } from '../graphql/user-error';
import type { Write } from '../graphql/write-transaction';
import { tellOfMessage } from '../notification/notices';
import { requireNobodyElse } from './expected-number';
import { Message, SenderType } from './message';
import type { SendMessageInput } from './message.inputs';

/** Of `messages m`. */
const messageColumns = columnsOf(Message, 'm');

export const positionOfMessage = ({ number, id }: Message): Position => ({ key: String(number), id });

const isNoNote = 'not m.is_note';

export function findMessages(manager: EntityManager, ids: readonly string[]): Promise<Message[]> {
  const { messages } = tablesOf(manager);
  return manager.query(
    `select ${messageColumns}, m.is_note as "isNote" from ${messages} m where m.id = any($1::uuid[])`,
    [ids],
  );
}

/** The newest line that is no note, of which few follow one another: backwards through the unique index. */
export const findLastMessages = (manager: EntityManager, conversationIds: readonly string[]): Promise<Message[]> =>
  findLast(manager, conversationIds, isNoNote);

/** What a person wrote last for the contact to see: past the system's lines too. */
export const findLastWords = (manager: EntityManager, conversationIds: readonly string[]): Promise<Message[]> =>
  findLast(manager, conversationIds, `m.sender_type <> 'system' and ${isNoNote}`);

function findLast(manager: EntityManager, conversationIds: readonly string[], condition: string): Promise<Message[]> {
  const { messages } = tablesOf(manager);
  return manager.query(
    `select last.* from unnest($1::uuid[]) as asked(conversation_id), lateral (
       select ${messageColumns} from ${messages} m where m.conversation_id = asked.conversation_id and ${condition}
       order by m.number desc limit 1
     ) last`,
    [conversationIds],
  );
}

/** The expression of `openingWords`, of `conversations v`. Read from the front of the unique index. */
export const openingWords = ({ messages }: Pick<TenantTables, 'messages'>): string =>
  `case when v.subject is null then (
     select rtrim(left(regexp_replace(left(m.content, 200), '\\s+', ' ', 'g'), 100)) from ${messages} m
     where m.conversation_id = v.id and m.sender_type <> 'system' and not m.is_note order by m.number limit 1) end`;

export function findOpeningWords(
  manager: EntityManager,
  conversationIds: readonly string[],
): Promise<{ id: string; openingWords: string | null }[]> {
  const tables = tablesOf(manager);
  return manager.query(
    `select v.id, ${openingWords(tables)} as "openingWords" from ${tables.conversations} v where v.id = any($1::uuid[])`,
    [conversationIds],
  );
}

/** The pages of many threads in one query: rows in reading direction, one more than the size for each. */
export function listMessages(
  manager: EntityManager,
  conversationIds: readonly string[],
  page: PageRequest,
): Promise<Message[]> {
  const values: unknown[] = [conversationIds];
  const sql = sqlOf(tablesOf(manager), values);
  const ofOne = messagePage(sql, 'asked.conversation_id', page, messageColumns);
  return manager.query(
    `select page.* from unnest($1::uuid[]) as asked(conversation_id), lateral (${ofOne}) page
     order by page.number ${page.isBackward ? 'desc' : 'asc'}`,
    values,
  );
}

/** The statement of a page of one thread: the columns, of `messages m`. */
export function messagePage({ tables, bind }: Sql, conversationId: string, page: PageRequest, columns: string): string {
  const after = page.after ? `and m.number > ${bind(page.after.key)}::int` : '';
  const before = page.before ? `and m.number < ${bind(page.before.key)}::int` : '';
  return `select ${columns} from ${tables.messages} m
       where m.conversation_id = ${conversationId} ${after} ${before}
       order by m.number ${page.isBackward ? 'desc' : 'asc'} limit ${page.size + 1}`;
}

export interface Sent {
  message: Message;
  conversation: Conversation;
}

/** What is sent, or noted. */
type Sending = SendMessageInput & { mentionedIds?: readonly string[] };
type NewMessage = Sending & { conversationId: string };

/** Whether nothing has to be known of the conversation first. */
export const isSentAtOnce = ({ senderType, reopens }: SendMessageInput): boolean =>
  senderType !== SenderType.CONTACT && !reopens;

/**
 * In the caller's transaction. A message of the contact, or one that is to, makes a closed or snoozed conversation active, and the thread says
 * so before it.
 * Errors: `Refusal` where there is no such conversation.
 */
export function sendMessage(write: Write, input: Sending): Promise<Sent> {
  const message = { ...input, conversationId: requireId('conversationId', input.conversationId, 'conversation') };
  const unanswered = requireNobodyElse(write, message);
  const appended = isSentAtOnce(input) ? appendTo(write, message, []) : reopenAndAppendTo(write, message);
  appended.catch(() => undefined);
  // First, since where it refuses, whatever was sent behind it fails too.
  return unanswered.then(() => appended);
}

/** To the repeat of a write whose answer was lost. */
export async function findSent(manager: EntityManager, id: string): Promise<Sent> {
  const [message] = await findMessages(manager, [id]);
  const [conversation] = message ? await findConversations(manager, [message.conversationId]) : [];
  if (!message || !conversation) throw new Refusal(notFound('conversationId', 'conversation'));
  return { message, conversation };
}

async function reopenAndAppendTo(write: Write, message: NewMessage): Promise<Sent> {
  const conversation = await lockConversation(write.manager, message.conversationId);
  const isAtRest = conversation !== null && conversation.status !== ConversationStatus.ACTIVE;
  const line = message.senderType === SenderType.CONTACT ? 'Reopened by a message from the contact' : reopen.line;
  return appendTo(write, message, isAtRest ? [line] : []);
}

/** `reopenedBy`: the lines that say so; none where it need not be reopened. */
async function appendTo(
  { manager, id, append, ...stamp }: Write,
  { conversationId, senderType, senderId, content, mentionedIds, ...named }: NewMessage,
  reopenedBy: string[],
): Promise<Sent> {
  const system = reopenedBy.map((line) => ({
    id: uuidV7({ msecs: stamp.now.getTime() }),
    senderType: SenderType.SYSTEM,
    content: line,
  }));
  const lines = [
    ...system,
    {
      id,
      senderType,
      senderId: textOrNull(senderId),
      content: content.trim(),
      externalId: externalIdOf(named),
      ...(mentionedIds && { note: { mentionedIds } }),
    },
  ];
  const active = { status: ConversationStatus.ACTIVE, snoozedUntil: null };
  const appending = appendMessages(manager, conversationId, lines, stamp, system.length > 0 ? active : undefined);
  append(...lines.map((line) => ({ type: 'messageSent' as const, id: line.id, parentId: conversationId })), {
    type: 'conversationChanged',
    id: conversationId,
  });
  const isReopened = system.length > 0;
  const told = tellOfMessage({ manager, ...stamp }, { id, conversationId, senderType, mentionedIds, isReopened });
  told.catch(() => undefined);
  const appended = await appending;
  const message = appended?.messages.at(-1) as Message | undefined;
  if (!appended || !message) throw new Refusal(notFound('conversationId', 'conversation'));
  await told;
  return { message, conversation: appended.conversation };
}
