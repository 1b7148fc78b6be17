import type { EntityManager } from 'typeorm';
import { tablesOf } from '../database/tables';
import type { Write } from '../graphql/write-transaction';
import { fingerprint } from './batch.known';
import { ImportState } from './import';
import { UndoOutcome } from './import-row';

const rowsAtOnce = 1_000;

interface Undoing {
  id: string;
  undoNumber: number | null;
  keepsChanged: boolean;
}

interface OwnerRow {
  number: number;
  contactId: string;
  isMade: boolean;
  after: string;
  undone: UndoOutcome | null;
}

/** Those that are to be taken back, with who has asked for it. */
export function listUndoing(manager: EntityManager): Promise<{ id: string; undoneBy: string | null }[]> {
  const { imports } = tablesOf(manager);
  return manager.query(`select id, undone_by as "undoneBy" from ${imports} where state = $1 order by id`, [
    ImportState.UNDOING,
  ]);
}

/**
 * Takes back what the next thousand rows have written, from the last to the first, in the caller's transaction. Whoever else is at it waits, and
 * goes on behind. Answers whether there is more.
 */
export async function undoBatch(write: Write, importId: string): Promise<boolean> {
  const { manager, append } = write;
  const { imports } = tablesOf(manager);
  const [of]: Undoing[] = await manager.query(
    `select id, undo_number as "undoNumber", keeps_changed as "keepsChanged" from ${imports}
     where id = $1 and state = $2 for no key update`,
    [importId, ImportState.UNDOING],
  );
  if (!of) return false;
  const rows = await listOwners(manager, of);
  const outcomes = await outcomesOf(manager, of, rows);
  const back = rows.filter(({ contactId }) => outcomes.get(contactId) === UndoOutcome.TAKEN_BACK);
  const made = back.filter(({ isMade }) => isMade).map(({ contactId }) => contactId);
  const changed = back.filter(({ isMade }) => !isMade).map(({ contactId }) => contactId);
  await removeMade(manager, made);
  await restoreChanged(manager, of, changed);
  await markRows(manager, of, rows, outcomes);
  for (const id of made) append({ type: 'contactDeleted', id });
  for (const id of changed) append({ type: 'contactChanged', id });
  append({ type: 'importChanged', id: of.id });
  return markImport(write, of, rows, outcomes);
}

function listOwners(manager: EntityManager, { id, undoNumber, keepsChanged }: Undoing): Promise<OwnerRow[]> {
  const { import_rows } = tablesOf(manager);
  return manager.query(
    `select r.number, r.contact_id as "contactId", r.before is null as "isMade", r.after, r.undone from ${import_rows} r
     where r.import_id = $1 and r.after is not null and ($2::int is null or r.number < $2)
       and (r.undone is null or (r.undone = $4 and not $3::boolean))
     order by r.number desc limit ${rowsAtOnce}`,
    [id, undoNumber, keepsChanged, UndoOutcome.CHANGED],
  );
}

/** Locks those that are there: nobody starts a conversation with one that is about to go. */
async function outcomesOf(
  manager: EntityManager,
  { id, keepsChanged }: Undoing,
  rows: readonly OwnerRow[],
): Promise<Map<string, UndoOutcome>> {
  const { contacts, contact_merges } = tablesOf(manager);
  const ids = rows.map(({ contactId }) => contactId);
  const found: { id: string; after: string }[] = await manager.query(
    `select c.id, ${fingerprint('c')} as after from ${contacts} c where c.id = any($1::uuid[]) order by c.id for update`,
    [ids],
  );
  const there = new Map(found.map((row) => [row.id, row.after]));
  const gone = ids.filter((contactId) => !there.has(contactId));
  const merged: { id: string }[] =
    gone.length === 0
      ? []
      : await manager.query(
          `select from_id as id from ${contact_merges} where from_id = any($1::uuid[]) and undone_at is null`,
          [gone],
        );
  const [isMerged, hasOwn] = [new Set(merged.map((row) => row.id)), await findWrittenTo(manager, id, rows)];
  return new Map(
    rows.map(({ contactId, after }) => {
      if (!there.has(contactId)) return [contactId, isMerged.has(contactId) ? UndoOutcome.MERGED : UndoOutcome.DELETED];
      if (hasOwn.has(contactId)) return [contactId, UndoOutcome.WRITTEN_TO];
      const isAsLeft = there.get(contactId) === after;
      return [contactId, isAsLeft || !keepsChanged ? UndoOutcome.TAKEN_BACK : UndoOutcome.CHANGED];
    }),
  );
}

/** Of the contacts that the import has made, those with something that would go with them. One that it has changed keeps all it has. */
async function findWrittenTo(
  manager: EntityManager,
  importId: string,
  rows: readonly OwnerRow[],
): Promise<Set<string>> {
  const made = rows.filter(({ isMade }) => isMade).map(({ contactId }) => contactId);
  if (made.length === 0) return new Set();
  const { conversations, contact_labels, contact_notes, contact_merges, contact_changes } = tablesOf(manager);
  const has = (table: string, column: string, condition = '') =>
    `exists (select from ${table} x where x.${column} = m.id ${condition})`;
  const written: { id: string }[] = await manager.query(
    `select m.id from unnest($1::uuid[]) as m(id) where ${[
      has(conversations, 'contact_id'),
      has(contact_labels, 'contact_id'),
      has(contact_notes, 'contact_id'),
      has(contact_merges, 'into_id', 'and x.undone_at is null'),
      has(contact_changes, 'contact_id', `and x.kind = 'merged' and x.source_id is distinct from $2::uuid`),
    ].join(' or ')}`,
    [made, importId],
  );
  return new Set(written.map(({ id }) => id));
}

/** For good: they are to be as if they had never been. What hangs on them goes with them. */
async function removeMade(manager: EntityManager, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await manager.query(`delete from ${tablesOf(manager).contacts} where id = any($1::uuid[])`, [ids]);
}

/** To what they were, also in when they last changed; what is told of the import in their history goes too. */
async function restoreChanged(manager: EntityManager, { id }: Undoing, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { contacts, contact_changes, import_rows } = tablesOf(manager);
  await manager.query(
    `update ${contacts} c set name = r.before->>'name', email = r.before->>'email', phone = r.before->>'phone',
       phone_e164 = r.before->>'phone_e164', external_id = r.before->>'external_id', metadata = r.before->'metadata',
       updated_at = (r.before->>'updated_at')::timestamptz
     from ${import_rows} r where r.import_id = $1 and r.contact_id = c.id and r.before is not null and c.id = any($2::uuid[])`,
    [id, ids],
  );
  await manager.query(`delete from ${contact_changes} where contact_id = any($2::uuid[]) and source_id = $1`, [
    id,
    ids,
  ]);
}

async function markRows(
  manager: EntityManager,
  { id }: Undoing,
  rows: readonly OwnerRow[],
  outcomes: ReadonlyMap<string, UndoOutcome>,
): Promise<void> {
  const { import_rows } = tablesOf(manager);
  await manager.query(
    `update ${import_rows} r set undone = n.undone from unnest($2::int[], $3::text[]) as n(number, undone)
     where r.import_id = $1 and r.number = n.number`,
    [id, rows.map(({ number }) => number), rows.map(({ contactId }) => outcomes.get(contactId))],
  );
}

const countOf: Record<UndoOutcome, 'taken_back' | 'kept' | 'impossible'> = {
  [UndoOutcome.TAKEN_BACK]: 'taken_back',
  [UndoOutcome.CHANGED]: 'kept',
  [UndoOutcome.WRITTEN_TO]: 'kept',
  [UndoOutcome.DELETED]: 'impossible',
  [UndoOutcome.MERGED]: 'impossible',
};

/** Those that were kept before are counted as what they are now. */
async function markImport(
  { manager, now }: Write,
  { id }: Undoing,
  rows: readonly OwnerRow[],
  outcomes: ReadonlyMap<string, UndoOutcome>,
): Promise<boolean> {
  const { imports } = tablesOf(manager);
  const added = { taken_back: 0, kept: 0, impossible: 0 };
  for (const { contactId, undone } of rows) {
    const outcome = outcomes.get(contactId);
    if (outcome) added[countOf[outcome]] += 1;
    if (undone) added[countOf[undone]] -= 1;
  }
  const hasMore = rows.length === rowsAtOnce;
  await manager.query(
    `update ${imports} im set taken_back_count = taken_back_count + $2::int, kept_count = kept_count + $3::int,
       impossible_count = impossible_count + $4::int, undo_number = $5, state = $6, updated_at = $7 where im.id = $1`,
    [
      id,
      added.taken_back,
      added.kept,
      added.impossible,
      rows.at(-1)?.number ?? 0,
      hasMore ? ImportState.UNDOING : ImportState.UNDONE,
      now,
    ],
  );
  return hasMore;
}
