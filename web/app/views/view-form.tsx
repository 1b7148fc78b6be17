import { useState } from 'react';
import { FormMessage } from '../access/form-message';
import { type UserError, useInputForm } from '../access/use-input-form';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/checkbox';
import { TextField } from '../ui/text-field';

interface Named {
  name: string;
  isShared: boolean;
}

interface ViewFormProps {
  /** The input whose rules its name has. */
  input: 'SaveViewInput' | 'SaveContactViewInput';
  initial: Named;
  /** Answers what keeps it from being saved. */
  onSave: (named: Named) => Promise<readonly UserError[] | undefined>;
  onCancel: () => void;
}

/** What a view is called, and who is to have it. */
export function ViewForm({ input, initial, onSave, onCancel }: ViewFormProps) {
  const [isShared, setIsShared] = useState(initial.isShared);
  const form = useInputForm(input, { name: initial.name });
  return (
    <form noValidate onSubmit={form.submit(({ name }) => onSave({ name, isShared }))} className="flex flex-col gap-5">
      <FormMessage text={form.formError} />
      <TextField label="Name" autoComplete="off" isRequired {...form.wire('name')} />
      <Checkbox isChecked={isShared} onChange={setIsShared} className="-mx-2 max-md:min-h-10">
        Everybody of the company has it
      </Checkbox>
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" isBusy={form.isBusy}>
          Save view
        </Button>
      </div>
    </form>
  );
}
