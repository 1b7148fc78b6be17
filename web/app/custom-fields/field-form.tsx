import { useState } from 'react';
import { FormMessage } from '../access/form-message';
import { type UserError, useInputForm } from '../access/use-input-form';
import type { CustomFieldKind } from '../generated/graphql';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/checkbox';
import { SelectField } from '../ui/select-field';
import { TextArea } from '../ui/text-area';
import { TextField } from '../ui/text-field';
import { hasOptions, kindWords } from './kind-words';

const kinds = Object.entries(kindWords).map(([value, label]) => ({ value: value as CustomFieldKind, label }));

export interface FieldValues {
  name: string;
  kind: CustomFieldKind;
  options: readonly string[];
  isRequired: boolean;
}

export const blankField: FieldValues = { name: '', kind: 'TEXT', options: [], isRequired: false };

interface FieldFormProps {
  initial: FieldValues;
  submitWords: string;
  /** What a field takes never changes. */
  isKindFixed?: boolean;
  /** Empties itself after each, to make another. */
  isRepeated?: boolean;
  /** Answers what the API refused. */
  onSubmit: (values: FieldValues) => Promise<readonly UserError[] | undefined>;
  onCancel?: () => void;
}

export function FieldForm({ initial, submitWords, isKindFixed, isRepeated, onSubmit, onCancel }: FieldFormProps) {
  const form = useInputForm('CreateCustomFieldInput', { name: initial.name });
  const [kind, setKind] = useState(initial.kind);
  const [lines, setLines] = useState(initial.options.join('\n'));
  const [isRequired, setIsRequired] = useState(initial.isRequired);
  const [optionsError, setOptionsError] = useState<string | null>(null);

  const submit = form.submit(async ({ name }) => {
    const options = hasOptions(kind) ? optionsOf(lines) : [];
    const refused = (await onSubmit({ name, kind, options, isRequired })) ?? [];
    const [ofOptions, others] = [refused.filter(isOfOptions), refused.filter((error) => !isOfOptions(error))];
    setOptionsError(ofOptions[0]?.message ?? null);
    if (isRepeated && refused.length === 0) {
      form.clear();
      setLines('');
      setIsRequired(false);
    }
    return others;
  });
  return (
    <form noValidate method="post" onSubmit={submit} className="flex min-w-0 flex-1 flex-col gap-4">
      <FormMessage text={form.formError} />
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_12rem]">
        <TextField label="Name" autoComplete="off" isRequired {...form.wire('name')} />
        <SelectField label="Kind" value={kind} options={kinds} onChange={setKind} isDisabled={isKindFixed ?? false} />
      </div>
      {hasOptions(kind) && (
        <TextArea
          label="Options"
          isRequired
          hint="One a line, in the order in which they are offered."
          value={lines}
          error={optionsError}
          onChange={({ target }) => {
            setLines(target.value);
            setOptionsError(null);
          }}
        />
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Checkbox isChecked={isRequired} onChange={setIsRequired} className="-ml-2">
          Required for new contacts
        </Checkbox>
        <div className="flex gap-2">
          {onCancel && <Button onClick={onCancel}>Cancel</Button>}
          <Button type="submit" variant="primary" isBusy={form.isBusy}>
            {submitWords}
          </Button>
        </div>
      </div>
    </form>
  );
}

const optionsOf = (lines: string): string[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const isOfOptions = ({ field }: UserError): boolean => field[0] === 'options';
