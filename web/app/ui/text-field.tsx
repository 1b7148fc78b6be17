import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { type FieldText, FormField } from './form-field';

export const controlLook = classNames(
  'w-full min-w-0 rounded-control border border-control bg-surface text-ink transition-colors duration-100',
  'hover:border-ink-muted focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0',
  'aria-invalid:border-danger aria-invalid:focus-visible:outline-danger disabled:opacity-55',
);

type TextFieldProps = FieldText & Omit<ComponentProps<'input'>, 'children' | 'required'>;

export function TextField({
  label,
  isLabelHidden,
  hint,
  note,
  error,
  isRequired,
  id,
  className,
  type = 'text',
  ...props
}: TextFieldProps) {
  return (
    <FormField {...{ label, isLabelHidden, hint, note, error, isRequired, id }}>
      {(wiring) => (
        <input
          {...props}
          {...wiring}
          type={type}
          className={classNames(controlLook, 'h-9 px-3 max-md:h-10', className)}
        />
      )}
    </FormField>
  );
}
