export interface FieldChange {
  field: string;
  from: string | null;
  to: string | null;
}

/** By key: how the company calls its fields. */
export type FieldNames = ReadonlyMap<string, string>;

const words: FieldNames = new Map([
  ['name', 'Name'],
  ['email', 'Email'],
  ['phone', 'Phone'],
  ['externalId', 'External id'],
  ['company', 'Company'],
  ['position', 'Position'],
  ['source', 'Source'],
]);

interface FieldChangesProps {
  changes: readonly FieldChange[];
  names: FieldNames;
}

/** Each field with what it was, struck out, and what it became. */
export const FieldChanges = ({ changes, names }: FieldChangesProps) =>
  changes.length > 0 && (
    <dl className="flex flex-col gap-1 text-detail">
      {changes.map(({ field, from, to }) => (
        <div key={field} className="flex min-w-0 flex-wrap gap-x-1.5 [overflow-wrap:anywhere]">
          <dt className="text-ink-muted">{words.get(field) ?? names.get(field) ?? field}:</dt>
          <dd className="min-w-0 text-ink">
            {from !== null && (
              <>
                <span className="sr-only">was </span>
                <del className="text-ink-muted">{from}</del>{' '}
              </>
            )}
            <span className="sr-only">{from !== null && 'became '}</span>
            {to ?? <span className="text-ink-muted">empty</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
