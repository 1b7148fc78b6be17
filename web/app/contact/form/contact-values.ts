import type { ContactDetails_ContactFragment, CreateContactInput, UpdateContactInput } from '../../generated/graphql';
import type { ConstrainedInput } from '../../validation/rules';
import { validateField } from '../../validation/validate';
import { checkRows, type MetadataRow, metadataOf, rowsOf } from './metadata-rows';

/** In the order of the form. */
export const textFields = ['name', 'email', 'phone', 'company', 'position', 'source'] as const;
export type TextFieldName = (typeof textFields)[number];
export type ContactFieldName = TextFieldName | 'metadata';

/** A contact as it stands in a form. */
export interface ContactValues extends Record<TextFieldName, string> {
  metadata: readonly MetadataRow[];
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
};

export const valuesOf = (contact: ContactDetails_ContactFragment): ContactValues => ({
  ...(Object.fromEntries(textFields.map((field) => [field, contact[field] ?? ''])) as Record<TextFieldName, string>),
  metadata: rowsOf(contact.metadata),
});

/** What is left blank is left out. */
export function createInputOf({ metadata, ...texts }: ContactValues): CreateContactInput {
  const filled = Object.entries(texts).flatMap(([field, text]) => (text.trim() ? [[field, text.trim()]] : []));
  const further = metadataOf(metadata);
  return {
    name: texts.name.trim(),
    ...Object.fromEntries(filled),
    ...(Object.keys(further).length > 0 && { metadata: further }),
  };
}

/** Only what was changed, so that someone else's change of another field stays; null when nothing was. */
export function changesOf(before: ContactValues, after: ContactValues): Omit<UpdateContactInput, 'id'> | null {
  const changed = textFields.filter((field) => before[field].trim() !== after[field].trim());
  const [stored, further] = [metadataOf(before.metadata), metadataOf(after.metadata)];
  const hasOtherMetadata = JSON.stringify(stored) !== JSON.stringify(further);
  if (changed.length === 0 && !hasOtherMetadata) return null;
  return {
    ...Object.fromEntries(changed.map((field) => [field, after[field].trim() || null])),
    ...(hasOtherMetadata && { metadata: further }),
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

/** Each error of the API at its field; what belongs to no field of the form is said above the buttons. */
export function placeUserErrors(userErrors: readonly UserErrorText[]): {
  errors: ContactErrors;
  formError: string | null;
} {
  const isOwn = (field: string | undefined) => field === 'metadata' || textFields.some((name) => name === field);
  const own = userErrors.filter(({ field }) => isOwn(field[0]));
  const others = userErrors.filter(({ field }) => !isOwn(field[0]));
  return {
    errors: Object.fromEntries(own.map(({ field, message }) => [field[0], message])),
    formError: others.map(({ message }) => message).join(' ') || null,
  };
}
