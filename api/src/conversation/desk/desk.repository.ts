import type { EntityManager } from 'typeorm';
import { tablesOf } from '../../database/tables';
import { notFound, Refusal } from '../../graphql/user-error';
import type { Write } from '../../graphql/write-transaction';
import { putLabels } from '../../label/put-labels';
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

/** All that it is to have. Errors: `Refusal` where there is no such conversation, or one of the labels is none. */
export async function setLabels(
  { manager, append }: Write,
  id: string,
  labelIds: readonly string[],
): Promise<Conversation> {
  const conversation = await lockConversation(manager, id);
  if (!conversation) throw new Refusal(notFound('id', 'conversation'));
  const isChanged = await putLabels(manager, { table: 'conversation_labels', column: 'conversation_id' }, id, labelIds);
  if (isChanged) append({ type: 'conversationChanged', id });
  return conversation;
}
