import type { EntityManager } from 'typeorm';
import type { Contact } from '../contact/contact';
import { noteParted } from '../contact/contact.changes';
import { unreachable } from '../contact/contact.checks';
import { findContacts } from '../contact/contact.repository';
import { sqlState } from '../database/sql-state';
import { tablesOf } from '../database/tables';
import { notFound, Refusal, refusedBy, UserErrorCode } from '../graphql/user-error';
import type { Write } from '../graphql/write-transaction';
import { undoneWithinDays } from './merge.repository';
import { activityOf } from './merge.statements';

interface Undone {
  intoId: string;
  fromId: string;
}

/**
 * Two contacts again. What was moved goes back, as far as it is still there; a field that the merge changed gets its old value, unless somebody
 * has changed it since. What came to the contact after the merge stays with it.
 * Errors: `Refusal` where there is no such merge, where its 30 days are over, and where the contact is gone, or was merged into another itself.
 */
export async function undoMerge(
  write: Write,
  mergeId: string,
): Promise<{ contact: Contact | null; restoredContact: Contact | null }> {
  const { manager, now, append } = write;
  const { intoId, fromId } = await lockMerge(manager, mergeId, now);
  await giveFieldsBack(manager, mergeId, now);
  await refusedBy(sqlState.uniqueViolation, takenSince, putBack(manager, mergeId));
  const conversations = await moveBack(manager, mergeId, { intoId, fromId });
  await refreshActivity(manager, [intoId, fromId]);
  for (const contactId of [intoId, fromId]) noteParted(write, contactId, mergeId);
  await manager.query(`update ${tablesOf(manager).contact_merges} set undone_at = $2 where id = $1`, [mergeId, now]);
  append(
    { type: 'contactChanged', id: intoId },
    { type: 'contactChanged', id: fromId },
    ...conversations.map((id) => ({ type: 'conversationChanged' as const, id })),
  );
  const both = await findContacts(manager, [intoId, fromId]);
  const byId = (id: string) => both.find((contact) => contact.id === id) ?? null;
  return { contact: byId(intoId), restoredContact: byId(fromId) };
}

async function lockMerge(manager: EntityManager, mergeId: string, now: Date): Promise<Undone> {
  const { contact_merges, contacts } = tablesOf(manager);
  const [merge]: Undone[] = await manager.query(
    `select into_id as "intoId", from_id as "fromId" from ${contact_merges}
     where id = $1 and undone_at is null and merged_at > $2::timestamptz - interval '${undoneWithinDays} days' for update`,
    [mergeId, now],
  );
  if (!merge) throw new Refusal(notFound('id', 'merge that can be undone'));
  const locked: unknown[] = await manager.query(`select id from ${contacts} where id = $1 for update`, [merge.intoId]);
  if (locked.length === 0) throw new Refusal(goneSince);
  return merge;
}

/** Before the other is back, whose external id it may have. */
async function giveFieldsBack(manager: EntityManager, mergeId: string, now: Date): Promise<void> {
  const { contacts, contact_merges } = tablesOf(manager);
  const column = (name: string) =>
    `${name} = case when c.${name} is not distinct from a.${name} then b.${name} else c.${name} end`;
  // Keys that the merge changed and that are still as it left them.
  const keys = `(select coalesce(array_agg(key), '{}') from jsonb_object_keys(a.metadata || b.metadata || c.metadata) as known(key)
    where (a.metadata->key) is distinct from (b.metadata->key) and (c.metadata->key) is not distinct from (a.metadata->key))`;
  const old = `(select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(b.metadata) where key = any(k.keys))`;
  const writing = manager.query(
    `update ${contacts} c set ${['name', 'email', 'phone', 'external_id'].map(column).join(', ')},
       phone_e164 = case when c.phone is not distinct from a.phone then b.phone_e164 else c.phone_e164 end,
       metadata = (select (c.metadata - k.keys) || ${old} from (select ${keys} as keys) k), updated_at = $2
     from ${contact_merges} g cross join lateral jsonb_populate_record(null::${contacts}, g.into_before) b
       cross join lateral jsonb_populate_record(null::${contacts}, g.into_after) a
     where g.id = $1 and c.id = g.into_id`,
    [mergeId, now],
  );
  await refusedBy(sqlState.checkViolation, unreachable, writing);
}

async function putBack(manager: EntityManager, mergeId: string): Promise<void> {
  const { contacts, contact_merges, contact_activity } = tablesOf(manager);
  for (const statement of [
    `with back as materialized (
       select r.* from ${contact_merges} g, jsonb_populate_record(null::${contacts}, g.from_before) r where g.id = $1)
     insert into ${contacts} select * from back`,
    `with back as materialized (
       select c.id, c.created_at from ${contact_merges} g join ${contacts} c on c.id = g.from_id where g.id = $1)
     insert into ${contact_activity} (contact_id, last_activity_at) select * from back`,
  ])
    await manager.query(statement, [mergeId]);
}

async function moveBack(manager: EntityManager, mergeId: string, { intoId, fromId }: Undone): Promise<string[]> {
  const { conversations, contact_notes, contact_changes, contact_labels, contact_aliases, contact_merges, labels } =
    tablesOf(manager);
  const ids = (what: string) =>
    `(select moved.id::uuid from ${contact_merges} g, jsonb_array_elements_text(g.moved->'${what}') as moved(id) where g.id = $1)`;
  const back = (table: string, what: string, column = 'id') =>
    manager.query(
      `update ${table} set contact_id = $3 where contact_id = $2 and ${column} in ${ids(what)} returning ${column} as id`,
      [mergeId, intoId, fromId],
    );
  const [moved]: [{ id: string }[], number] = await back(conversations, 'conversations');
  await back(contact_notes, 'notes');
  await back(contact_changes, 'changes');
  await manager.query(`delete from ${contact_aliases} where alias_id = $1`, [fromId]);
  await back(contact_aliases, 'aliases', 'alias_id');
  await manager.query(`delete from ${contact_labels} where contact_id = $2 and label_id in ${ids('addedLabels')}`, [
    mergeId,
    intoId,
  ]);
  await manager.query(
    `with back as materialized (select $2::uuid, l.id from ${labels} l where l.id in ${ids('labels')})
     insert into ${contact_labels} (contact_id, label_id) select * from back`,
    [mergeId, fromId],
  );
  return moved.map(({ id }) => id);
}

async function refreshActivity(manager: EntityManager, contactIds: readonly string[]): Promise<void> {
  const { contacts, contact_activity, conversations } = tablesOf(manager);
  await manager.query(
    `update ${contact_activity} a set last_activity_at = ${activityOf(conversations, 'c')}
     from ${contacts} c where c.id = any($1::uuid[]) and a.contact_id = c.id`,
    [contactIds],
  );
}

const goneSince = {
  code: UserErrorCode.CONFLICT,
  field: ['id'],
  message: 'The contact that remained has been deleted, or merged into another, since: undo that first.',
};
const takenSince = {
  code: UserErrorCode.CONFLICT,
  field: ['id'],
  message: 'The external id of the contact that is to come back belongs to another by now.',
};
