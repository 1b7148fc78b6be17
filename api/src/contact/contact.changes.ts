import { v7 as uuidV7 } from 'uuid';
import { hasContactWork } from '../database/contact-work';
import { insertRow } from '../database/insert-row';
import { tablesOf } from '../database/tables';
import type { Write } from '../graphql/write-transaction';
import type { Contact, namedMetadata } from './contact';

/**
 * By the name of the field, or the key of `metadata`: what it was and what it became, null for nothing. A key that is named like a field
 * that is no key has `metadata.` before it.
 */
export type FieldChanges = Record<string, [from: unknown, to: unknown]>;

/** Those of metadata may be among them, or in it, as the table has them. */
export type Compared = Pick<Contact, 'name' | 'email' | 'phone' | 'metadata'> &
  Partial<Pick<Contact, (typeof namedMetadata)[number]>> & { externalId?: string | null };

export function changesBetween(before: Compared, after: Compared): FieldChanges {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  return Object.fromEntries(
    [...new Set([...old.keys(), ...now.keys()])]
      .map((key): [string, [unknown, unknown]] => [key, [old.get(key) ?? null, now.get(key) ?? null]])
      .filter(([, [from, to]]) => !isSame(from, to)),
  );
}

const valuesOf = ({ metadata, name, email, phone, externalId, company, position, source }: Compared) =>
  new Map<string, unknown>([
    ...Object.entries({ name, email, phone, externalId }),
    ...Object.entries({ company, position, source }).filter(([, value]) => value !== undefined),
    ...Object.entries(metadata).map(([key, value]): [string, unknown] => [keyOfHistory(key), value]),
  ]);

/** What a key of `metadata` is called in `FieldChanges`. */
export const keyOfHistory = (key: string): string => (isTaken(key) ? `${prefix}${key}` : key);

const prefix = 'metadata.';

const isTaken = (key: string): boolean =>
  ['name', 'email', 'phone', 'externalId'].includes(key) || key.startsWith(prefix);

/** What the database answers has its keys in one order. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** In the contact's history, where anything changed. */
export function noteChange(write: Write, contactId: string, changes: FieldChanges): void {
  if (Object.keys(changes).length > 0) note(write, contactId, { kind: 'changed', changes });
}

export function noteRestored(write: Write, contactIds: readonly string[]): void {
  if (!hasContactWork(write.tenant)) return;
  for (const [nth, contactId] of contactIds.entries())
    note(write, contactId, { kind: 'restored', id: uuidV7({ msecs: write.now.getTime(), seq: nth }) });
}

/** What the merge of that id changed about the contact that remains. */
export const noteMerged = (write: Write, contactId: string, sourceId: string, changes: FieldChanges): void =>
  note(write, contactId, { kind: 'merged', sourceId, changes });

/** Of either contact. */
export const noteParted = (write: Write, contactId: string, sourceId: string): void =>
  note(write, contactId, { kind: 'parted', id: uuidV7({ msecs: write.now.getTime() }), sourceId });

/** Of very many contacts at once, what the import of that id changed about each. */
export async function noteImported(
  { manager, now, actorId }: Write,
  sourceId: string,
  changed: readonly { contactId: string; changes: FieldChanges }[],
): Promise<void> {
  if (changed.length === 0) return;
  const { contact_changes } = tablesOf(manager);
  await manager.query(
    `insert into ${contact_changes} (id, contact_id, kind, actor_id, source_id, changes, created_at)
     select n.id, n.contact_id, 'imported', $4::uuid, $5::uuid, n.changes, $6::timestamptz
     from unnest($1::uuid[], $2::uuid[], $3::jsonb[]) as n(id, contact_id, changes)`,
    [
      changed.map((_, nth) => uuidV7({ msecs: now.getTime(), seq: nth })),
      changed.map(({ contactId }) => contactId),
      changed.map(({ changes }) => JSON.stringify(changes)),
      actorId,
      sourceId,
      now,
    ],
  );
}

interface Noted {
  /** Where one write makes several. */
  id?: string;
  kind: string;
  sourceId?: string;
  changes?: FieldChanges;
}

function note(write: Write, contactId: string, { id = write.id, kind, sourceId, changes = {} }: Noted): void {
  const [statement, values] = insertRow(tablesOf(write.manager).contact_changes, 'ch', {
    id,
    contact_id: contactId,
    kind,
    actor_id: write.actorId,
    source_id: sourceId ?? null,
    changes: JSON.stringify(changes),
    created_at: write.now,
  });
  write.trailing(write.manager.query(statement, values));
}
