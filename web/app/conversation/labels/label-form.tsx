import { useState } from 'react';
import { FormMessage } from '../../access/form-message';
import { type UserError, useInputForm } from '../../access/use-input-form';
import type { LabelColour } from '../../generated/graphql';
import { LabelChip, labelTints } from '../../labels/label-chip';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';

const colours = (Object.keys(labelTints) as LabelColour[]).map((value) => ({
  value,
  label: value.charAt(0) + value.slice(1).toLowerCase(),
}));

export interface LabelValues {
  name: string;
  colour: LabelColour;
}

interface LabelFormProps {
  initial: LabelValues;
  submitWords: string;
  /** Answers what the API refused. */
  onSubmit: (values: LabelValues) => Promise<readonly UserError[] | undefined>;
  /** Empties itself after each, to make another. */
  isRepeated?: boolean;
  onCancel?: () => void;
}

export function LabelForm({ initial, submitWords, onSubmit, isRepeated = false, onCancel }: LabelFormProps) {
  const [colour, setColour] = useState(initial.colour);
  const form = useInputForm('CreateLabelInput', { name: initial.name });
  const submit = form.submit(async ({ name }) => {
    const refused = await onSubmit({ name, colour });
    if (isRepeated && refused?.length === 0) form.clear();
    return refused;
  });
  const shown = form.wire('name').value.trim();
  return (
    <form noValidate method="post" onSubmit={submit} className="flex flex-1 flex-col gap-4">
      <FormMessage text={form.formError} />
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_10rem_auto]">
        <TextField label="Name" autoComplete="off" isRequired {...form.wire('name')} />
        <SelectField label="Colour" value={colour} options={colours} onChange={setColour} />
        <div className="flex gap-2 sm:mt-6.5">
          <Button type="submit" variant="primary" isBusy={form.isBusy}>
            {submitWords}
          </Button>
          {onCancel && <Button onClick={onCancel}>Cancel</Button>}
        </div>
      </div>
      {shown !== '' && (
        <p className="flex min-w-0 items-center gap-2 text-detail text-ink-muted">
          It will look so: <LabelChip label={{ name: shown, colour }} />
        </p>
      )}
    </form>
  );
}
