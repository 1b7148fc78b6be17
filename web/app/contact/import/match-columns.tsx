import { type ReactNode, useState } from 'react';
import { useMay } from '../../access/permissions';
import { SelectField, type SelectOption } from '../../ui/select-field';
import { type Field, fields, type NamedField, type Target, targetOf, textOf } from './columns';
import type { CsvRow } from './csv-rows';
import { type GuessedField, guessField } from './field-cells';
import type { Plan } from './plan';

/** Makes a field of the company's from here; `onMade` tells when the page knows it. */
export type NewFieldPart = (of: {
  initial: GuessedField;
  onMade: (field: Pick<NamedField, 'key'>) => void;
  onCancel: () => void;
}) => ReactNode;

interface MatchColumnsProps {
  plan: Pick<Plan, 'file' | 'format' | 'headers' | 'targets' | 'firstRows'>;
  companyFields: readonly NamedField[];
  newField: NewFieldPart;
  onChange: (targets: Target[]) => void;
}

/** Each column with what it holds at first, and what it is. */
export function MatchColumns({ plan, companyFields, newField, onChange }: MatchColumnsProps) {
  const { file, format, headers, targets, firstRows } = plan;
  const canMake = useMay('tenant:admin');
  const [making, setMaking] = useState<{ index: number; initial: GuessedField } | null>(null);
  const choose = async (index: number, target: Target | 'new') => {
    if (target !== 'new') onChange(withTarget(targets, index, target));
    setMaking(target === 'new' ? { index, initial: await guessField(file, format, index) } : null);
  };
  return (
    <ul aria-label="Columns" className="flex flex-col">
      {headers.map((header, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may be called alike
          key={index}
          className="grid items-center gap-x-6 gap-y-1.5 border-line border-t px-5 py-2 sm:grid-cols-[1fr_16rem]"
        >
          <div className="flex min-w-0 flex-col">
            <span className="truncate font-medium text-ink">{textOf(header) || `Column ${index + 1}`}</span>
            <span className="truncate text-detail text-ink-muted">
              {samplesOf(firstRows, index) || 'Empty in the first rows'}
            </span>
          </div>
          <SelectField
            label={`“${textOf(header) || `Column ${index + 1}`}” is`}
            isLabelHidden
            value={targets[index] ?? 'none'}
            options={optionsFor(header, companyFields, canMake)}
            onChange={(target) => void choose(index, target)}
          />
          {making?.index === index && (
            <div className="flex rounded-card bg-sunken p-4 sm:col-span-2">
              {newField({
                initial: making.initial,
                onMade: (field) => void choose(index, targetOf(field)),
                onCancel: () => setMaking(null),
              })}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

const samplesOf = (rows: readonly CsvRow[], index: number): string =>
  rows
    .map(({ cells }) => textOf(cells[index]))
    .filter(Boolean)
    .slice(0, 3)
    .join(' · ');

const optionsFor = (
  header: string,
  companyFields: readonly NamedField[],
  canMake: boolean,
): SelectOption<Target | 'new'>[] => [
  ...Object.entries(fields).map(([value, label]) => ({ value: value as Field, label })),
  ...companyFields.map((field) => ({ value: targetOf(field), label: field.name })),
  ...(canMake ? [{ value: 'new' as const, label: 'New field…' }] : []),
  ...(textOf(header) ? [{ value: 'key' as const, label: `Keep as “${textOf(header)}”` }] : []),
  { value: 'none', label: 'Leave out' },
];

/** A field comes from one column: whichever had it before is left out. */
const withTarget = (targets: readonly Target[], index: number, target: Target): Target[] =>
  targets.map((known, at) => {
    if (at === index) return target;
    return known === target && target !== 'key' ? 'none' : known;
  });
