import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button';
import { classNames } from '../../ui/class-names';
import { Popover } from '../../ui/popover';

interface FilterButtonProps {
  /** What is filtered by: "Source". */
  label: string;
  /** The values filtered by, as they are called. */
  chosen: readonly string[];
  onClear: () => void;
  onOpenChange?: (isOpen: boolean) => void;
  children: ReactNode;
}

/** Opens the choice of a filter's values, and tells which are chosen. */
export const FilterButton = ({ label, chosen, onClear, onOpenChange, children }: FilterButtonProps) => (
  <Popover
    label={`Filter by ${label.toLowerCase()}`}
    className="flex w-64 flex-col gap-1 p-1.5"
    {...(onOpenChange && { onOpenChange })}
    trigger={
      <Button
        size="small"
        className={classNames('h-9 max-w-52', chosen.length > 0 && 'border-accent bg-accent-soft text-accent-ink')}
      >
        <span className="truncate">
          {label}
          {chosen.length > 0 && `: ${chosen.length === 1 ? chosen[0] : chosen.length}`}
        </span>
        <ChevronDown aria-hidden="true" />
      </Button>
    }
  >
    {children}
    {chosen.length > 0 && (
      <Button variant="quiet" size="small" onClick={onClear} className="justify-start px-2">
        Any {label.toLowerCase()}
      </Button>
    )}
  </Popover>
);
