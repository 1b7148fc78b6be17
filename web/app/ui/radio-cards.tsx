import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

interface RadioCardsProps {
  label: string;
  value: string | null;
  onChange: (value: string) => void;
  /** `RadioCard`s. */
  children: ReactNode;
  className?: string;
}

/** One of several things, each shown as a card. The arrow keys move the choice. */
export const RadioCards = ({ label, value, onChange, children, className }: RadioCardsProps) => (
  <RadioGroup.Root
    aria-label={label}
    value={value ?? ''}
    onValueChange={onChange}
    className={classNames('flex flex-col gap-2', className)}
  >
    {children}
  </RadioGroup.Root>
);

interface RadioCardProps {
  value: string;
  onDoubleClick?: () => void;
  children: ReactNode;
}

export const RadioCard = ({ value, onDoubleClick, children }: RadioCardProps) => (
  <RadioGroup.Item
    value={value}
    onDoubleClick={onDoubleClick}
    className={classNames(
      'group flex w-full items-center gap-3 rounded-card border border-line-strong bg-surface p-3.5 text-left transition-colors duration-100 hover:bg-hover',
      'data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft data-[state=checked]:shadow-[inset_0_0_0_1px_var(--color-accent)]',
    )}
  >
    {children}
    <span
      aria-hidden="true"
      className="ml-auto flex size-4.5 shrink-0 items-center justify-center rounded-full border border-control group-data-[state=checked]:border-accent group-data-[state=checked]:bg-accent"
    >
      <RadioGroup.Indicator className="size-1.5 rounded-full bg-on-accent" />
    </span>
  </RadioGroup.Item>
);
