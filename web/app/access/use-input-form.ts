import { type ChangeEvent, type FormEvent, useId, useState } from 'react';
import type { ConstrainedInput, FieldOf } from '../validation/rules';
import { validateField, validateInput } from '../validation/validate';
import { explain } from './explain';

export interface UserError {
  field: readonly string[];
  message: string;
}

/**
 * A form of text fields over one of the schema's inputs: its values, and what is wrong with them by the schema's own rules.
 * Shape: `wire(field)` is what a `TextField` takes; `submit(send)` is a form's `onSubmit`. `send` answers what the API refused.
 */
export function useInputForm<I extends ConstrainedInput, F extends FieldOf<I>>(input: I, initial: Record<F, string>) {
  const id = useId();
  const fields = Object.keys(initial) as F[];
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Partial<Record<F, string>>>({});
  const [formError, setFormError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const idOf = (field: F) => `${id}-${field}`;

  const show = (next: Partial<Record<F, string>>) => {
    setErrors(next);
    const first = fields.find((field) => next[field] !== undefined);
    if (first) document.getElementById(idOf(first))?.focus();
  };
  const setError = (field: F, message: string | undefined) =>
    setErrors(({ [field]: _, ...others }) => ({ ...others, ...(message && { [field]: message }) }) as typeof errors);

  const wire = (field: F) => ({
    id: idOf(field),
    name: field as string,
    value: values[field],
    error: errors[field],
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setValues((before) => ({ ...before, [field]: target.value }));
      setError(field, undefined);
    },
    onBlur: () => {
      if (values[field].trim() === '') return;
      void validateField(input, field, values[field]).then((problem) => setError(field, problem?.message));
    },
  });

  const refuse = (userErrors: readonly UserError[]) => {
    const placed = userErrors.map(({ field, message }) => [field.find((name) => name in initial), message] as const);
    show(Object.fromEntries(placed.filter(([field]) => field !== undefined)) as Partial<Record<F, string>>);
    setFormError(placed.find(([field]) => field === undefined)?.[1] ?? null);
  };

  const submit = (send: (values: Record<F, string>) => Promise<readonly UserError[] | undefined>) => {
    const run = async () => {
      setFormError(null);
      const found = await validateInput(input, values);
      show(Object.fromEntries(fields.map((field) => [field, found[field]?.message])) as Partial<Record<F, string>>);
      if (Object.keys(found).length > 0) return;
      refuse((await send(values)) ?? []);
    };
    return (event: FormEvent) => {
      event.preventDefault();
      if (isBusy) return;
      setIsBusy(true);
      void run()
        .catch((error: unknown) => setFormError(explain(error)))
        .finally(() => setIsBusy(false));
    };
  };
  return { values, formError, isBusy, wire, submit, clear: () => setValues(initial) };
}
