import { getNonce } from 'get-nonce';
import { Check, ChevronDown } from 'lucide-react';
import { Select } from 'radix-ui';
import { classNames } from './class-names';
import { type FieldText, FormField } from './form-field';
import { controlLook } from './text-field';

export interface SelectOption<T extends string> {
  value: T;
  label: string;
}

interface SelectFieldProps<T extends string> extends FieldText {
  id?: string;
  value: T | null;
  options: readonly SelectOption<T>[];
  onChange: (value: T) => void;
  placeholder?: string;
  isDisabled?: boolean;
  className?: string;
}

/** One of a few values. No option's value may be empty: say what "no value" means by an option of its own. */
export function SelectField<T extends string>({
  value,
  options,
  onChange,
  placeholder = 'Choose…',
  isDisabled = false,
  className,
  ...text
}: SelectFieldProps<T>) {
  return (
    <FormField {...text}>
      {(wiring) => (
        <Select.Root value={value ?? ''} onValueChange={(next) => onChange(next as T)} disabled={isDisabled}>
          <Select.Trigger
            {...wiring}
            className={classNames(
              controlLook,
              'flex h-9 max-md:h-10 items-center justify-between gap-2 px-3 text-left data-placeholder:text-ink-faint',
              className,
            )}
          >
            <span className="truncate">
              <Select.Value placeholder={placeholder}>
                {options.find((option) => option.value === value)?.label}
              </Select.Value>
            </span>
            <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-ink-muted" />
          </Select.Trigger>
          <Select.Portal>
            <Select.Content
              position="popper"
              sideOffset={4}
              collisionPadding={8}
              className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-appear overflow-hidden rounded-control border border-line bg-raised shadow-raised"
            >
              <Select.Viewport nonce={getNonce()} className="p-1">
                {options.map((option) => (
                  <Select.Item
                    key={option.value}
                    value={option.value}
                    className="flex h-8 max-md:h-10 cursor-default select-none items-center gap-2 rounded-sm pr-3 pl-8 text-ink outline-none data-highlighted:bg-sunken data-[state=checked]:pl-2"
                  >
                    <Select.ItemIndicator>
                      <Check aria-hidden="true" className="size-4 text-accent-ink" />
                    </Select.ItemIndicator>
                    <Select.ItemText>{option.label}</Select.ItemText>
                  </Select.Item>
                ))}
              </Select.Viewport>
            </Select.Content>
          </Select.Portal>
        </Select.Root>
      )}
    </FormField>
  );
}
