import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { type FieldText, FormField } from './form-field';
import { controlLook } from './text-field';

type TextAreaProps = FieldText & Omit<ComponentProps<'textarea'>, 'children' | 'required'>;

/** Grows with its text where the browser can (`field-sizing`); bound it with a `max-h-…` class. */
export function TextArea({
  label,
  isLabelHidden,
  hint,
  error,
  isRequired,
  id,
  className,
  rows = 3,
  ...props
}: TextAreaProps) {
  return (
    <FormField {...{ label, isLabelHidden, hint, error, isRequired, id }}>
      {(wiring) => (
        <textarea
          {...props}
          {...wiring}
          rows={rows}
          className={classNames(controlLook, 'field-sizing-content max-h-96 min-h-20 resize-y px-3 py-2', className)}
        />
      )}
    </FormField>
  );
}
