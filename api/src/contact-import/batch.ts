import type { EntityManager } from 'typeorm';
import { lockContactKeys } from '../contact/contact.keys';
import { tablesOf } from '../database/tables';
import { Refusal, UserErrorCode } from '../graphql/user-error';
import type { Write } from '../graphql/write-transaction';
import type { CheckedRow } from './batch.check';
import { type Decision, Decisions } from './batch.decide';
import { findKeys, findKnown } from './batch.known';
import { idAt, writeDecisions } from './batch.write';
import { type Import, ImportState, OnDuplicate } from './import';
import { requireImport } from './import.repository';
import type { ImportOutcome, ImportResult } from './import-row';

/** In the caller's transaction. Errors: `Refusal` where there is no such import, or where it takes no rows. */
export async function importRows(
  write: Write,
  importId: string,
  rows: readonly CheckedRow[],
): Promise<{ results: ImportResult[]; import: Import }> {
  const { manager, now } = write;
  const of = await requireImport(manager, importId);
  const known = await findEarlier(manager, of, rows);
  const isNew = ({ number }: CheckedRow) => !known.has(number);
  const coming = rows.filter(isNew);
  if (coming.length > 0 && of.state !== ImportState.RUNNING) throw new Refusal(takesNone);
  const beyond = coming.find(({ number }) => number > (of.rowCount ?? Number.POSITIVE_INFINITY));
  if (beyond) throw new Refusal(tooMany);
  await lockContactKeys(manager, 'alone');
  const decisions = await decide(manager, coming, {
    importId: of.id,
    onDuplicate: of.onDuplicate,
    lock: true,
    newId: (nth) => idAt(now, nth),
  });
  const after = coming.length > 0 ? await writeDecisions(write, of, decisions) : of;
  for (const decision of decisions) known.set(decision.number, resultOf(decision));
  return { results: rows.flatMap(({ number }) => known.get(number) ?? []), import: after };
}

/** What would become of the rows: nothing is locked, and nothing written. */
export async function previewRows(
  manager: EntityManager,
  rows: readonly CheckedRow[],
  onDuplicate: OnDuplicate,
): Promise<ImportResult[]> {
  const decisions = await decide(manager, rows, {
    importId: null,
    onDuplicate,
    lock: false,
    newId: (nth) => `new ${nth}`,
  });
  return decisions.map((decision) => ({
    ...resultOf(decision),
    ...(decision.contact?.before === null && { contactId: null }),
  }));
}

interface How {
  importId: string | null;
  onDuplicate: OnDuplicate;
  lock: boolean;
  newId(nth: number): string;
}

async function decide(
  manager: EntityManager,
  rows: readonly CheckedRow[],
  { importId, onDuplicate, lock, newId }: How,
): Promise<Decision[]> {
  if (rows.length === 0) return [];
  const keys = await findKeys(manager, rows, onDuplicate === OnDuplicate.CREATE);
  const ids = new Set(keys.flatMap((row) => row.ids.filter((id) => id !== null)));
  const known = await findKnown(manager, [...ids], { importId, lock });
  const decisions = new Decisions(known, onDuplicate, newId);
  const emailKeys = new Map(keys.map(({ number, emailKey }) => [number, emailKey]));
  return rows.map((row) => decisions.decide(row, emailKeys.get(row.number) ?? null));
}

const resultOf = ({ number, outcome, contact, errors }: Decision): ImportResult => ({
  number,
  outcome,
  contactId: contact?.id ?? null,
  userErrors: errors,
});

/** What became of those that were sent before. */
async function findEarlier(
  manager: EntityManager,
  { id, lastNumber }: Import,
  rows: readonly CheckedRow[],
): Promise<Map<number, ImportResult>> {
  const numbers = rows.map(({ number }) => number).filter((number) => number <= lastNumber);
  if (numbers.length === 0) return new Map();
  const { import_rows } = tablesOf(manager);
  const found: {
    number: number;
    outcome: ImportOutcome;
    contactId: string | null;
    userErrors: ImportResult['userErrors'];
  }[] = await manager.query(
    `select r.number, r.outcome, r.contact_id as "contactId", coalesce(r.detail, '[]') as "userErrors" from ${import_rows} r
       where r.import_id = $1 and r.number = any($2::int[])`,
    [id, numbers],
  );
  return new Map(found.map((row) => [row.number, row]));
}

const takesNone = {
  code: UserErrorCode.CONFLICT,
  field: ['importId'],
  message: 'This import is over: start another one for further rows.',
};

const tooMany = {
  code: UserErrorCode.INVALID,
  field: ['rows'],
  message: 'A row has a higher number than the import was said to have rows.',
};
