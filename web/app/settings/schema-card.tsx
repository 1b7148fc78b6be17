import { Database } from 'lucide-react';
import type { SchemaCard_TenantFragment } from '../generated/graphql';
import { Badge } from '../ui/badge';
import { BreakableText } from '../ui/breakable-text';
import { CardSection } from '../ui/card';
import { formatBytes, formatCount } from '../ui/format';

/** Where the company's data lies: the promise of a schema of its own, made visible. */
export function SchemaCard({ tenant: { name, slug, schema } }: { tenant: SchemaCard_TenantFragment }) {
  return (
    <CardSection
      id="schema"
      title="Database schema"
      action={<Badge icon={<Database aria-hidden="true" />}>{formatBytes(schema.sizeBytes)}</Badge>}
    >
      <div className="flex flex-col gap-4 px-5 pt-2 pb-5">
        <p className="text-balance text-ink-muted">
          Everything of {name} lies in a PostgreSQL schema of its own, which no other company's role can read.
        </p>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          <dt className="text-ink-muted">Schema</dt>
          <dd className="break-all font-mono text-detail text-ink">{schema.name}</dd>
          <dt className="text-ink-muted">Version</dt>
          <dd className="break-all font-mono text-detail text-ink">{schema.version}</dd>
          <dt className="text-ink-muted">API header</dt>
          <dd className="flex flex-wrap gap-x-4">
            <span className="break-all font-mono text-detail text-ink">X-Tenant-Id: {slug}</span>
            <a href="/graphql" className="rounded-sm text-accent-ink hover:underline">
              GraphQL playground
            </a>
          </dd>
        </dl>
        <table className="w-full text-left text-detail">
          <caption className="sr-only">Tables of the schema</caption>
          <thead>
            <tr className="border-line border-b text-ink-muted">
              <th scope="col" className="py-2 font-normal">
                Table
              </th>
              <th scope="col" className="whitespace-nowrap py-2 pl-4 text-right font-normal">
                Columns
              </th>
              <th scope="col" className="whitespace-nowrap py-2 pl-4 text-right font-normal">
                ≈ Rows
              </th>
              <th scope="col" className="whitespace-nowrap py-2 pl-4 text-right font-normal">
                Size
              </th>
            </tr>
          </thead>
          <tbody>
            {schema.tables.map((table) => (
              <tr key={table.name} className="border-line border-b last:border-0">
                <th scope="row" className="py-2 font-medium font-mono">
                  <BreakableText text={table.name} />
                </th>
                <td className="whitespace-nowrap py-2 pl-4 text-right tabular-nums">{table.columnCount}</td>
                <td className="whitespace-nowrap py-2 pl-4 text-right tabular-nums">
                  {table.estimatedRowCount === null ? <NotMeasured /> : formatCount(table.estimatedRowCount)}
                </td>
                <td className="whitespace-nowrap py-2 pl-4 text-right tabular-nums">{formatBytes(table.sizeBytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </CardSection>
  );
}

/** PostgreSQL estimates a table when it has analysed it first: until then nothing is known, which is not 0. */
const NotMeasured = () => (
  <>
    <span aria-hidden="true" title="Not measured yet">
      —
    </span>
    <span className="sr-only">not measured yet</span>
  </>
);
