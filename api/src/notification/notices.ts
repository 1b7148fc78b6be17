import type { EntityManager } from 'typeorm';
import { tablesOf } from '../database/tables';
import type { LoggedWork } from '../events/logged-transaction';

/** When, by whom, and upon which tables: of the write that causes it. */
export interface Cause extends Pick<LoggedWork, 'manager' | 'now'> {
  actorId: string | null;
  tenant: { schemaVersion: string };
}

/** Of one cause: as many as a company may have members. */
const mostRecipients = 1_000;

const nothing = Promise.resolve();

interface NewMessage {
  id: string;
  conversationId: string;
  senderType: 'user' | 'contact' | 'system';
  mentionedIds: readonly string[] | undefined;
  /** Whether the conversation was closed or snoozed. */
  isReopened: boolean;
}

/** Of a message or note, in the round trip that writes it, behind what it rests on. */
export function tellOfMessage(cause: Cause, message: NewMessage): Promise<void> {
  if (message.senderType === 'contact') return tellOfReply(cause, message);
  return tellOfMention(cause, message);
}

/** To the member whose the conversation is; of nobody's, where nothing waited before, to those who want that. Behind the message's count. */
function tellOfReply(cause: Cause, { conversationId, id: messageId, isReopened }: NewMessage): Promise<void> {
  const { conversations, notification_settings } = tablesOf(cause.manager);
  return tell(
    cause,
    { conversationId: '$4::uuid', messageId: '$5::uuid' },
    `with v as materialized (
       select assignee_id, waiting_since = last_message_at or $3::bool as is_new from ${conversations} where id = $4)
     , told as materialized (
       select v.assignee_id as recipient_id, 'replied' as kind from v
       where v.assignee_id is not null and ${unlessOff(cause.manager, 'v.assignee_id', 'replied')}
       union all
       select s.member_id, 'unassigned' from v, ${notification_settings} s
       where v.assignee_id is null and v.is_new and s.on_unassigned)`,
    [isReopened, conversationId, messageId],
  );
}

/** To those who are mentioned in a note. Behind the note, which fails where there is no such conversation. */
function tellOfMention(
  cause: Cause,
  { conversationId, id: messageId, mentionedIds: memberIds = [] }: NewMessage,
): Promise<void> {
  if (memberIds.length === 0) return nothing;
  return tell(
    cause,
    { conversationId: '$4::uuid', messageId: '$5::uuid' },
    `with told as materialized (
       select m.id as recipient_id, 'mentioned' as kind from unnest($3::uuid[]) as m(id)
       where ${unlessOff(cause.manager, 'm.id', 'mentioned')})`,
    [memberIds, conversationId, messageId],
  );
}

/** To the new assignee, of those that were not theirs before: it is sent in front of the change, and holds them in the order of contacts. */
export function tellOfAssignment(
  cause: Cause,
  conversationIds: readonly string[],
  assigneeId: string | null | undefined,
): Promise<void> {
  if (!assigneeId || assigneeId === cause.actorId) return nothing;
  const { conversations } = tablesOf(cause.manager);
  return tell(
    cause,
    { conversationId: 'told.conversation_id', messageId: 'null::uuid' },
    `with v as materialized (
       select id from ${conversations} where id = any($3::uuid[]) and assignee_id is distinct from $4::uuid
       order by contact_id, id for no key update)
     , told as materialized (
       select $4::uuid as recipient_id, 'assigned' as kind, v.id as conversation_id from v
       where ${unlessOff(cause.manager, '$4::uuid', 'assigned')})`,
    [conversationIds, assigneeId],
  );
}

const unlessOff = (manager: EntityManager, member: string, kind: 'assigned' | 'mentioned' | 'replied'): string =>
  `not exists (select from ${tablesOf(manager).notification_settings} off where off.member_id = ${member} and not off.on_${kind})`;

/** `recipients`: `with … told`, whose parameters begin with the third. Nobody is told of what they have done themselves. */
async function tell(
  { manager, now, actorId }: Cause,
  of: { conversationId: string; messageId: string },
  recipients: string,
  values: unknown[],
): Promise<void> {
  const { notifications } = tablesOf(manager);
  await manager.query(
    `${recipients}
     insert into ${notifications} (id, recipient_id, kind, conversation_id, message_id, actor_id, created_at)
     select gen_random_uuid(), told.recipient_id, told.kind, ${of.conversationId}, ${of.messageId}, $1::uuid, $2::timestamptz
     from told where told.recipient_id is distinct from $1::uuid limit ${mostRecipients}`,
    [actorId, now, ...values],
  );
}

const hourMs = 3_600_000;

/** What is to be there by the time that somebody may be told: in full hours, so that a busy tenant asks for one in each. */
export const noticeJobs = (now = Date.now()): Record<string, Date> => ({
  purgeNotifications: new Date(Math.ceil((now + 1) / hourMs) * hourMs),
});
