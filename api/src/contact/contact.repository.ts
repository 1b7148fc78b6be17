import type { EntityManager } from 'typeorm';
import { columnsOf } from '../database/columns';
import { hasContactWork } from '../database/contact-work';
import { insertRow } from '../database/insert-row';
import { sqlState } from '../database/sql-state';
import { type TenantTables, tablesOf } from '../database/tables';
import { externalIdOf } from '../graphql/external-id';
import { e164From, textOrNull } from '../graphql/text';
import { refusedBy } from '../graphql/user-error';
import type { Write } from '../graphql/write-transaction';
import { Contact, namedMetadata } from './contact';
import { changesBetween, noteChange } from './contact.changes';
import { unreachable } from './contact.checks';
import type { CreateContactInput, UpdateContactInput } from './contact.inputs';

export type SortedContact = Contact & { sortKey: string };

/** The further keys: those that have fields of their own are not repeated. */
export const furtherKeys = (alias: string) => `${alias}.metadata - '{${namedMetadata.join(',')}}'::text[]`;

const namedKeys = (alias: string) => namedMetadata.map((key) => `${alias}.metadata->>'${key}' as ${key}`).join(', ');

export const ownColumns = (alias: string, metadata = furtherKeys(alias)) =>
  `${columnsOf(Contact, alias, { metadata })}, ${namedKeys(alias)}`;

/** Of `contacts c` joined with `contact_activity a`. */
export const contactColumns = `${ownColumns('c')}, a.last_activity_at as "lastActivityAt"`;

export function findContacts(manager: EntityManager, ids: readonly string[]): Promise<Contact[]> {
  const { contacts, contact_activity } = tablesOf(manager);
  return manager.query(
    `select ${contactColumns} from ${contacts} c join ${contact_activity} a on a.contact_id = c.id where c.id = any($1::uuid[])`,
    [ids],
  );
}

/** Within the transaction that also makes its first conversation. Two plain statements, sent at once: Citus takes no CTE that writes. */
export async function insertContact(
  manager: EntityManager,
  id: string,
  input: CreateContactInput,
  { now, actorId }: Pick<Write, 'now' | 'actorId'>,
): Promise<Contact> {
  const { contacts, contact_activity } = tablesOf(manager);
  const phone = textOrNull(input.phone);
  const externalId = externalIdOf(input);
  const [insert, values] = insertRow(contacts, 'c', {
    id,
    name: input.name.trim(),
    email: textOrNull(input.email),
    phone,
    phone_e164: phone && e164From(phone),
    metadata: metadataOf(input),
    created_at: now,
    updated_at: now,
    ...(actorId !== null && { created_by: actorId }),
    ...(externalId !== null && { external_id: externalId }),
  });
  const inserted: Promise<Omit<Contact, 'lastActivityAt'>[]> = manager.query(
    `${insert} returning ${ownColumns('c')}`,
    values,
  );
  const active = manager.query(`insert into ${contact_activity} (contact_id, last_activity_at) values ($1, $2)`, [
    id,
    now,
  ]);
  const [[contact]] = await Promise.all([inserted, active]);
  if (!contact) throw new Error('expected the inserted contact');
  return { ...contact, lastActivityAt: contact.createdAt };
}

/** Held until the transaction ends. Answers whether there is such a contact. */
export async function lockContact(manager: EntityManager, id: string): Promise<boolean> {
  const { contacts } = tablesOf(manager);
  const held: unknown[] = await manager.query(`select id from ${contacts} where id = $1 for no key update`, [id]);
  return held.length > 0;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * In the caller's transaction; what was changed is written down beside it. Null where there is no such contact.
 * Errors: `Refusal` where neither email nor phone would remain.
 */
export async function updateContact(
  write: Write,
  id: string,
  input: UpdateContactInput,
  fieldValues: Values,
): Promise<Contact | null> {
  // As it was, and is until then: the one is sent behind the other, without waiting for it.
  const reading = hasContactWork(write.tenant) ? readLocked(write.manager, id) : null;
  const [before, after] = await Promise.all([reading, writeFields(write, id, input, fieldValues)]);
  if (before && after) noteChange(write, id, changesBetween(before, after));
  return after;
}

async function readLocked(manager: EntityManager, id: string): Promise<Contact | null> {
  const { contacts } = tablesOf(manager);
  const [contact]: Contact[] = await manager.query(
    `select ${ownColumns('c')} from ${contacts} c where c.id = $1 for no key update`,
    [id],
  );
  return contact ?? null;
}

async function writeFields(
  { manager, now, tenant }: Write,
  id: string,
  input: UpdateContactInput,
  fieldValues: Values,
): Promise<Contact | null> {
  const { contacts, contact_activity } = tablesOf(manager);
  const values: unknown[] = [id, now];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const assignments = ['updated_at = $2'];
  if (input.name) assignments.push(`name = ${bind(input.name.trim())}`);
  if (input.email !== undefined) assignments.push(`email = ${bind(textOrNull(input.email))}`);
  if (input.phone !== undefined) {
    const phone = textOrNull(input.phone);
    assignments.push(`phone = ${bind(phone)}`, `phone_e164 = ${bind(phone && e164From(phone))}`);
  }
  const kept = hasContactWork(tenant) ? keptKeys(tablesOf(manager)) : namedOnly;
  assignments.push(`metadata = ${metadataAssignment(input, fieldValues, kept, bind)}`);

  const updating: Promise<[Contact[], number]> = manager.query(
    `update ${contacts} c set ${assignments.join(', ')} from ${contact_activity} a
     where c.id = $1 and a.contact_id = c.id returning ${contactColumns}`,
    values,
  );
  // The input alone does not show what will remain; of the table's checks, only that one is not made before.
  const [rows] = await refusedBy(sqlState.checkViolation, unreachable, updating);
  return rows[0] ?? null;
}

/** Named keys that are blank are left out, so that "no source" is stored in one way. */
function metadataOf(input: CreateContactInput): string {
  const named = namedMetadata.map((key) => [key, textOrNull(input[key])]).filter(([, value]) => value !== null);
  return JSON.stringify({ ...withoutNamed(input.metadata), ...Object.fromEntries(named) });
}

const namedOnly = `key = any('{${namedMetadata.join(',')}}')`;

/** What stays where `metadata` is replaced: what has a field, of this kind or of that. */
const keptKeys = ({ custom_fields }: TenantTables): string =>
  `(${namedOnly} or key in (select f.key from ${custom_fields} f where f.deleted_at is null))`;

/** `metadata` replaces the further keys, named and custom fields replace theirs, and what is left out stays. `stays`: a condition on `key`. */
function metadataAssignment(
  input: UpdateContactInput,
  fieldValues: Readonly<Record<string, unknown>>,
  stays: string,
  bind: (value: unknown) => string,
): string {
  const named = namedMetadata.filter((key) => input[key] !== undefined).map((key) => [key, textOrNull(input[key])]);
  const changed = Object.entries({ ...fieldValues, ...Object.fromEntries(named) });
  const removed = bind(changed.map(([key]) => key));
  const set = Object.fromEntries(changed.filter(([, value]) => value !== null));
  const kept =
    input.metadata === undefined
      ? `c.metadata`
      : `(select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(c.metadata) where ${stays})
         || ${bind(JSON.stringify(withoutNamed(input.metadata)))}::jsonb`;
  return `((${kept}) - ${removed}::text[]) || ${bind(JSON.stringify(set))}::jsonb`;
}

function withoutNamed(metadata: Record<string, unknown> | null | undefined): Record<string, unknown> {
  const named: readonly string[] = namedMetadata;
  return Object.fromEntries(Object.entries(metadata ?? {}).filter(([key]) => !named.includes(key)));
}
