import type { CustomFieldKind } from '../generated/graphql';

/** What each kind is called, in the order in which they are offered. */
export const kindWords: Readonly<Record<CustomFieldKind, string>> = {
  TEXT: 'Text',
  LONG_TEXT: 'Long text',
  NUMBER: 'Number',
  DATE: 'Date',
  BOOLEAN: 'Yes or no',
  CHOICE: 'One of several',
  CHOICES: 'Any of several',
  LINK: 'Link',
};

export const hasOptions = (kind: CustomFieldKind): boolean => kind === 'CHOICE' || kind === 'CHOICES';
