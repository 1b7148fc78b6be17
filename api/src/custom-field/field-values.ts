import { type UserError, UserErrorCode } from '../graphql/user-error';
import type { CustomField } from './custom-field';
import { readers } from './field-kinds';

/** Of which fields a value is asked for: `all` that are required, the required ones that are `given` (and blank), or `none`. */
export type Asks = 'all' | 'given' | 'none';

export interface CheckedValues {
  /** As they are stored, by key; null for one that is given and blank. What belongs to no field is left out. */
  values: Record<string, unknown>;
  errors: UserError[];
}

type Definition = Pick<CustomField, 'key' | 'name' | 'kind' | 'options' | 'isRequired'>;

/**
 * What a contact is to have in the company's fields, by key: the one rule for every way in, whether a value comes as JSON or as the text of a
 * file. Pure, so that a batch reads the definitions once. The errors' paths are `["fields", key]`.
 */
export function checkFieldValues(
  fields: readonly Definition[],
  given: Readonly<Record<string, unknown>>,
  asks: Asks,
): CheckedValues {
  const checked: CheckedValues = { values: {}, errors: [] };
  for (const field of fields) {
    const isGiven = Object.hasOwn(given, field.key);
    const value = isGiven ? withoutBlank(given[field.key]) : null;
    if (value === null) {
      if (isGiven) checked.values[field.key] = null;
      if (field.isRequired && (asks === 'all' || (asks === 'given' && isGiven))) checked.errors.push(required(field));
      continue;
    }
    const read = readers[field.kind](value, field);
    if ('value' in read) checked.values[field.key] = read.value;
    else checked.errors.push(refused(field, `${field.name}: ${read.expected}.`));
  }
  return checked;
}

/** White space around a text is no part of it, and an empty list chooses nothing. */
function withoutBlank(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || null;
  if (Array.isArray(value)) return value.length > 0 ? value : null;
  return value ?? null;
}

const refused = ({ key }: Definition, message: string, code = UserErrorCode.INVALID): UserError => ({
  code,
  field: ['fields', key],
  message,
});

const required = (field: Definition): UserError => refused(field, `${field.name} is required.`, UserErrorCode.REQUIRED);
