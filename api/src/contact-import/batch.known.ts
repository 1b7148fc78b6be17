import type { EntityManager } from 'typeorm';
import { tablesOf } from '../database/tables';
import type { CheckedRow, ContactValues } from './batch.check';

/** A contact that rows of the batch are about. */
export interface KnownContact {
  id: string;
  values: ContactValues;
  /** As the database lowers its address. */
  emailKey: string | null;
  /** The keys that the batch writes. */
  newMetadata: Record<string, unknown>;
  /** As it was before the batch, as JSON text, so that no number passes through JavaScript's; null where the batch makes it. */
  before: string | null;
  /** The row of an earlier batch of the import that wrote to it first; null for none. */
  owner: number | null;
  /** Whether it is still as that batch has left it. */
  isAsLeft: boolean;
}

/** Tells whether a contact has changed; for as long as its columns are these, whatever else it gets. */
export const fingerprint = (alias: string): string =>
  `md5(row(${['name', 'email', 'phone', 'metadata', 'external_id'].map((column) => `${alias}.${column}`).join(', ')},
    extract(epoch from ${alias}.updated_at))::text)`;

interface Keys {
  number: number;
  emailKey: string | null;
  ids: (string | null)[];
}

/** The oldest of those that share a key. Behind a fence, so that no walk through all contacts in their order looks cheaper than the key's index. */
const oldest = (contacts: string, condition: string): string =>
  `(select m.id from (select c.id, c.created_at from ${contacts} c where ${condition} offset 0) m order by m.created_at, m.id limit 1)`;

/**
 * Whom each row may mean, by its keys: external id, else address in any case, else number. One that is named by another external id is somebody
 * else, though the address be the same.
 */
export async function findKeys(
  manager: EntityManager,
  rows: readonly CheckedRow[],
  byExternalIdOnly: boolean,
): Promise<Keys[]> {
  const { contacts } = tablesOf(manager);
  const isNamedAlike = '(k.external_id is null or c.external_id is null)';
  const ways = [
    `(select c.id from ${contacts} c where c.external_id = k.external_id)`,
    ...(byExternalIdOnly
      ? []
      : [
          oldest(contacts, `lower(c.email) = lower(k.email) and ${isNamedAlike}`),
          oldest(contacts, `c.phone_e164 = k.phone and ${isNamedAlike}`),
        ]),
  ];
  return manager.query(
    `select k.number, lower(k.email) as "emailKey", array[${ways.join(', ')}] as ids
     from unnest($1::int[], $2::text[], $3::text[], $4::text[]) as k(number, external_id, email, phone)`,
    [
      rows.map(({ number }) => number),
      rows.map(({ values }) => values.externalId),
      rows.map(({ values }) => values.email),
      rows.map(({ values }) => values.phoneE164),
    ],
  );
}

/** `lock`: until the transaction ends; in the order of ids, so that two that lock several never wait for each other. The oldest first. */
export async function findKnown(
  manager: EntityManager,
  ids: readonly string[],
  { importId, lock }: { importId: string | null; lock: boolean },
): Promise<KnownContact[]> {
  if (ids.length === 0) return [];
  const { contacts, import_rows } = tablesOf(manager);
  if (lock)
    await manager.query(`select id from ${contacts} where id = any($1::uuid[]) order by id for no key update`, [ids]);
  const rows: (ContactValues & Omit<KnownContact, 'values' | 'newMetadata'>)[] = await manager.query(
    `select c.id, c.name, c.email, c.phone, c.phone_e164 as "phoneE164", c.external_id as "externalId", c.metadata,
       lower(c.email) as "emailKey", to_jsonb(c)::text as before, o.number as owner,
       coalesce(o.after = ${fingerprint('c')}, false) as "isAsLeft"
     from ${contacts} c left join ${import_rows} o on o.contact_id = c.id and o.import_id = $2 and o.after is not null
     where c.id = any($1::uuid[]) order by c.created_at, c.id`,
    [ids, importId],
  );
  return rows.map(({ id, emailKey, before, owner, isAsLeft, ...values }) => ({
    id,
    values,
    emailKey,
    newMetadata: {},
    before,
    owner,
    isAsLeft,
  }));
}
