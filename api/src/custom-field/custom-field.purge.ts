import type { EntityManager } from 'typeorm';
import { hasContactWork } from '../database/contact-work';
import { tablesOf } from '../database/tables';
import { inLoggedTransaction } from '../events/logged-transaction';
import type { Due } from '../graphql/feature';

const minuteMs = 60_000;

/** The minute in which values go: by then no process takes the field for one in use any more. In full minutes, so that one job serves several. */
export const purgingAt = (now: Date): Date => new Date(Math.ceil((now.getTime() + minuteMs) / minuteMs) * minuteMs);

/** Of one transaction: what is locked by it is free again soon. */
const batchSize = 1_000;

const first = '00000000-0000-0000-0000-000000000000';

/**
 * Takes the values of purged fields out of every contact, and then the fields. In batches along the ids; where it is interrupted it begins
 * anew, and finds what is left.
 */
export async function purgeFields(due: Due): Promise<null> {
  const { manager, schemaVersion, now, tell } = due;
  if (!hasContactWork({ schemaVersion })) return null;
  const purged = await findPurged(manager);
  if (purged.length === 0) return null;
  const keys = purged.map(({ key }) => key);
  for (const table of ['contacts', 'deleted_contacts'] as const) {
    let after: string | null = first;
    while (after !== null)
      after = await manager.transaction((inside) => purgeBatch(inside, table, keys, after ?? first));
  }
  const { seq } = await inLoggedTransaction(manager, {}, async ({ manager: inside, append }) => {
    const { custom_fields } = tablesOf(inside);
    const ids = purged.map(({ id }) => id);
    await inside.query(`delete from ${custom_fields} where id = any($1::uuid[]) and purged_at <= $2`, [ids, now]);
    append(...ids.map((id) => ({ type: 'customFieldsChanged' as const, id })));
  });
  tell(seq);
  return null;
}

function findPurged(manager: EntityManager): Promise<{ id: string; key: string }[]> {
  const { custom_fields } = tablesOf(manager);
  return manager.query(`select f.id, f.key from ${custom_fields} f where f.purged_at is not null`);
}

/** Answers the last id of the batch; null where it was the last batch. A contact without such a value is not written. */
async function purgeBatch(
  manager: EntityManager,
  table: 'contacts' | 'deleted_contacts',
  keys: readonly string[],
  after: string,
): Promise<string | null> {
  const name = tablesOf(manager)[table];
  const ids: { id: string }[] = await manager.query(
    `select id from ${name} where id > $1 order by id limit ${batchSize}`,
    [after],
  );
  const last = ids.at(-1);
  if (!last) return null;
  const [metadata, rest] = changeOf[table];
  await manager.query(`update ${name} set ${rest} where id > $1 and id <= $2 and ${metadata} ?| $3::text[]`, [
    after,
    last.id,
    keys,
  ]);
  return ids.length < batchSize ? null : last.id;
}

/** Where the metadata is, and the assignment that takes the keys (`$3`) out of it. */
const changeOf = {
  contacts: ['metadata', `metadata = metadata - $3::text[]`],
  deleted_contacts: [
    `(contact -> 'metadata')`,
    `contact = jsonb_set(contact, '{metadata}', (contact -> 'metadata') - $3::text[])`,
  ],
} as const;
