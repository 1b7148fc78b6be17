import { CircleAlert } from 'lucide-react';
import { Checkbox } from '../../ui/checkbox';

interface OptionsFieldProps {
  label: string;
  /** So that an error can lead there. */
  id: string;
  isRequired: boolean;
  error: string | undefined;
  options: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

/** Any of several options. What was chosen and is no longer offered can still be taken away. */
export function OptionsField({ label, id, isRequired, error, options, chosen, onChange }: OptionsFieldProps) {
  const all = [...options, ...chosen.filter((option) => !options.includes(option))];
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={error ? `${id}-error` : undefined}
      className="flex min-w-0 flex-col gap-1.5 rounded-sm"
    >
      <legend className="float-left w-full font-medium text-detail text-ink">
        {label}
        {isRequired && <span className="text-danger-ink"> *</span>}
      </legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {all.map((option) => (
          <Checkbox
            key={option}
            isChecked={chosen.includes(option)}
            onChange={(isChecked) =>
              onChange(isChecked ? [...chosen, option] : chosen.filter((other) => other !== option))
            }
            className="-ml-2"
          >
            {option}
            {!options.includes(option) && <span className="text-ink-muted"> (no longer offered)</span>}
          </Checkbox>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="flex gap-1.5 text-detail text-danger-ink">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </fieldset>
  );
}
