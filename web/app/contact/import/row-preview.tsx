import type { ImportRowInput } from '../../generated/graphql';
import type { ContactField } from '../fields/field-drafts';
import { FieldValue } from '../fields/field-value';
import type { CsvRow } from './csv-rows';
import { readCell } from './field-cells';
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

interface RowPreviewProps {
  rows: readonly CsvRow[];
  mapping: Mapping;
  companyFields: readonly ContactField[];
}

/** The first rows as they will be. */
export function RowPreview({ rows, mapping, companyFields }: RowPreviewProps) {
  const inputs = rows.map((row) => rowInputOf(row, mapping));
  const shown = columns.filter((column) => inputs.some((input) => input[column]));
  const shownFields = companyFields.filter(({ key }) => inputs.some((input) => valueOf(input, key) !== undefined));
  const further = inputs.map((input) => furtherOf(input, companyFields));
  const hasFurther = further.some((text) => text !== '');
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
            {shownFields.map(({ key, name }) => (
              <th key={key} scope="col" className="whitespace-nowrap px-3 py-1.5 text-left font-medium first:pl-5">
                {name}
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
          {inputs.map((input, index) => (
            <tr key={input.number}>
              {input.problem ? (
                <td colSpan={shown.length + shownFields.length + 1} className={`${cell} text-danger-ink`}>
                  {input.problem}
                </td>
              ) : (
                <>
                  {shown.map((column) => (
                    <td key={column} className={cell}>
                      {input[column]}
                    </td>
                  ))}
                  {shownFields.map((field) => (
                    <td key={field.key} className={cell}>
                      <PreviewedValue field={field} given={valueOf(input, field.key)} />
                    </td>
                  ))}
                  {hasFurther && <td className={`${cell} text-ink-muted`}>{further[index]}</td>}
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const valueOf = ({ metadata }: ImportRowInput, key: string): unknown =>
  Object.hasOwn(metadata ?? {}, key) ? metadata?.[key] : undefined;

/** As it is read; what cannot be read is told apart already here. */
function PreviewedValue({ field, given }: { field: ContactField; given: unknown }) {
  if (given === undefined || given === null) return null;
  const value = typeof given === 'string' ? readCell(field, given) : given;
  if (value !== undefined) return <FieldValue kind={field.kind} value={value} />;
  return (
    <span className="text-danger-ink" title="The row will be refused: this does not fit the field.">
      {String(given)}
      <span className="sr-only"> does not fit the field</span>
    </span>
  );
}

function furtherOf({ metadata }: ImportRowInput, companyFields: readonly ContactField[]): string {
  const keys = new Set(companyFields.map(({ key }) => key));
  return Object.entries(metadata ?? {})
    .filter(([key]) => !keys.has(key))
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ');
}
