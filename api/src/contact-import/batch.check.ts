import { setImmediate as nextTurn } from 'node:timers/promises';
import { namedMetadata } from '../contact/contact';
import { checkMetadata } from '../contact/contact.checks';
import type { CustomField } from '../custom-field/custom-field';
import { checkFieldValues } from '../custom-field/field-values';
import { checkInput } from '../graphql/check-input';
import { externalIdOf } from '../graphql/external-id';
import { e164From, hasUnstorable, textOrNull } from '../graphql/text';
import { type UserError, UserErrorCode } from '../graphql/user-error';
import { type ImportContactsInput, ImportRowInput, mostRowsAtOnce } from './import.inputs';

/** What a contact has, as it is stored; of `metadata`, company, position and source are a part. */
export interface ContactValues {
  name: string | null;
  email: string | null;
  phone: string | null;
  phoneE164: string | null;
  externalId: string | null;
  metadata: Record<string, unknown>;
}

export interface CheckedRow {
  number: number;
  values: ContactValues;
  errors: UserError[];
  /** Which required custom fields it lacks: that matters where it makes a contact. */
  missing: UserError[];
}

/** Of the batch as a whole: no row is read where there are any. */
export function checkBatch({ rows, importId, isDryRun, onDuplicate }: ImportContactsInput): UserError[] {
  const invalid = (field: string, message: string): UserError => ({
    code: UserErrorCode.INVALID,
    field: [field],
    message,
  });
  const errors: UserError[] = [];
  if (rows.length > mostRowsAtOnce) errors.push(invalid('rows', `At most ${mostRowsAtOnce} rows can be sent at once.`));
  if (rows.some(({ number }) => number < 1)) errors.push(invalid('rows', 'The numbers of rows begin with 1.'));
  if (new Set(rows.map(({ number }) => number)).size < rows.length)
    errors.push(invalid('rows', 'Each row of a batch has a number of its own.'));
  const isNamed = importId !== undefined && importId !== null;
  if (!isNamed && !isDryRun)
    errors.push({ code: UserErrorCode.REQUIRED, field: ['importId'], message: 'Import id is required.' });
  if (isNamed && onDuplicate)
    errors.push(invalid('onDuplicate', 'An import has its own rule for duplicates: leave this out.'));
  return errors;
}

/** So many take a few milliseconds, after which others get their turn. */
const checkedAtOnce = 50;

export async function checkRows(
  rows: readonly ImportRowInput[],
  fields: readonly CustomField[],
): Promise<CheckedRow[]> {
  const checked: CheckedRow[] = [];
  for (let from = 0; from < rows.length; from += checkedAtOnce) {
    if (from > 0) await nextTurn();
    checked.push(...rows.slice(from, from + checkedAtOnce).map((row) => checkRow(row, fields)));
  }
  return checked;
}

/** Each by itself. Whether a name or an address is missing is known when its contact is. */
function checkRow(row: ImportRowInput, fields: readonly CustomField[]): CheckedRow {
  const given = checkFieldValues(fields, row.metadata ?? {}, 'none');
  const problem = textOrNull(row.problem);
  const errors = [
    ...(problem && !hasUnstorable(problem) ? [{ code: UserErrorCode.INVALID, field: [], message: problem }] : []),
    ...checkInput(ImportRowInput, row),
    ...checkMetadata(row.metadata),
    ...given.errors,
  ];
  if (errors.length > 0) return { number: row.number, values: nothing, errors, missing: [] };
  const missing = checkFieldValues(fields, given.values, 'all').errors;
  return { number: row.number, values: valuesOf(row, given.values), errors, missing };
}

const nothing: ContactValues = {
  name: null,
  email: null,
  phone: null,
  phoneE164: null,
  externalId: null,
  metadata: {},
};

function valuesOf(row: ImportRowInput, given: Record<string, unknown>): ContactValues {
  const phone = textOrNull(row.phone);
  const named = namedMetadata.map((key) => [key, textOrNull(row[key])]);
  const further = Object.entries({ ...row.metadata, ...given });
  return {
    name: textOrNull(row.name),
    email: textOrNull(row.email),
    phone,
    phoneE164: phone && e164From(phone),
    externalId: externalIdOf(row),
    metadata: Object.fromEntries([...further, ...named].filter(([, value]) => !isBlank(value))),
  };
}

export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
