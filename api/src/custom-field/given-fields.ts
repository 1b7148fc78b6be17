import type { EntityManager } from 'typeorm';
import { hasContactWork } from '../database/contact-work';
import { type UserError, UserErrorCode } from '../graphql/user-error';
import type { CustomField } from './custom-field';
import type { FieldInput } from './field-input';
import { type Asks, type CheckedValues, checkFieldValues } from './field-values';
import { knownFields, rememberFields } from './known-fields';

export interface FieldInputs {
  fields?: FieldInput[] | null;
  metadata?: Record<string, unknown> | null;
}

interface Of {
  manager: EntityManager;
  tenant: { schemaVersion: string };
}

/** A list of wrong keys is told by its first ones, or the answer would be many times as long as the request. */
const mostTold = 20;

const nothing: CheckedValues = { values: {}, errors: [] };

/**
 * What an input gives the company's fields, by `fields` or under their keys in `metadata`. Read in front of the write, whose transaction may
 * be one round trip; and not at all where nothing is given and nothing is asked for.
 */
export async function givenFields({ manager, tenant }: Of, input: FieldInputs, asks: Asks): Promise<CheckedValues> {
  if (!hasContactWork(tenant)) return nothing;
  if (asks !== 'all' && !input.fields?.length && !input.metadata) return nothing;
  const checked = checkGiven(await knownFields(manager), input, asks);
  return checked.errors.length === 0 ? checked : checkGiven(await rememberFields(manager), input, asks);
}

function checkGiven(fields: readonly CustomField[], input: FieldInputs, asks: Asks): CheckedValues {
  const named = Object.fromEntries((input.fields ?? []).map(({ key, value }) => [key, value]));
  const { values, errors } = checkFieldValues(fields, { ...input.metadata, ...named }, asks);
  const unknown = Object.keys(named).filter((key) => !fields.some((field) => field.key === key));
  return { values, errors: [...errors, ...unknown.slice(0, mostTold).map(unknownKey)] };
}

const unknownKey = (key: string): UserError => ({
  code: UserErrorCode.NOT_FOUND,
  field: ['fields', key],
  message: 'There is no custom field with this key.',
});

/** What a new contact has besides its named fields: nothing that is blank. */
export function metadataWith(
  metadata: Record<string, unknown> | null | undefined,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const all = { ...metadata, ...values };
  return Object.fromEntries(
    Object.entries(all).filter(([key, value]) => value !== null || !Object.hasOwn(values, key)),
  );
}

/** A tenant whose upgrade is still to come takes no values, and has no fields. */
export const needsFields = ({ fields }: FieldInputs): boolean => (fields?.length ?? 0) > 0;
