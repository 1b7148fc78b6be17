import type { ImportRowInput } from '../../generated/graphql';
import type { CsvRow } from './csv-rows';
import { type Mapping, rowInputOf } from './row-input';

const columns = ['name', 'email', 'phone', 'company', 'position', 'source', 'externalId'] as const;

const heads: Record<(typeof columns)[number], string> = {
  name: 'Name',
  email: 'Email',
  phone: 'Phone',
  company: 'Company',
  position: 'Position',
  source: 'Source',
  externalId: 'External ID',
};

const cell = 'max-w-56 truncate border-line border-t px-3 py-2 text-left first:pl-5 last:pr-5';

/** The first rows as they will be. */
export function RowPreview({ rows, mapping }: { rows: readonly CsvRow[]; mapping: Mapping }) {
  const inputs = rows.map((row) => rowInputOf(row, mapping));
  const shown = columns.filter((column) => inputs.some((input) => input[column]));
  const hasFurther = inputs.some(({ metadata }) => metadata);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is scrolled by keys too
    <section aria-label="The first rows as they will be" tabIndex={0} className="overflow-x-auto pb-2">
      <table className="w-full border-collapse">
        <thead>
          <tr className="text-detail text-ink-muted">
            {shown.map((column) => (
              <th key={column} scope="col" className="whitespace-nowrap px-3 py-1.5 text-left font-medium first:pl-5">
                {heads[column]}
              </th>
            ))}
            {hasFurther && (
              <th scope="col" className="px-3 py-1.5 text-left font-medium first:pl-5">
                Further
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {inputs.map((input) => (
            <tr key={input.number}>
              {input.problem ? (
                <td colSpan={shown.length + 1} className={`${cell} text-danger-ink`}>
                  {input.problem}
                </td>
              ) : (
                <>
                  {shown.map((column) => (
                    <td key={column} className={cell}>
                      {input[column]}
                    </td>
                  ))}
                  {hasFurther && <td className={`${cell} text-ink-muted`}>{furtherOf(input)}</td>}
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const furtherOf = ({ metadata }: ImportRowInput): string =>
  Object.entries(metadata ?? {})
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ');
