import { SelectField, type SelectOption } from '../../ui/select-field';
import { type Field, fields, type Target } from './columns';
import type { CsvRow } from './csv-rows';

interface MatchColumnsProps {
  headers: readonly string[];
  targets: readonly Target[];
  rows: readonly CsvRow[];
  onChange: (targets: Target[]) => void;
}

/** Each column with what it holds at first, and what it is. */
export const MatchColumns = ({ headers, targets, rows, onChange }: MatchColumnsProps) => (
  <ul aria-label="Columns" className="flex flex-col">
    {headers.map((header, index) => (
      <li
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may be called alike
        key={index}
        className="grid items-center gap-x-6 gap-y-1.5 border-line border-t px-5 py-2 sm:grid-cols-[1fr_16rem]"
      >
        <div className="flex min-w-0 flex-col">
          <span className="truncate font-medium text-ink">{header.trim() || `Column ${index + 1}`}</span>
          <span className="truncate text-detail text-ink-muted">
            {samplesOf(rows, index) || 'Empty in the first rows'}
          </span>
        </div>
        <SelectField
          label={`“${header.trim() || `Column ${index + 1}`}” is`}
          isLabelHidden
          value={targets[index] ?? 'none'}
          options={optionsFor(header)}
          onChange={(target) => onChange(withTarget(targets, index, target))}
        />
      </li>
    ))}
  </ul>
);

const samplesOf = (rows: readonly CsvRow[], index: number): string =>
  rows
    .map(({ cells }) => cells[index]?.trim())
    .filter(Boolean)
    .slice(0, 3)
    .join(' · ');

const optionsFor = (header: string): SelectOption<Target>[] => [
  ...Object.entries(fields).map(([value, label]) => ({ value: value as Field, label })),
  ...(header.trim() ? [{ value: 'key' as const, label: `Keep as “${header.trim()}”` }] : []),
  { value: 'none', label: 'Leave out' },
];

/** A field comes from one column: whichever had it before is left out. */
const withTarget = (targets: readonly Target[], index: number, target: Target): Target[] =>
  targets.map((known, at) => {
    if (at === index) return target;
    return known === target && target in fields ? 'none' : known;
  });
