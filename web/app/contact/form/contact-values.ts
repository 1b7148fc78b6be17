import type { ContactDetails_ContactFragment, CreateContactInput, UpdateContactInput } from '../../generated/graphql';
import type { ConstrainedInput } from '../../validation/rules';
import { validateField } from '../../validation/validate';
import { changedFields, draftsOf, type FieldDrafts, filledFields } from '../fields/field-drafts';
import { withoutFields } from '../fields/field-keys';
import { checkRows, type MetadataRow, metadataOf, rowsOf } from './metadata-rows';

/** In the order of the form. */
export const textFields = ['name', 'email', 'phone', 'company', 'position', 'source'] as const;
export type TextFieldName = (typeof textFields)[number];
export type ContactFieldName = TextFieldName | 'metadata';

/** A contact as it stands in a form. */
export interface ContactValues extends Record<TextFieldName, string> {
  metadata: readonly MetadataRow[];
  /** Of the company's own fields, by key. */
  fields: FieldDrafts;
}

export type ContactErrors = Partial<Record<ContactFieldName, string>>;

/** The inputs whose rules a form of contacts can follow. */
export type ContactInputName = Extract<ConstrainedInput, 'CreateContactInput' | 'UpdateContactInput'>;

export const blankContact: ContactValues = {
  name: '',
  email: '',
  phone: '',
  company: '',
  position: '',
  source: '',
  metadata: [],
  fields: {},
};

export const valuesOf = (contact: ContactDetails_ContactFragment): ContactValues => ({
  ...(Object.fromEntries(textFields.map((field) => [field, contact[field] ?? ''])) as Record<TextFieldName, string>),
  metadata: rowsOf(withoutFields(contact.metadata, contact.fields)),
  fields: draftsOf(contact),
});

/** What is left blank is left out. */
export function createInputOf({ metadata, fields, ...texts }: ContactValues): CreateContactInput {
  const filled = Object.entries(texts).flatMap(([field, text]) => (text.trim() ? [[field, text.trim()]] : []));
  const further = metadataOf(metadata);
  const ofCompany = filledFields(fields);
  return {
    name: texts.name.trim(),
    ...Object.fromEntries(filled),
    ...(Object.keys(further).length > 0 && { metadata: further }),
    ...(ofCompany.length > 0 && { fields: ofCompany }),
  };
}

/** Only what was changed, so that someone else's change of another field stays; null when nothing was. */
export function changesOf(before: ContactValues, after: ContactValues): Omit<UpdateContactInput, 'id'> | null {
  const changed = textFields.filter((field) => before[field].trim() !== after[field].trim());
  const [stored, further] = [metadataOf(before.metadata), metadataOf(after.metadata)];
  const hasOtherMetadata = JSON.stringify(stored) !== JSON.stringify(further);
  const ofCompany = changedFields(before.fields, after.fields);
  if (changed.length === 0 && !hasOtherMetadata && ofCompany.length === 0) return null;
  return {
    ...Object.fromEntries(changed.map((field) => [field, after[field].trim() || null])),
    ...(hasOtherMetadata && { metadata: further }),
    ...(ofCompany.length > 0 && { fields: ofCompany }),
  };
}

/** What is wrong with one field, as far as it can be told before sending; null when all is well. */
export async function checkContactField(
  input: ContactInputName,
  field: ContactFieldName,
  values: ContactValues,
): Promise<string | null> {
  if (field === 'metadata') {
    const problem = checkRows(values.metadata);
    return problem ?? (await validateField(input, 'metadata', metadataOf(values.metadata)))?.message ?? null;
  }
  return (await validateField(input, field, values[field]))?.message ?? null;
}

export const unreachable = 'An email address or a phone number is required.';

export const isReachable = ({ email, phone }: ContactValues): boolean => email.trim() !== '' || phone.trim() !== '';

/** All fields at once; empty when all is well. */
export async function checkContact(input: ContactInputName, values: ContactValues): Promise<ContactErrors> {
  const fields: ContactFieldName[] = [...textFields, 'metadata'];
  const problems = await Promise.all(
    fields.map(async (field) => [field, await checkContactField(input, field, values)] as const),
  );
  return {
    ...(!isReachable(values) && { email: unreachable }),
    ...Object.fromEntries(problems.filter(([, problem]) => problem !== null)),
  };
}

interface UserErrorText {
  field: readonly string[];
  message: string;
}

/** Each error of the API at its field, those of the company's own by their keys; what belongs to no field of the form is said above the buttons. */
export function placeUserErrors(
  userErrors: readonly UserErrorText[],
  keys: readonly string[] = [],
): {
  errors: ContactErrors;
  fieldErrors: Record<string, string>;
  formError: string | null;
} {
  const isOwn = (field: string | undefined) => field === 'metadata' || textFields.some((name) => name === field);
  const keyOf = ({ field: [part, key] }: UserErrorText) =>
    part === 'fields' && key !== undefined && keys.includes(key) ? key : null;
  const own = userErrors.filter(({ field }) => isOwn(field[0]));
  const others = userErrors.filter((error) => !isOwn(error.field[0]) && keyOf(error) === null);
  return {
    errors: Object.fromEntries(own.map(({ field, message }) => [field[0], message])),
    fieldErrors: Object.fromEntries(
      userErrors.flatMap((error) => (keyOf(error) === null ? [] : [[keyOf(error), error.message]])),
    ),
    formError: others.map(({ message }) => message).join(' ') || null,
  };
}
