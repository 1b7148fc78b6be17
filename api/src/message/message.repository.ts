import type { EntityManager } from 'typeorm';
import { ConversationStatus } from '../contact/conversation-status';
import type { Conversation } from '../conversation/conversation';
import { lockConversation } from '../conversation/conversation.repository';
import { appendMessages, type NewMessage } from '../conversation/thread';
import { columnsOf } from '../database/columns';
import { type Sql, sqlOf, tablesOf } from '../database/tables';
import type { PageRequest, Position } from '../graphql/pagination';
import { textOrNull } from '../graphql/text';
import { notFound, Refusal, requireId } from '../graphql/user-error';
import type { Write } from '../graphql/write';
import { Message, SenderType } from './message';
import type { SendMessageInput } from './message.inputs';

/** Of `messages m`. */
const messageColumns = columnsOf(Message, 'm');

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

/** What a person wrote last: backwards through the same index, past the system's lines, of which few follow one another. */
export function findLastWords(manager: EntityManager, conversationIds: readonly string[]): Promise<Message[]> {
  const { messages } = tablesOf(manager);
  return manager.query(
    `select last.* from unnest($1::uuid[]) as asked(conversation_id), lateral (
       select ${messageColumns} from ${messages} m
       where m.conversation_id = asked.conversation_id and m.sender_type <> 'system'
       order by m.number desc limit 1
     ) last`,
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

/**
 * In the caller's transaction. A message of the contact makes a closed or snoozed conversation active, and the thread
 * says so before it.
 * Errors: `Refusal` where there is no such conversation.
 */
export async function sendMessage(
  { manager, id, append, ...stamp }: Write,
  { senderType, ...input }: SendMessageInput,
): Promise<{ message: Message; conversation: Conversation }> {
  const conversationId = requireId('conversationId', input.conversationId, 'conversation');
  const reopens = senderType === SenderType.CONTACT && (await isAtRest(manager, conversationId));
  const lines: NewMessage[] = [
    ...(reopens ? [{ senderType: SenderType.SYSTEM, content: 'Reopened by a message from the contact' }] : []),
    { id, senderType, senderId: textOrNull(input.senderId), content: input.content.trim() },
  ];
  const active = { status: ConversationStatus.ACTIVE, snoozedUntil: null };
  const appended = await appendMessages(manager, conversationId, lines, stamp, reopens ? active : undefined);
  if (!appended) throw new Refusal(notFound('conversationId', 'conversation'));
  append(
    ...appended.messages.map((line) => ({ type: 'messageSent' as const, id: line.id, parentId: conversationId })),
    {
      type: 'conversationChanged',
      id: conversationId,
    },
  );
  const message = appended.messages.at(-1) as Message | undefined;
  if (!message) throw new Error('expected the written message');
  return { message, conversation: appended.conversation };
}

async function isAtRest(manager: EntityManager, conversationId: string): Promise<boolean> {
  const conversation = await lockConversation(manager, conversationId);
  return conversation !== null && conversation.status !== ConversationStatus.ACTIVE;
}
