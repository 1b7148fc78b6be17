import { Search, X } from 'lucide-react';
import { type ComponentProps, useRef } from 'react';
import { classNames } from './class-names';
import { Spinner } from './spinner';
import { controlLook } from './text-field';

interface SearchFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'ref'> {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** An answer is on its way. */
  isBusy?: boolean;
}

/** Search as you type; Escape and the cross empty it. */
export function SearchField({
  label,
  value,
  onChange,
  isBusy = false,
  className,
  placeholder = label,
  ...props
}: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const empty = () => {
    onChange('');
    input.current?.focus();
  };
  return (
    <div className={classNames('relative min-w-0', className)}>
      <span className="pointer-events-none absolute inset-y-0 left-3 flex items-center text-ink-muted">
        {isBusy ? <Spinner /> : <Search aria-hidden="true" className="size-4" />}
      </span>
      <input
        {...props}
        ref={input}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.preventDefault();
          empty();
        }}
        className={classNames(controlLook, 'h-9 px-9 max-md:h-10 [&::-webkit-search-cancel-button]:hidden')}
      />
      {value !== '' && (
        <button
          type="button"
          aria-label="Empty the search"
          onClick={empty}
          className="absolute inset-y-0.5 right-0.5 flex w-8 items-center justify-center rounded-sm text-ink-muted hover:text-ink"
        >
          <X aria-hidden="true" className="size-4" />
        </button>
      )}
    </div>
  );
}
