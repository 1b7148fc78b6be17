import type { EntityManager } from 'typeorm';
import { findAliased } from '../contact/contact.alias';
import { type TenantTables, tablesOf } from '../database/tables';
import type { PageRequest, Position } from '../graphql/pagination';
import { notFound, Refusal, UserErrorCode } from '../graphql/user-error';
import type { Write } from '../graphql/write-transaction';
import {
  countsBeside,
  countsOfDeleted,
  countsOfLive,
  emptyChangesOfMerges,
  isKeyOf,
  madeOneWith,
} from './erasure.statements';
import type { ErasedRows, ErasureReceipt } from './erasure-receipt';

const dayMs = 24 * 60 * 60 * 1_000;

/** Errors: `Refusal` where there is no such contact, where it was merged into another, and where it has another name. */
export async function eraseContact(
  { manager, id, now, actorId, append }: Write,
  contactId: string,
  { confirmName, backupRetentionDays }: { confirmName: string | null; backupRetentionDays: number | null },
): Promise<ErasureReceipt> {
  const tables = tablesOf(manager);
  const { name, isDeleted } = await lock(manager, contactId);
  if (confirmName !== null && confirmName.trim() !== name.trim()) throw new Refusal(otherName);
  const same: { id: string }[] = await manager.query(madeOneWith(tables), [contactId]);
  const ids = same.map((one) => one.id);
  const counts = { ...(isDeleted ? countsOfDeleted(tables) : countsOfLive(tables)), ...countsBeside(tables) };
  const removed = await countAll(manager, counts, [contactId, ids]);
  await removeAll(manager, tables, contactId, ids);
  const receipt = {
    removed,
    backupsUntil: backupRetentionDays && new Date(now.getTime() + backupRetentionDays * dayMs).toISOString(),
    remains,
  };
  const { erasures } = tables;
  await manager.query(
    `insert into ${erasures} (id, contact_id, actor_id, receipt, erased_at) values ($1, $2, $3, $4, $5)`,
    [id, contactId, actorId, JSON.stringify(receipt), now],
  );
  append({ type: 'contactDeleted', id: contactId });
  return { id, contactId, actorId, erasedAt: now.toISOString(), ...receipt } as ErasureReceipt;
}

/** The locks keep a message from being written meanwhile: whoever writes one waits, and then finds nothing. */
async function lock(manager: EntityManager, id: string): Promise<{ name: string; isDeleted: boolean }> {
  const { contacts, conversations, deleted_contacts } = tablesOf(manager);
  const [live]: { name: string }[] = await manager.query(`select name from ${contacts} where id = $1 for update`, [id]);
  if (live) {
    await manager.query(`select id from ${conversations} where contact_id = $1 for update`, [id]);
    return { ...live, isDeleted: false };
  }
  const [deleted]: { name: string }[] = await manager.query(
    `select contact->>'name' as name from ${deleted_contacts} where id = $1 for update`,
    [id],
  );
  if (deleted) return { ...deleted, isDeleted: true };
  const remaining = await findAliased(manager, id);
  throw new Refusal(remaining === null ? notFound('id', 'contact') : mergedInto(remaining));
}

async function countAll(
  manager: EntityManager,
  counts: Record<string, string>,
  values: [string, string[]],
): Promise<ErasedRows[]> {
  const columns = Object.entries(counts).map(([table, from]) => `(select count(*)::int from ${from}) as ${table}`);
  const [found]: Record<string, number>[] = await manager.query(
    // Each value has its type, also where no part of the statement uses it.
    `select ${columns.join(', ')} where $1::uuid is not null and $2::uuid[] is not null`,
    values,
  );
  return Object.entries(found ?? {})
    .map(([table, count]) => ({ table, count }))
    .filter(({ count }) => count > 0);
}

/** What finds its rows by the contact's goes before it; all else goes with its contact or conversation. */
async function removeAll(manager: EntityManager, all: TenantTables, id: string, ids: string[]): Promise<void> {
  await Promise.all([
    manager.query(`delete from ${all.idempotency_keys} d where ${isKeyOf(all)}`, [id, ids]),
    manager.query(emptyChangesOfMerges(all), [ids]),
    manager.query(`delete from ${all.contact_aliases} where contact_id = $1`, [id]),
    manager.query(`delete from ${all.contact_merges} where into_id = any($1::uuid[]) or from_id = any($1::uuid[])`, [
      ids,
    ]),
    // That there was a row is part of the import's account; what it held is not.
    manager.query(
      `update ${all.import_rows} set before = null, after = null, detail = null where contact_id = any($1::uuid[])`,
      [ids],
    ),
    manager.query(`delete from ${all.contacts} where id = $1`, [id]),
    manager.query(`delete from ${all.deleted_contacts} where id = any($1::uuid[])`, [ids]),
  ]);
}

const mergedInto = (id: string) => ({
  code: UserErrorCode.CONFLICT,
  field: ['id'],
  message: `This contact was merged into ${id}: erase that one, which erases both.`,
});

const otherName = {
  code: UserErrorCode.INVALID,
  field: ['confirmName'],
  message: 'This is not the contact’s name.',
};

const remains = [
  'The event log names the contact by its id, and keeps that for seven days.',
  'The audit log says who erased a contact with this id, and when.',
  'What was sent to the contact, and files that were exported before, are with those who have them.',
];

/** Of `erasures e`. */
const columns = `e.id, e.contact_id as "contactId", e.actor_id as "actorId", e.erased_at as "erasedAt",
  e.receipt->'removed' as removed, e.receipt->>'backupsUntil' as "backupsUntil", e.receipt->'remains' as remains`;

/** The latest first. */
export function listErasures(manager: EntityManager, { size, after }: PageRequest): Promise<ErasureReceipt[]> {
  const { erasures } = tablesOf(manager);
  return manager.query(
    `select ${columns} from ${erasures} e
     where $1::timestamptz is null or (e.erased_at, e.id) < ($1::timestamptz, $2::uuid)
     order by e.erased_at desc, e.id desc limit $3`,
    [after?.key ?? null, after?.id ?? null, size + 1],
  );
}

export async function countErasures(manager: EntityManager, atMost: number | null): Promise<number> {
  const { erasures } = tablesOf(manager);
  const [row]: { count: number }[] = await manager.query(
    `select count(*) as count from (select 1 from ${erasures} limit $1) counted`,
    [atMost],
  );
  return row?.count ?? 0;
}

export const positionOfErasure = ({ erasedAt, id }: ErasureReceipt): Position => ({ key: erasedAt, id });
