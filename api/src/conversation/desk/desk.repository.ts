import type { EntityManager } from 'typeorm';
import { tablesOf } from '../../database/tables';
import { notFound, Refusal, UserErrorCode } from '../../graphql/user-error';
import type { Write } from '../../graphql/write-transaction';
import { tellOfAssignment } from '../../notification/notices';
import type { Conversation } from '../conversation';
import { conversationColumns, findConversations, lockConversation } from '../conversation.repository';
import { keepSubject } from '../conversation.subjects';
import type { KnownAccount } from './assignee';
import type { Desk } from './desk';

/** Of `conversations v`; null of those that are settled. */
export const waitingSince = `case when v.status <> 'closed' then v.waiting_since end`;

export function findDesks(manager: EntityManager, ids: readonly string[]): Promise<(Desk & { id: string })[]> {
  const { conversations } = tablesOf(manager);
  return manager.query(
    `select v.id, v.assignee_id as "assigneeId", v.priority, ${waitingSince} as "waitingSince"
     from ${conversations} v where v.id = any($1::uuid[])`,
    [ids],
  );
}

const types = { subject: 'text', assignee_id: 'uuid', priority: 'int2' };

/** In the caller's transaction. Where nothing would change, nothing is written, and nobody hears of it. Errors: `Refusal`. */
export async function setColumn(
  { manager, append }: Write,
  id: string,
  column: keyof typeof types,
  value: unknown,
): Promise<Conversation> {
  const { conversations } = tablesOf(manager);
  const given = `$2::${types[column]}`;
  const [[changed]]: [Conversation[], number] = await manager.query(
    `update ${conversations} v set ${column} = ${given} where id = $1 and ${column} is distinct from ${given}
     returning ${conversationColumns}`,
    [id, value],
  );
  if (changed) {
    append({ type: 'conversationChanged', id });
    return changed;
  }
  const [unchanged] = await findConversations(manager, [id]);
  if (!unchanged) throw new Refusal(notFound('id', 'conversation'));
  return unchanged;
}

/** As above, and where it is searched. */
export async function rename(write: Write, id: string, subject: string | null): Promise<Conversation> {
  const conversation = await setColumn(write, id, 'subject', subject);
  await keepSubject(write.manager, id, subject);
  return conversation;
}

/** All sent at once. Errors: `Refusal` where there is no such conversation. */
export async function assign(write: Write, id: string, assignee: KnownAccount | null): Promise<Conversation> {
  const [, , conversation] = await Promise.all([
    assignee && introduceAccounts(write, [assignee]),
    tellOfAssignment(write, [id], assignee?.id),
    setColumn(write, id, 'assignee_id', assignee?.id ?? null),
  ]);
  return conversation;
}

/** So that the tenant can name them, though they may never have written here. */
export function introduceAccounts(
  { manager }: Pick<Write, 'manager'>,
  accounts: readonly KnownAccount[],
): Promise<unknown> {
  const { actors } = tablesOf(manager);
  return manager.query(
    `insert into ${actors} (id, kind, name) select id, 'account', name from unnest($1::uuid[], $2::text[]) as known(id, name)
     on conflict (id) do update set name = excluded.name`,
    [accounts.map(({ id }) => id), accounts.map(({ name }) => name)],
  );
}

export const mostLabelsOfOne = 20;

/** All that it is to have. Errors: `Refusal` where there is no such conversation, or one of the labels is none. */
export async function setLabels(
  { manager, append }: Write,
  id: string,
  labelIds: readonly string[],
): Promise<Conversation> {
  const conversation = await lockConversation(manager, id);
  if (!conversation) throw new Refusal(notFound('id', 'conversation'));
  const { labels, conversation_labels } = tablesOf(manager);
  // Held until the end, so that none of them is deleted meanwhile.
  const known: unknown[] = await manager.query(`select id from ${labels} where id = any($1::uuid[]) for key share`, [
    labelIds,
  ]);
  if (known.length < labelIds.length) throw new Refusal(notFound('labelIds', 'label'));
  const [[removed], added]: [[unknown[], number], unknown[]] = await Promise.all([
    manager.query(
      `delete from ${conversation_labels} where conversation_id = $1 and label_id <> all($2::uuid[]) returning label_id`,
      [id, labelIds],
    ),
    manager.query(
      `insert into ${conversation_labels} (conversation_id, label_id) select $1::uuid, label_id from unnest($2::uuid[]) as wanted(label_id)
       on conflict do nothing returning label_id`,
      [id, labelIds],
    ),
  ]);
  if (removed.length + added.length > 0) append({ type: 'conversationChanged', id });
  return conversation;
}

export const tooManyLabels = {
  code: UserErrorCode.INVALID,
  field: ['labelIds'],
  message: `A conversation can have at most ${mostLabelsOfOne} labels.`,
};
