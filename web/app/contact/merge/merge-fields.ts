import type { MergeSide_ContactFragment } from '../../generated/graphql';

export type Side = 'first' | 'second';

/** One thing that both may say of a person. */
export interface MergeField {
  /** As `choose` of `mergeContacts` names it. */
  key: string;
  label: string;
  values: Record<Side, string | null>;
}

const named = {
  name: 'Name',
  email: 'Email',
  phone: 'Phone',
  company: 'Company',
  position: 'Position',
  source: 'Source',
  externalId: 'External id',
} as const;

/** What at least one of them says, in the order of the contact's form. */
export function fieldsOf(first: MergeSide_ContactFragment, second: MergeSide_ContactFragment): MergeField[] {
  const own = Object.entries(named).map(([key, label]) => ({
    key,
    label,
    values: { first: first[key as keyof typeof named] ?? null, second: second[key as keyof typeof named] ?? null },
  }));
  const further = [...new Set([...Object.keys(first.metadata), ...Object.keys(second.metadata)])].map((key) => ({
    key,
    label: key,
    values: { first: textOf(first.metadata[key]), second: textOf(second.metadata[key]) },
  }));
  return [...own, ...further].filter(({ values }) => values.first !== null || values.second !== null);
}

const textOf = (value: unknown): string | null => {
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** Only where both say something, and not the same, is there anything to choose. */
export const isOpen = ({ values }: MergeField): boolean =>
  values.first !== null && values.second !== null && values.first !== values.second;

/** What the API is to take from the second; what the first has none of it takes by itself. */
export const chosenOf = (fields: readonly MergeField[], sides: Readonly<Record<string, Side>>): string[] =>
  fields.filter((field) => isOpen(field) && sides[field.key] === 'second').map(({ key }) => key);
