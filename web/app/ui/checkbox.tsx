import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

interface CheckboxProps {
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  children: ReactNode;
  className?: string;
}

/** The browser's own box lies underneath, so keyboard and screen readers work as everywhere. */
export const Checkbox = ({ isChecked, onChange, children, className }: CheckboxProps) => (
  <label
    className={classNames(
      'group flex min-h-8 max-md:min-h-10 cursor-pointer items-center gap-2.5 rounded-sm px-2 py-1 hover:bg-sunken',
      'has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:-outline-offset-1',
      className,
    )}
  >
    <input
      type="checkbox"
      checked={isChecked}
      onChange={(event) => onChange(event.target.checked)}
      className="sr-only"
    />
    <span
      aria-hidden="true"
      className="flex size-4 shrink-0 items-center justify-center rounded-xs border border-control bg-surface group-has-checked:border-accent group-has-checked:bg-accent"
    >
      <Check className="size-3 text-on-accent opacity-0 group-has-checked:opacity-100" strokeWidth={3} />
    </span>
    <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{children}</span>
  </label>
);
