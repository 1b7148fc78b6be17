import { hasContactWork } from '../database/contact-work';
import { tablesOf } from '../database/tables';
import type { Write } from '../graphql/write-transaction';
import { type Contact, namedMetadata } from './contact';

/** By the name of the field, or the key of `metadata`: what it was and what it became, null for nothing. */
export type FieldChanges = Record<string, [from: unknown, to: unknown]>;

const fields = ['name', 'email', 'phone', ...namedMetadata] as const;

type Changeable = Pick<Contact, (typeof fields)[number] | 'metadata'>;

export function changesBetween(before: Changeable, after: Changeable): FieldChanges {
  const keys = new Set([...Object.keys(before.metadata), ...Object.keys(after.metadata)]);
  const pairs: [string, unknown, unknown][] = [
    ...[...keys].map((key): [string, unknown, unknown] => [key, before.metadata[key], after.metadata[key]]),
    // Behind those: a further key that is named like a field does not hide it.
    ...fields.map((field): [string, unknown, unknown] => [field, before[field], after[field]]),
  ];
  return Object.fromEntries(
    pairs.filter(([, from, to]) => !isSame(from, to)).map(([key, from, to]) => [key, [from ?? null, to ?? null]]),
  );
}

/** What the database answers has its keys in one order. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** In the contact's history, where anything changed. */
export function noteChange(write: Write, contactId: string, changes: FieldChanges): void {
  if (Object.keys(changes).length > 0) note(write, contactId, 'changed', changes);
}

export function noteRestored(write: Write, contactId: string): void {
  if (hasContactWork(write.tenant)) note(write, contactId, 'restored', {});
}

function note({ manager, id, actorId, now, trailing }: Write, contactId: string, kind: string, changes: FieldChanges) {
  const { contact_changes } = tablesOf(manager);
  trailing(
    manager.query(
      `insert into ${contact_changes} (id, contact_id, kind, actor_id, changes, created_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, contactId, kind, actorId, JSON.stringify(changes), now],
    ),
  );
}
