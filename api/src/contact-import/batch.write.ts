import type { EntityManager } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { noteImported } from '../contact/contact.changes';
import { tablesOf } from '../database/tables';
import type { Write } from '../graphql/write-transaction';
import type { Decision } from './batch.decide';
import { fingerprint, type KnownContact } from './batch.known';
import { type Import, ImportState } from './import';
import { importColumns } from './import.repository';
import { ImportOutcome } from './import-row';

/** The nth id of a moment: a list by creation has the contacts of a file in its order. */
export const idAt = (now: Date, nth: number): string => uuidV7({ msecs: now.getTime(), seq: nth });

/** What was decided, in a few statements for all rows. Answers the import as it is then. */
export async function writeDecisions(write: Write, of: Import, decisions: readonly Decision[]): Promise<Import> {
  const { manager, append } = write;
  const touched = [...new Set(decisions.filter(hasWritten).flatMap(({ contact }) => contact ?? []))];
  const [made, changed] = [touched.filter(isMade), touched.filter((contact) => !isMade(contact))];
  const [ofMade, ofChanged] = await Promise.all([
    insertContacts(write, made),
    updateContacts(write, changed),
    noteImported(write, of.id, changesOf(decisions)),
  ]);
  const after = new Map([...ofMade, ...ofChanged].map((row) => [row.id, row.after]));
  const [, , updated] = await Promise.all([
    insertRows(manager, of, decisions, after),
    updateOwners(manager, of, changed, after),
    updateImport(write, of, decisions),
  ]);
  for (const { id } of touched) append({ type: 'contactChanged', id });
  append({ type: 'importChanged', id: of.id });
  return updated;
}

const isMade = ({ before }: KnownContact): boolean => before === null;

const hasWritten = ({ outcome }: Decision): boolean =>
  outcome === ImportOutcome.CREATED || outcome === ImportOutcome.CHANGED;

interface After {
  id: string;
  after: string;
}

const json = (value: unknown): string => JSON.stringify(value);

async function insertContacts({ manager, now, actorId }: Write, made: KnownContact[]): Promise<After[]> {
  if (made.length === 0) return [];
  const { contacts, contact_activity } = tablesOf(manager);
  const ids = made.map(({ id }) => id);
  const inserted: Promise<After[]> = manager.query(
    `insert into ${contacts} as c (id, name, email, phone, phone_e164, external_id, metadata, created_by, created_at, updated_at)
     select n.id, n.name, n.email, n.phone, n.e164, n.external_id, n.metadata, $8::uuid, $9::timestamptz, $9::timestamptz
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[])
       as n(id, name, email, phone, e164, external_id, metadata)
     returning c.id, ${fingerprint('c')} as after`,
    [ids, ...columnsOf(made), made.map(({ newMetadata }) => json(newMetadata)), actorId, now],
  );
  const active = manager.query(
    `insert into ${contact_activity} (contact_id, last_activity_at) select n.id, $2::timestamptz from unnest($1::uuid[]) as n(id)`,
    [ids, now],
  );
  const [rows] = await Promise.all([inserted, active]);
  return rows;
}

async function updateContacts({ manager, now }: Write, changed: KnownContact[]): Promise<After[]> {
  if (changed.length === 0) return [];
  const { contacts } = tablesOf(manager);
  const [rows]: [After[], number] = await manager.query(
    `update ${contacts} c set name = n.name, email = n.email, phone = n.phone, phone_e164 = n.e164, external_id = n.external_id,
       metadata = c.metadata || n.metadata, updated_at = $8::timestamptz
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[])
       as n(id, name, email, phone, e164, external_id, metadata)
     where c.id = n.id returning c.id, ${fingerprint('c')} as after`,
    [changed.map(({ id }) => id), ...columnsOf(changed), changed.map(({ newMetadata }) => json(newMetadata)), now],
  );
  return rows;
}

const columnsOf = (of: readonly KnownContact[]) =>
  (['name', 'email', 'phone', 'phoneE164', 'externalId'] as const).map((field) =>
    of.map(({ values }) => values[field]),
  );

const changesOf = (decisions: readonly Decision[]) =>
  decisions.flatMap(({ outcome, contact, changes }) =>
    outcome === ImportOutcome.CHANGED && contact ? [{ contactId: contact.id, changes }] : [],
  );

/** Of each contact, `before` and `after` stand in the first row of the import that wrote to it. */
async function insertRows(
  manager: EntityManager,
  of: Import,
  decisions: readonly Decision[],
  after: ReadonlyMap<string, string>,
): Promise<void> {
  const { import_rows } = tablesOf(manager);
  const owned = new Set<KnownContact>();
  const owners = decisions.map((decision) => {
    const { contact } = decision;
    if (!contact || !hasWritten(decision) || contact.owner !== null || owned.has(contact)) return null;
    owned.add(contact);
    return contact;
  });
  await manager.query(
    `insert into ${import_rows} (import_id, number, outcome, contact_id, before, after, detail)
     select $1::uuid, n.number, n.outcome, n.contact_id, n.before, n.after, n.detail
     from unnest($2::int[], $3::text[], $4::uuid[], $5::jsonb[], $6::text[], $7::jsonb[])
       as n(number, outcome, contact_id, before, after, detail)`,
    [
      of.id,
      decisions.map(({ number }) => number),
      decisions.map(({ outcome }) => outcome),
      decisions.map(({ contact }) => contact?.id ?? null),
      owners.map((contact) => contact?.before ?? null),
      owners.map((contact) => (contact ? after.get(contact.id) : null) ?? null),
      decisions.map(({ errors }) => (errors.length > 0 ? json(errors) : null)),
    ],
  );
}

/** One that somebody has changed between two batches is not as the import has left it, whatever the second writes. */
async function updateOwners(
  manager: EntityManager,
  of: Import,
  changed: readonly KnownContact[],
  after: ReadonlyMap<string, string>,
): Promise<void> {
  const again = changed.filter(({ owner, isAsLeft }) => owner !== null && isAsLeft);
  if (again.length === 0) return;
  const { import_rows } = tablesOf(manager);
  await manager.query(
    `update ${import_rows} r set after = n.after from unnest($2::int[], $3::text[]) as n(number, after)
     where r.import_id = $1 and r.number = n.number`,
    [of.id, again.map(({ owner }) => owner), again.map(({ id }) => after.get(id))],
  );
}

async function updateImport({ manager, now }: Write, of: Import, decisions: readonly Decision[]): Promise<Import> {
  const { imports } = tablesOf(manager);
  const outcomes = Object.values(ImportOutcome);
  const counts = outcomes.map((wanted) => decisions.filter(({ outcome }) => outcome === wanted).length);
  const added = outcomes
    .map((outcome, index) => `${outcome}_count = im.${outcome}_count + $${index + 4}::int`)
    .join(', ');
  const soFar = outcomes.map((outcome, index) => `im.${outcome}_count + $${index + 4}::int`).join(' + ');
  const [[updated]]: [Import[], number] = await manager.query(
    `update ${imports} im set ${added}, last_number = greatest(im.last_number, $2::int), updated_at = $3::timestamptz,
       state = case when ${soFar} >= im.row_count then '${ImportState.FINISHED}' else im.state end
     where im.id = $1 returning ${importColumns}`,
    [of.id, Math.max(...decisions.map(({ number }) => number)), now, ...counts],
  );
  if (!updated) throw new Error('expected the import that is held');
  return updated;
}
