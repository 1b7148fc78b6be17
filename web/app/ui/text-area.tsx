import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { type FieldText, FormField } from './form-field';
import { controlLook } from './text-field';

type TextAreaProps = FieldText & Omit<ComponentProps<'textarea'>, 'children' | 'required'>;

/** A field of several lines, which grows with its text. */
export const TextArea = ({ label, isLabelHidden, hint, error, isRequired, id, className, ...props }: TextAreaProps) => (
  <FormField {...{ label, isLabelHidden, hint, error, isRequired, id }}>
    {(wiring) => (
      <textarea
        rows={4}
        {...props}
        {...wiring}
        className={classNames(controlLook, 'field-sizing-content max-h-96 min-h-24 px-3 py-2', className)}
      />
    )}
  </FormField>
);
