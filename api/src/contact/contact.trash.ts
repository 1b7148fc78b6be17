import type { EntityManager } from 'typeorm';
import { tablesOf } from '../database/tables';
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

/**
 * Moves a contact with its conversations and messages out of the live tables, so that no other query has to know of deletion.
 * The locks keep a message from being written between the copy and the removal: whoever writes one waits, and then finds nothing.
 * Answers whether there was such a contact.
 */
export async function trashContact(
  manager: EntityManager,
  id: string,
  { now, tenant }: { now: Date; tenant: { schemaVersion: string } },
): Promise<boolean> {
  const { contacts, contact_activity, conversations, messages, deleted_contacts } = tablesOf(manager);
  const locked: unknown[] = await manager.query(`select id from ${contacts} where id = $1 for update`, [id]);
  if (locked.length === 0) return false;
  await manager.query(`select id from ${conversations} where contact_id = $1 for update`, [id]);
  await manager.query(
    // Materialized: Citus takes no INSERT of a bare SELECT with parameters.
    `with copy as materialized (select c.id, $2::timestamptz,
       to_jsonb(c) || jsonb_build_object('last_activity_at', a.last_activity_at),
       (select coalesce(jsonb_agg(to_jsonb(v)), '[]') from ${conversations} v where v.contact_id = c.id),
       (select coalesce(jsonb_agg(to_jsonb(m)), '[]') from ${conversations} v join ${messages} m on m.conversation_id = v.id where v.contact_id = c.id)
       , ${deskCopy(tablesOf(manager), tenant)}
     from ${contacts} c join ${contact_activity} a on a.contact_id = c.id where c.id = $1)
     insert into ${deleted_contacts} (id, deleted_at, contact, conversations, messages, desk) select * from copy`,
    [id, now],
  );
  await manager.query(`delete from ${contacts} where id = $1`, [id]);
  return true;
}

/**
 * Puts everything back as it was. Answers whether the contact was found among the deleted ones.
 * A migration that adds a required column has to fill it in the copies too.
 */
export async function untrashContact(
  manager: EntityManager,
  id: string,
  { now, tenant }: { now: Date; tenant: { schemaVersion: string } },
): Promise<boolean> {
  const { contacts, contact_activity, conversations, messages, deleted_contacts } = tablesOf(manager);
  const found: unknown[] = await manager.query(
    `select id from ${deleted_contacts} where id = $1 and deleted_at >= $2 for update`,
    [id, restorableSince(now)],
  );
  if (found.length === 0) return false;
  for (const statement of [
    `with back as materialized (
       select r.* from ${deleted_contacts} d, jsonb_populate_record(null::${contacts}, d.contact) r where d.id = $1)
     insert into ${contacts} select * from back`,
    `with back as materialized (
       select d.id, (d.contact->>'last_activity_at')::timestamptz from ${deleted_contacts} d where d.id = $1)
     insert into ${contact_activity} (contact_id, last_activity_at) select * from back`,
    `with back as materialized (
       select r.* from ${deleted_contacts} d, jsonb_populate_recordset(null::${conversations}, d.conversations) r where d.id = $1)
     insert into ${conversations} select * from back`,
    `with back as materialized (
       select r.* from ${deleted_contacts} d, jsonb_populate_recordset(null::${messages}, d.messages) r where d.id = $1)
     insert into ${messages} select * from back`,
    ...deskBack(tablesOf(manager), tenant),
    subjectsBack(tablesOf(manager)),
  ]) {
    await manager.query(statement, [id]);
  }
  await manager.query(`delete from ${deleted_contacts} where id = $1`, [id]);
  return true;
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
