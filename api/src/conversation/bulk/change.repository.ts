import type { EntityManager } from 'typeorm';
import { tablesOf } from '../../database/tables';
import { isUuid } from '../../graphql/text';
import { notFound, Refusal } from '../../graphql/user-error';
import type { Write } from '../../graphql/write-transaction';
import { changeLabels, labelsAfter, listLabelIds, requireLabels } from '../../label/change-labels';
import { mostLabelsOfOne, tooManyLabels } from '../../label/put-labels';
import { tellOfAssignment } from '../../notification/notices';
import type { Conversation } from '../conversation';
import { changeLocked, conversationColumns, findConversations } from '../conversation.repository';
import type { KnownAccount } from '../desk/assignee';
import { findDesks, introduceAccounts } from '../desk/desk.repository';
import { inChange, statusChangeOf } from './change.checks';
import type { ConversationBefore, ConversationChange, ConversationChangeResult } from './change.inputs';

const labelled = { table: 'conversation_labels', column: 'conversation_id' } as const;

/**
 * One change of many, in the caller's transaction: what cannot be changed is said of it alone.
 * Errors: `Refusal` where a label of the change is none.
 */
export async function changeAll(
  write: Write,
  givenIds: readonly string[],
  change: ConversationChange,
  assignee: KnownAccount | null | undefined,
): Promise<ConversationChangeResult[]> {
  const { manager, append } = write;
  const locked = await lockConversations(manager, givenIds.filter(isUuid));
  const before = await readBefore(manager, locked);
  await requireLabels(manager, change, inChange);
  if (assignee) await introduceAccounts(write, [assignee]);

  const fits = ({ id }: Conversation) => labelsAfter(before.get(id)?.labelIds ?? [], change).size <= mostLabelsOfOne;
  const changing = locked.filter(fits);
  const ids = changing.map(({ id }) => id);
  await tellOfAssignment(write, ids, assignee?.id);
  const changed = new Set([
    ...(await setColumns(manager, ids, change, assignee)),
    ...(await changeLabels(manager, labelled, ids, change)),
  ]);
  for (const id of changed) append({ type: 'conversationChanged', id });
  const status = statusChangeOf(change);
  // All are locked: their statements are sent one behind the other.
  if (status) await Promise.all(changing.map((conversation) => changeLocked(manager, conversation, status, write)));

  const after = new Map((await findConversations(manager, ids)).map((conversation) => [conversation.id, conversation]));
  const isThere = new Set(locked.map(({ id }) => id));
  return givenIds.map((given) => {
    const id = given.toLowerCase();
    const conversation = after.get(id) ?? null;
    if (conversation) return { id: given, conversation, before: before.get(id) ?? null, userErrors: [] };
    const error = isThere.has(id) ? inChange(tooManyLabels('A conversation')) : notFound('ids', 'conversation');
    return { id: given, conversation, before: null, userErrors: [error] };
  });
}

/** In the order of contacts, whose activity lines touch: two changes at once cannot wait for each other in a circle. */
async function lockConversations(manager: EntityManager, ids: readonly string[]): Promise<Conversation[]> {
  const { conversations } = tablesOf(manager);
  return manager.query(
    `select ${conversationColumns} from ${conversations} v where v.id = any($1::uuid[]) order by v.contact_id, v.id for no key update`,
    [ids],
  );
}

async function readBefore(manager: EntityManager, locked: Conversation[]): Promise<Map<string, ConversationBefore>> {
  const ids = locked.map(({ id }) => id);
  const [desks, labelIds] = await Promise.all([findDesks(manager, ids), listLabelIds(manager, labelled, ids)]);
  const deskOf = new Map(desks.map((desk) => [desk.id, desk]));
  return new Map(
    locked.map(({ id, status, snoozedUntil }) => {
      const desk = deskOf.get(id);
      if (!desk) throw new Refusal(notFound('ids', 'conversation'));
      const { assigneeId, priority } = desk;
      return [id, { status, snoozedUntil, assigneeId, priority, labelIds: labelIds.get(id) ?? [] }];
    }),
  );
}

/** Answers the ids of those that were not so before. */
async function setColumns(
  manager: EntityManager,
  ids: readonly string[],
  { priority }: ConversationChange,
  assignee: KnownAccount | null | undefined,
): Promise<string[]> {
  const { conversations } = tablesOf(manager);
  const values: unknown[] = [ids];
  const wanted: [column: string, value: string][] = [];
  if (assignee !== undefined) wanted.push(['assignee_id', `$${values.push(assignee?.id ?? null)}::uuid`]);
  if (priority !== undefined && priority !== null) wanted.push(['priority', `$${values.push(priority)}::int2`]);
  if (wanted.length === 0) return [];
  const [changed]: [{ id: string }[], number] = await manager.query(
    `update ${conversations} set ${wanted.map(([column, value]) => `${column} = ${value}`).join(', ')}
     where id = any($1::uuid[]) and (${wanted.map(([column, value]) => `${column} is distinct from ${value}`).join(' or ')}) returning id`,
    values,
  );
  return changed.map(({ id }) => id);
}
