import type { EntityManager } from 'typeorm';
import { tablesOf } from '../database/tables';
import type { Write } from '../graphql/write-transaction';
import { deskBack, deskCopy, subjectsBack } from './contact.trash-desk';

const dayMs = 24 * 60 * 60 * 1_000;
const keepForMs = 30 * dayMs;

/** The day in which what is deleted now is removed for good. In full days, so that one job serves for all of a day. */
export const purgedAt = (deletedAt: Date): Date =>
  new Date(Math.ceil((deletedAt.getTime() + keepForMs) / dayMs) * dayMs);

/** What was deleted since then can be restored. */
export const restorableSince = (now: Date): Date => new Date(now.getTime() - keepForMs);

const minuteMs = 60 * 1_000;

/** When somebody looks for what is still to be done of a restored contact: after its commit, in full minutes. */
export const seenToAt = (restoredAt: Date): Date =>
  new Date(Math.ceil((restoredAt.getTime() + minuteMs) / minuteMs) * minuteMs);

type When = Pick<Write, 'now' | 'tenant'>;

/**
 * Moves contacts with their conversations and messages out of the live tables, so that no other query has to know of deletion.
 * The locks keep a message from being written between the copy and the removal: whoever writes one waits, and then finds nothing.
 * Answers the ids of those that there were.
 */
export async function trashContacts(
  manager: EntityManager,
  ids: readonly string[],
  { now, tenant }: When,
): Promise<string[]> {
  const { contacts, contact_activity, conversations, messages, deleted_contacts } = tablesOf(manager);
  // In one order, here and wherever many are locked: two at once cannot wait for each other in a circle.
  const locked: { id: string }[] = await manager.query(
    `select id from ${contacts} where id = any($1::uuid[]) order by id for update`,
    [ids],
  );
  if (locked.length === 0) return [];
  const found = locked.map(({ id }) => id);
  await manager.query(
    `select id from ${conversations} where contact_id = any($1::uuid[]) order by contact_id, id for update`,
    [found],
  );
  await manager.query(
    // Materialized: Citus takes no INSERT of a bare SELECT with parameters.
    `with copy as materialized (select c.id, $2::timestamptz,
       to_jsonb(c) || jsonb_build_object('last_activity_at', a.last_activity_at),
       (select coalesce(jsonb_agg(to_jsonb(v)), '[]') from ${conversations} v where v.contact_id = c.id),
       (select coalesce(jsonb_agg(to_jsonb(m)), '[]') from ${conversations} v join ${messages} m on m.conversation_id = v.id where v.contact_id = c.id)
       , ${deskCopy(tablesOf(manager), tenant)}
     from ${contacts} c join ${contact_activity} a on a.contact_id = c.id where c.id = any($1::uuid[]))
     insert into ${deleted_contacts} (id, deleted_at, contact, conversations, messages, desk) select * from copy`,
    [found, now],
  );
  await manager.query(`delete from ${contacts} where id = any($1::uuid[])`, [found]);
  return found;
}

/**
 * Puts everything back as it was. Answers the ids of those that were found among the deleted ones.
 * A migration that adds a required column has to fill it in the copies too.
 */
export async function untrashContacts(
  manager: EntityManager,
  ids: readonly string[],
  { now, tenant }: When,
): Promise<string[]> {
  const { contacts, contact_activity, conversations, messages, deleted_contacts } = tablesOf(manager);
  const locked: { id: string }[] = await manager.query(
    `select id from ${deleted_contacts} where id = any($1::uuid[]) and deleted_at >= $2 order by id for update`,
    [ids, restorableSince(now)],
  );
  if (locked.length === 0) return [];
  const found = locked.map(({ id }) => id);
  const copies = `from ${deleted_contacts} d`;
  const asked = 'd.id = any($1::uuid[])';
  for (const statement of [
    `with back as materialized (
       select r.* ${copies}, jsonb_populate_record(null::${contacts}, d.contact) r where ${asked})
     insert into ${contacts} select * from back`,
    `with back as materialized (
       select d.id, (d.contact->>'last_activity_at')::timestamptz ${copies} where ${asked})
     insert into ${contact_activity} (contact_id, last_activity_at) select * from back`,
    `with back as materialized (
       select r.* ${copies}, jsonb_populate_recordset(null::${conversations}, d.conversations) r where ${asked})
     insert into ${conversations} select * from back`,
    `with back as materialized (
       select r.* ${copies}, jsonb_populate_recordset(null::${messages}, d.messages) r where ${asked})
     insert into ${messages} select * from back`,
    ...deskBack(tablesOf(manager), tenant),
    subjectsBack(tablesOf(manager)),
  ]) {
    await manager.query(statement, [found]);
  }
  await manager.query(`delete from ${deleted_contacts} where id = any($1::uuid[])`, [found]);
  return found;
}

/** Removes for good what was deleted 30 days ago. Answers the day in which the next is due; null where nothing is left. */
export async function purgeDeletedContacts(manager: EntityManager, now: Date): Promise<Date | null> {
  const { deleted_contacts } = tablesOf(manager);
  await manager.query(`delete from ${deleted_contacts} where deleted_at < $1`, [restorableSince(now)]);
  const [left]: { oldest: string | null }[] = await manager.query(
    `select min(deleted_at) as oldest from ${deleted_contacts}`,
  );
  return left?.oldest ? purgedAt(new Date(left.oldest)) : null;
}
