import type { ImportContactsMutation, ImportOutcome, ImportRowInput } from '../../generated/graphql';

export const outcomes = ['CREATED', 'CHANGED', 'UNCHANGED', 'SKIPPED', 'REFUSED'] as const satisfies ImportOutcome[];

export interface Line {
  number: number;
  /** What tells the row from others: its name, its address. */
  words: string;
  /** Why it is refused; empty for any other. */
  reason: string;
}

export type Tally = Record<ImportOutcome, { count: number; lines: Line[] }>;

/** So many of each are shown; of the others, how many there are. */
export const shownLines = 50;

export const newTally = (): Tally =>
  Object.fromEntries(outcomes.map((outcome) => [outcome, { count: 0, lines: [] as Line[] }])) as unknown as Tally;

type Result = NonNullable<NonNullable<ImportContactsMutation['importContacts']>['results']>[number];

export function addTo(tally: Tally, outcome: ImportOutcome, row: ImportRowInput, { number, userErrors }: Result): void {
  const group = tally[outcome];
  group.count += 1;
  if (group.lines.length >= shownLines) return;
  const words = [row.name, row.email ?? row.phone ?? row.externalId].filter(Boolean).join(' · ');
  group.lines.push({ number, words, reason: userErrors.map(({ message }) => message).join(' ') });
}

export const totalOf = (tally: Tally): number => outcomes.reduce((sum, outcome) => sum + tally[outcome].count, 0);
