import { Checkbox } from '../../ui/checkbox';

interface OptionCheckboxesProps<T extends string> {
  label: string;
  options: readonly { value: T; label: string }[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}

export const OptionCheckboxes = <T extends string>({ label, options, chosen, onChange }: OptionCheckboxesProps<T>) => (
  <fieldset className="flex max-h-64 flex-col overflow-y-auto">
    <legend className="sr-only">{label}</legend>
    {options.map((option) => (
      <Checkbox
        key={option.value}
        isChecked={chosen.includes(option.value)}
        onChange={(isChecked) =>
          onChange(isChecked ? [...chosen, option.value] : chosen.filter((value) => value !== option.value))
        }
      >
        {option.label}
      </Checkbox>
    ))}
  </fieldset>
);
