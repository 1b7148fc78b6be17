import type { ContactField_FieldFragment, ContactFields_ContactFragment } from '../../generated/graphql';

export type ContactField = ContactField_FieldFragment;

/** What stands in a field of the form: a text, or the options chosen. */
export type FieldDraft = string | readonly string[];

/** By key. */
export type FieldDrafts = Readonly<Record<string, FieldDraft>>;

export const draftsOf = ({ fields }: Pick<ContactFields_ContactFragment, 'fields'>): FieldDrafts =>
  Object.fromEntries(fields.map(({ field, value }) => [field.key, draftOf(field, value)]));

/** What was stored before there was the field may have any form. */
function draftOf({ kind }: ContactField, value: unknown): FieldDraft {
  if (kind === 'CHOICES') return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export const isBlank = (draft: FieldDraft | undefined): boolean =>
  draft === undefined || (typeof draft === 'string' ? draft.trim() === '' : draft.length === 0);

/** As the API takes it: it reads a number or a yes from its text. */
const sentOf = (draft: FieldDraft): unknown =>
  isBlank(draft) ? null : typeof draft === 'string' ? draft.trim() : draft;

interface SentField {
  key: string;
  value: unknown;
}

/** What is filled in. */
export const filledFields = (drafts: FieldDrafts): SentField[] =>
  Object.entries(drafts)
    .filter(([, draft]) => !isBlank(draft))
    .map(([key, draft]) => ({ key, value: sentOf(draft) }));

/** Only what was changed: an option that is no longer offered may stay where it is. */
export const changedFields = (before: FieldDrafts, after: FieldDrafts): SentField[] =>
  Object.entries(after)
    .filter(([key, draft]) => JSON.stringify(sentOf(before[key] ?? '')) !== JSON.stringify(sentOf(draft)))
    .map(([key, draft]) => ({ key, value: sentOf(draft) }));

/** What is missing, by key: of a contact that has none of its own, only what is taken away from it. */
export function missingFields(
  fields: readonly ContactField[],
  drafts: FieldDrafts,
  before: FieldDrafts | null,
): Record<string, string> {
  const missing = fields.filter(
    ({ key, isRequired }) => isRequired && isBlank(drafts[key]) && (before === null || !isBlank(before[key])),
  );
  return Object.fromEntries(missing.map(({ key, name }) => [key, `${name} is required.`]));
}
