import { Button } from '../../ui/button';
import { formatBytes } from '../../ui/format';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import type { ContactField } from '../fields/field-drafts';
import { type CsvFormat, delimiters, encodings } from './csv-format';
import { MatchColumns, type NewFieldPart } from './match-columns';
import { duplicateRules } from './outcome-words';
import type { Plan } from './plan';
import { RowPreview } from './row-preview';

interface ColumnsStepProps {
  plan: Plan;
  companyFields: readonly ContactField[];
  newField: NewFieldPart;
  onChange: (change: Partial<Plan>) => void;
  onFormat: (said: Partial<CsvFormat>) => void;
  onBack: () => void;
  onDone: () => void;
}

const optionsOf = <T extends string>(labels: Readonly<Record<T, string>>) =>
  Object.entries<string>(labels).map(([value, label]) => ({ value: value as T, label }));

const rules = Object.fromEntries(Object.entries(duplicateRules).map(([rule, { label }]) => [rule, label])) as Record<
  Plan['onDuplicate'],
  string
>;

/** What the columns are, what becomes of contacts that are there, and how the first rows will look. */
export function ColumnsStep(props: ColumnsStepProps) {
  const { plan, companyFields, newField, onChange, onFormat, onBack, onDone } = props;
  const { file, format, headers, firstRows, targets, countryCode, onDuplicate, name } = plan;
  const missing = missingOf(targets);
  return (
    <div className="flex flex-col gap-5 pt-3 pb-5">
      <div className="flex flex-col gap-4 px-5">
        <p className="text-ink-muted">
          {file.name} · {formatBytes(file.size)} · {headers.length} columns
        </p>
        <div className="grid gap-4 sm:grid-cols-3">
          <SelectField
            label="Encoding"
            value={format.encoding}
            options={optionsOf(encodings)}
            onChange={(encoding) => onFormat({ encoding })}
          />
          <SelectField
            label="Delimiter"
            value={format.delimiter}
            options={optionsOf(delimiters)}
            onChange={(delimiter) => onFormat({ delimiter })}
          />
          <TextField
            label="Country code"
            hint="For phone numbers without one."
            placeholder="+49"
            value={countryCode}
            maxLength={5}
            onChange={({ target }) => onChange({ countryCode: target.value })}
          />
        </div>
      </div>
      <MatchColumns
        plan={plan}
        companyFields={companyFields}
        newField={newField}
        onChange={(next) => onChange({ targets: next })}
      />
      <div className="flex flex-col gap-2 border-line border-t pt-4">
        <h3 className="px-5 font-medium text-ink">The first rows as they will be</h3>
        <RowPreview rows={firstRows} mapping={{ headers, targets, countryCode }} companyFields={companyFields} />
      </div>
      <div className="grid gap-4 border-line border-t px-5 pt-5 sm:grid-cols-2">
        <SelectField
          label="Where a contact is there already"
          value={onDuplicate}
          options={optionsOf(rules)}
          onChange={(rule) => onChange({ onDuplicate: rule })}
          hint={`${duplicateRules[onDuplicate].hint} Found by external ID, else by email, else by phone.`}
        />
        <TextField
          label="Name of the import"
          value={name}
          maxLength={200}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </div>
      <div className="flex flex-wrap items-center justify-end gap-2 px-5">
        <p role="status" className="mr-auto text-danger-ink text-detail">
          {missing}
        </p>
        <Button variant="quiet" onClick={onBack}>
          Another file
        </Button>
        <Button variant="primary" onClick={onDone} disabled={missing !== null}>
          Check all rows
        </Button>
      </div>
    </div>
  );
}

/** A column that can be left out of a row is no matter; one that no row can do without is. */
function missingOf(targets: Plan['targets']): string | null {
  const has = (...some: Plan['targets']) => some.some((target) => targets.includes(target));
  if (has('externalId')) return null;
  return has('email', 'phone') ? null : 'Say which column is the email address or the phone number.';
}
