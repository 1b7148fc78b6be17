import type { EntityManager } from 'typeorm';
import type { Contact } from '../contact/contact';
import { type Compared, changesBetween, noteMerged } from '../contact/contact.changes';
import { unreachable } from '../contact/contact.checks';
import { contactColumns } from '../contact/contact.repository';
import { columnsOf } from '../database/columns';
import { sqlState } from '../database/sql-state';
import { type TenantTables, tablesOf } from '../database/tables';
import { notFound, Refusal, refusedBy } from '../graphql/user-error';
import type { Write } from '../graphql/write-transaction';
import { ContactMerge } from './contact-merge';
import { activityOf, moveAll } from './merge.statements';

/** Of `contact_merges g`. */
export const mergeColumns = `${columnsOf(ContactMerge, 'g')}, g.from_before->>'name' as "fromName"`;

/** How long a merge can be undone. */
export const undoneWithinDays = 30;

export interface Merging {
  intoId: string;
  fromId: string;
  choose: readonly string[];
}

/**
 * One contact of two: whatever belongs to the one is the other's afterwards, and a copy of both is kept. Both are locked first, in the order of
 * their ids, so that two merges of the same pair follow each other; what is written to either meanwhile waits, or is moved along.
 * Errors: `Refusal` where there is no such contact.
 */
export async function mergeContacts(
  write: Write,
  { intoId, fromId, choose }: Merging,
): Promise<{ contact: Contact; merge: ContactMerge }> {
  const { manager, id, now, actorId, append } = write;
  const tables = tablesOf(manager);
  await lockBoth(manager, tables, { intoId, fromId });
  await manager.query(`select id from ${tables.conversations} where contact_id = $1 order by id for update`, [fromId]);
  await manager.query(copyOfBoth(tables), [id, intoId, fromId, actorId, now]);
  const moved = await moveAll(manager, { intoId, fromId });
  await manager.query(`delete from ${tables.contacts} where id = $1`, [fromId]);
  const { contact, before, after } = await refusedBy(
    sqlState.checkViolation,
    unreachable,
    takeFields(manager, { mergeId: id, choose, now }),
  );
  noteMerged(write, intoId, id, changesBetween(before, after));
  append(
    { type: 'contactDeleted', id: fromId },
    { type: 'contactChanged', id: intoId },
    ...moved.map((conversationId) => ({ type: 'conversationChanged' as const, id: conversationId })),
  );
  const [merge] = await findMerges(manager, [id]);
  if (!merge) throw new Error('expected the merge that was just written');
  return { contact, merge };
}

async function lockBoth(
  manager: EntityManager,
  { contacts }: TenantTables,
  { intoId, fromId }: Pick<Merging, 'intoId' | 'fromId'>,
): Promise<void> {
  const found: { id: string }[] = await manager.query(
    `select id from ${contacts} where id = any($1::uuid[]) order by id for update`,
    [[intoId, fromId]],
  );
  for (const [field, id] of Object.entries({ intoId, fromId }))
    if (!found.some((contact) => contact.id === id)) throw new Refusal(notFound(field, 'contact'));
}

/** Materialized: Citus takes no INSERT of a bare SELECT with parameters. */
const copyOfBoth = (all: TenantTables): string => {
  const ids = (table: keyof TenantTables, column = 'id') =>
    `(select coalesce(jsonb_agg(r.${column}), '[]') from ${all[table]} r where r.contact_id = f.id)`;
  return `with copy as materialized (
     select $1::uuid, i.id, f.id as from_id, to_jsonb(i), to_jsonb(f), jsonb_build_object(
       'conversations', ${ids('conversations')}, 'notes', ${ids('contact_notes')}, 'changes', ${ids('contact_changes')},
       'labels', ${ids('contact_labels', 'label_id')}, 'aliases', ${ids('contact_aliases', 'alias_id')},
       'addedLabels', (select coalesce(jsonb_agg(r.label_id), '[]') from ${all.contact_labels} r where r.contact_id = f.id
         and not exists (select from ${all.contact_labels} own where own.contact_id = i.id and own.label_id = r.label_id))),
       $4::uuid, $5::timestamptz
     from ${all.contacts} i join ${all.contacts} f on f.id = $3 where i.id = $2)
   insert into ${all.contact_merges} (id, into_id, from_id, into_before, from_before, moved, actor_id, merged_at) select * from copy`;
};

/** Behind the removal of the other: its external id is free then. */
async function takeFields(
  manager: EntityManager,
  { mergeId, choose, now }: { mergeId: string; choose: readonly string[]; now: Date },
): Promise<{ contact: Contact; before: Compared; after: Compared }> {
  const { contacts, contact_activity, contact_merges, conversations } = tablesOf(manager);
  const column = (name: string, field = name) =>
    `${name} = case when '${field}' = any($2::text[]) then f.${name} else coalesce(c.${name}, f.${name}) end`;
  const chosen = '(select jsonb_object_agg(key, value) from jsonb_each(f.metadata) where key = any($2::text[]))';
  const isTakenWithPhone = `case when 'phone' = any($2::text[]) or c.phone is null then f.phone_e164 else c.phone_e164 end`;
  await manager.query(
    `update ${contacts} c set ${column('name')}, ${column('email')}, ${column('phone')}, phone_e164 = ${isTakenWithPhone},
       ${column('external_id', 'externalId')}, metadata = ((f.metadata || c.metadata) - $2::text[]) || coalesce(${chosen}, '{}'), updated_at = $3
     from ${contact_merges} g cross join lateral jsonb_populate_record(null::${contacts}, g.from_before) f
     where g.id = $1 and c.id = g.into_id`,
    [mergeId, choose, now],
  );
  const withOwnId = (row: string) => `${row} || jsonb_build_object('externalId', ${row}->'external_id')`;
  const [[kept]]: [{ before: Compared; after: Compared }[], number] = await manager.query(
    `update ${contact_merges} g set into_after = to_jsonb(c) from ${contacts} c where g.id = $1 and c.id = g.into_id
     returning ${withOwnId('g.into_before')} as before, ${withOwnId('g.into_after')} as after`,
    [mergeId],
  );
  const [[contact]]: [Contact[], number] = await manager.query(
    `update ${contact_activity} a set last_activity_at = ${activityOf(conversations, 'c')}
     from ${contact_merges} g, ${contacts} c where g.id = $1 and c.id = g.into_id and a.contact_id = c.id returning ${contactColumns}`,
    [mergeId],
  );
  if (!contact || !kept) throw new Error('expected the contact that remains');
  return { contact, ...kept };
}

export function findMerges(manager: EntityManager, ids: readonly string[]): Promise<ContactMerge[]> {
  const { contact_merges } = tablesOf(manager);
  return manager.query(`select ${mergeColumns} from ${contact_merges} g where g.id = any($1::uuid[])`, [ids]);
}

/** Of the contact that `contactId` names in SQL, those that can be undone; the latest first. */
export const mergesOf = ({ contact_merges }: TenantTables, contactId: string, columns: string): string =>
  `select ${columns} from ${contact_merges} g where g.into_id = ${contactId} and g.undone_at is null
     and g.merged_at > now() - interval '${undoneWithinDays} days' order by g.merged_at desc, g.id desc limit ${mostShown}`;

const mostShown = 50;

export function listMergesOf(manager: EntityManager, contactIds: readonly string[]): Promise<ContactMerge[]> {
  const tables = tablesOf(manager);
  return manager.query(
    `select g.* from unnest($1::uuid[]) as asked(id) cross join lateral (${mergesOf(tables, 'asked.id', mergeColumns)}) g`,
    [contactIds],
  );
}
