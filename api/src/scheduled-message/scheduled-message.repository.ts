import type { EntityManager } from 'typeorm';
import type { Conversation } from '../conversation/conversation';
import { findConversations, lockConversation } from '../conversation/conversation.repository';
import { columnsOf } from '../database/columns';
import { type TenantTables, tablesOf } from '../database/tables';
import { notFound, Refusal, requireId, UserErrorCode } from '../graphql/user-error';
import type { Write } from '../graphql/write-transaction';
import { ScheduledMessage, type SchedulingFailure } from './scheduled-message';
import type { ChangeScheduledMessageInput, ScheduleMessageInput } from './scheduled-message.inputs';

/** Those that were not sent included. */
export const mostOfConversation = 100;
const mostOfTenant = 1_000;

/** Of `scheduled_messages sm`. */
const columns = columnsOf(ScheduledMessage, 'sm');

export interface Scheduled {
  scheduledMessage: ScheduledMessage;
  conversation: Conversation;
}

/** What waits in one conversation, and what was not sent; the first that is due first. */
export const scheduledIn = ({ scheduled_messages }: TenantTables, conversationId: string, selected: string): string =>
  `select ${selected} from ${scheduled_messages} sm where sm.conversation_id = ${conversationId} order by sm.send_at, sm.id`;

export function listScheduled(manager: EntityManager, conversationIds: readonly string[]): Promise<ScheduledMessage[]> {
  return manager.query(
    `select one.* from unnest($1::uuid[]) as asked(id), lateral (${scheduledIn(tablesOf(manager), 'asked.id', columns)}) one`,
    [conversationIds],
  );
}

/** Errors: `Refusal`, where there is no such conversation or too much is scheduled already. */
export async function schedule(write: Write, input: ScheduleMessageInput): Promise<Scheduled> {
  const { manager, id, now, actorId, append } = write;
  const { scheduled_messages } = tablesOf(manager);
  const conversationId = requireId('conversationId', input.conversationId, 'conversation');
  // Held, so that those who schedule at once are counted one after the other.
  const conversation = await lockConversation(manager, conversationId);
  if (!conversation) throw new Refusal(notFound('conversationId', 'conversation'));
  const [known]: { ofConversation: number; ofTenant: number }[] = await manager.query(
    `select count(*) as "ofTenant", count(*) filter (where conversation_id = $1) as "ofConversation" from ${scheduled_messages}`,
    [conversationId],
  );
  if (!known || known.ofConversation >= mostOfConversation)
    throw new Refusal(tooMany(mostOfConversation, 'conversation'));
  if (known.ofTenant >= mostOfTenant) throw new Refusal(tooMany(mostOfTenant, 'company'));
  const [scheduledMessage]: ScheduledMessage[] = await manager.query(
    `insert into ${scheduled_messages} as sm (id, conversation_id, author_id, content, send_at, expected_number, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning ${columns}`,
    [id, conversationId, actorId, input.content.trim(), input.sendAt, input.expectedNumber ?? null, now],
  );
  if (!scheduledMessage) throw new Error('expected the scheduled message');
  append({ type: 'conversationChanged', id: conversationId });
  return { scheduledMessage, conversation };
}

/** To the repeat of a write whose answer was lost. Errors: `Refusal` where it was sent or cancelled since. */
export async function findScheduled(manager: EntityManager, id: string): Promise<Scheduled> {
  const { scheduled_messages } = tablesOf(manager);
  const [row]: ScheduledMessage[] = await manager.query(
    `select ${columns} from ${scheduled_messages} sm where sm.id = $1`,
    [id],
  );
  return withConversation(manager, row, gone);
}

/** One that was not sent waits again, as whose who changes it. Errors: `Refusal` where it is no longer there. */
export async function changeScheduled(write: Write, input: ChangeScheduledMessageInput): Promise<Scheduled> {
  const { manager, now, actorId, append } = write;
  const { scheduled_messages } = tablesOf(manager);
  const [[row]]: [ScheduledMessage[], number] = await manager.query(
    `update ${scheduled_messages} sm set content = coalesce($2, content),
       send_at = coalesce($3, case when failure is null then send_at else $4 end),
       author_id = case when failure is null then author_id else $5::uuid end,
       expected_number = case when failure is null then expected_number end, failure = null
     where id = $1 returning ${columns}`,
    [requireId('id', input.id, thing), input.content?.trim() ?? null, input.sendAt ?? null, now, actorId],
  );
  const changed = await withConversation(manager, row, notFound('id', thing));
  append({ type: 'conversationChanged', id: changed.conversation.id });
  return changed;
}

/** Errors: as above. */
export async function cancelScheduled({ manager, append }: Write, givenId: string): Promise<Scheduled> {
  const { scheduled_messages } = tablesOf(manager);
  const [[row]]: [ScheduledMessage[], number] = await manager.query(
    `delete from ${scheduled_messages} sm where id = $1 returning ${columns}`,
    [requireId('id', givenId, thing)],
  );
  const cancelled = await withConversation(manager, row, notFound('id', thing));
  append({ type: 'conversationChanged', id: cancelled.conversation.id });
  return cancelled;
}

/** Takes it out to be sent, in the transaction that sends it; null where another has, or it is not due any more. */
export async function takeDue(
  { manager, now }: Pick<Write, 'manager' | 'now'>,
  id: string,
): Promise<{ expectedNumber: number | null; content: string } | null> {
  const { scheduled_messages } = tablesOf(manager);
  const [[taken]]: [{ expectedNumber: number | null; content: string }[], number] = await manager.query(
    `delete from ${scheduled_messages} where id = $1 and send_at <= $2 and failure is null
     returning content, expected_number as "expectedNumber"`,
    [id, now],
  );
  return taken ?? null;
}

export function listDue(manager: EntityManager, now: Date, atMost: number): Promise<ScheduledMessage[]> {
  const { scheduled_messages } = tablesOf(manager);
  return manager.query(
    `select ${columns} from ${scheduled_messages} sm where sm.failure is null and sm.send_at <= $1 order by sm.send_at, sm.id limit $2`,
    [now, atMost],
  );
}

/** Null where nothing waits. */
export async function firstDueAt(manager: EntityManager): Promise<Date | null> {
  const { scheduled_messages } = tablesOf(manager);
  const [first]: { at: string | null }[] = await manager.query(
    `select min(send_at) as at from ${scheduled_messages} where failure is null`,
  );
  return first?.at ? new Date(first.at) : null;
}

/** In the caller's transaction. Where it is not due any more, it stays as it is. */
export async function markFailed({ manager, now, append }: Write, due: ScheduledMessage, why: SchedulingFailure) {
  const { scheduled_messages } = tablesOf(manager);
  const [marked]: [unknown[], number] = await manager.query(
    `update ${scheduled_messages} set failure = $3 where id = $1 and send_at <= $2 and failure is null returning id`,
    [due.id, now, why],
  );
  if (marked.length > 0) append({ type: 'conversationChanged', id: due.conversationId });
}

const thing = 'scheduled message';

async function withConversation(
  manager: EntityManager,
  scheduledMessage: ScheduledMessage | undefined,
  missing: Refusal['userError'],
): Promise<Scheduled> {
  const [conversation] = scheduledMessage ? await findConversations(manager, [scheduledMessage.conversationId]) : [];
  if (!scheduledMessage || !conversation) throw new Refusal(missing);
  return { scheduledMessage, conversation };
}

const gone = {
  code: UserErrorCode.CONFLICT,
  field: ['idempotencyKey'],
  message: 'What was scheduled with this key was sent or cancelled since.',
};

const tooMany = (most: number, of: string) => ({
  code: UserErrorCode.CONFLICT,
  field: ['conversationId'],
  message: `At most ${most.toLocaleString('en')} messages can be scheduled in a ${of}: cancel some.`,
});
