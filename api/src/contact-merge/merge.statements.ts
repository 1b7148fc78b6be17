import type { EntityManager } from 'typeorm';
import { type TenantTables, tablesOf } from '../database/tables';

interface Pair {
  intoId: string;
  fromId: string;
}

/** When the last message was written in any conversation of the contact of that alias; its creation before the first. */
export const activityOf = (conversations: string, contact: string): string =>
  `coalesce((select max(v.last_message_at) from ${conversations} v where v.contact_id = ${contact}.id), ${contact}.created_at)`;

/** Answers the ids of the conversations. */
export async function moveAll(manager: EntityManager, { intoId, fromId }: Pair): Promise<string[]> {
  const { conversations, contact_notes, contact_changes, contact_labels, contact_aliases } = tablesOf(manager);
  const pair = [intoId, fromId];
  const [moved]: [{ id: string }[], number] = await manager.query(
    `update ${conversations} set contact_id = $1 where contact_id = $2 returning id`,
    pair,
  );
  for (const table of [contact_notes, contact_changes, contact_aliases])
    await manager.query(`update ${table} set contact_id = $1 where contact_id = $2`, pair);
  await manager.query(
    `with copy as materialized (select $1::uuid, label_id from ${contact_labels} where contact_id = $2)
     insert into ${contact_labels} (contact_id, label_id) select * from copy on conflict do nothing`,
    pair,
  );
  await manager.query(`insert into ${contact_aliases} (alias_id, contact_id) values ($2, $1)`, pair);
  return moved.map(({ id }) => id);
}

/** Keys of metadata beside the columns; where both have a name, the column's counts. */
const flat = (row: string): string =>
  `(${row}->'metadata') || jsonb_build_object('name', ${row}->'name', 'email', ${row}->'email', 'phone', ${row}->'phone', 'externalId', ${row}->'external_id')`;

/** Of the merge $1, what it changed about the contact that remains: by whom $2, when $3. */
export const recordedChanges = ({ contact_merges, contact_changes }: TenantTables): string =>
  `with copy as materialized (
     select g.id, g.into_id, 'merged', $2::uuid, g.id as source_id, (
       select coalesce(jsonb_object_agg(key, jsonb_build_array(b.value, a.value)), '{}')
       from jsonb_each(${flat('g.into_before')}) b full join jsonb_each(${flat('g.into_after')}) a using (key)
       where coalesce(a.value, 'null') <> coalesce(b.value, 'null')), $3::timestamptz
     from ${contact_merges} g where g.id = $1)
   insert into ${contact_changes} (id, contact_id, kind, actor_id, source_id, changes, created_at) select * from copy`;
