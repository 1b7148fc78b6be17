import type { Tenant } from '../tenant';
import type { Receipt, RemovedRows } from './receipt';

/** What was noted of a deletion on its way. Moments are ISO 8601. */
export interface Begun {
  askedAt: string;
  askedBy: string | null;
  askedByName: string;
  begunAt: string;
  droppedAt: string;
  removed: Partial<Record<'tables' | 'registry' | 'outside', Record<string, number>>>;
}

const dayMs = 24 * 3_600_000;

const keptOfEach = [
  'This receipt.',
  'The company’s names in addresses, so that links to it lead to no other company.',
  'The accounts of its members, which are theirs, with what their own log says of their sign-ins.',
];

/** `backupRetentionDays`: null where the operator has not said for how long copies of the database are kept. */
export function receiptOf(
  { id, name, slug, schemaName }: Pick<Tenant, 'id' | 'name' | 'slug' | 'schemaName'>,
  { askedAt, askedBy, askedByName, begunAt, droppedAt, removed }: Begun,
  backupRetentionDays: number | null,
): Receipt {
  return {
    format: 'atrium-deletion-receipt/1',
    company: { id, name, slug },
    askedAt: iso(askedAt),
    askedBy: { id: askedBy, name: askedByName },
    begunAt: iso(begunAt),
    droppedAt: iso(droppedAt),
    removed: {
      schema: schemaName,
      role: schemaName,
      tables: rowsOf(removed.tables),
      registry: rowsOf(removed.registry),
      outside: Object.entries(removed.outside ?? {}).map(([what, count]) => ({ what, count })),
    },
    kept: keptOfEach,
    backups: backupsOf(new Date(droppedAt), backupRetentionDays),
  };
}

const rowsOf = (counts: Record<string, number> = {}): RemovedRows[] =>
  Object.entries(counts)
    .map(([table, rows]) => ({ table, rows }))
    .sort((a, b) => (a.table < b.table ? -1 : 1));

function backupsOf(droppedAt: Date, days: number | null): Receipt['backups'] {
  if (days === null)
    return {
      mayHoldItUntil: null,
      text: 'Copies of the database that were made before may still hold the company; the operator has not said for how long they are kept.',
    };
  const until = new Date(droppedAt.getTime() + days * dayMs).toISOString();
  return {
    mayHoldItUntil: until,
    text: `Copies of the database that were made before may still hold the company until ${until}; the operator keeps them for ${days} days.`,
  };
}

const iso = (moment: string): string => new Date(moment).toISOString();
