import type { EntityManager } from 'typeorm';
import { tablesOf } from '../database/tables';

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
