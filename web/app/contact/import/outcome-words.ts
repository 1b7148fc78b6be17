import type { ImportOutcome, OnDuplicate } from '../../generated/graphql';

export const outcomeWords: Record<ImportOutcome, { planned: string; done: string }> = {
  CREATED: { planned: 'To create', done: 'Created' },
  CHANGED: { planned: 'To change', done: 'Changed' },
  UNCHANGED: { planned: 'Unchanged', done: 'Unchanged' },
  SKIPPED: { planned: 'Skipped', done: 'Skipped' },
  REFUSED: { planned: 'Refused', done: 'Refused' },
};

export const duplicateRules: Record<OnDuplicate, { label: string; hint: string }> = {
  SKIP: { label: 'Skip the row', hint: 'The contact stays as it is.' },
  FILL: { label: 'Fill empty fields', hint: 'What the contact has stays; what it lacks comes from the row.' },
  OVERWRITE: {
    label: 'Overwrite',
    hint: 'What the row has replaces what the contact has; blank cells change nothing.',
  },
  CREATE: { label: 'Create another contact', hint: 'Nobody is looked for, except by external ID.' },
};
