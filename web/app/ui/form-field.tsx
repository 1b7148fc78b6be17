import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';

/** What a control inside a `FormField` must carry, so that label, hint and error belong to it. */
export interface FieldWiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
}

export interface FieldText {
  label: string;
  /** Keeps the label for screen readers only. */
  isLabelHidden?: boolean | undefined;
  hint?: ReactNode;
  /** What is good to know about what was entered: told to screen readers when it comes. Absent where none ever does, null while there is none. */
  note?: ReactNode;
  /** One sentence saying what to change; null or absent when all is well. */
  error?: string | null | undefined;
  isRequired?: boolean | undefined;
}

interface FormFieldProps extends FieldText {
  id?: string | undefined;
  children: (wiring: FieldWiring) => ReactNode;
}

/** A labelled control with its hint and its error. */
export function FormField({
  label,
  isLabelHidden = false,
  hint,
  note,
  error,
  isRequired = false,
  id,
  children,
}: FormFieldProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  const described = [hint && `${fieldId}-hint`, note && `${fieldId}-note`, error && `${fieldId}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={fieldId} className={isLabelHidden ? 'sr-only' : 'font-medium text-detail text-ink'}>
        {label}
        {isRequired && (
          <span aria-hidden="true" className="text-danger-ink">
            {' '}
            *
          </span>
        )}
      </label>
      {children({
        id: fieldId,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': isRequired || undefined,
      })}
      {hint && (
        <div id={`${fieldId}-hint`} className="text-detail text-ink-muted">
          {hint}
        </div>
      )}
      {note !== undefined && (
        <div id={`${fieldId}-note`} role="status" className="text-detail empty:absolute">
          {note}
        </div>
      )}
      {error && (
        <p id={`${fieldId}-error`} className="flex gap-1.5 text-detail text-danger-ink">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}
