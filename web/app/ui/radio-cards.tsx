import { createContext, type ReactNode, useContext, useId } from 'react';
import { classNames } from './class-names';

interface Choice {
  name: string;
  value: string | null;
  onChange: (value: string) => void;
}

const ChoiceContext = createContext<Choice>({ name: '', value: null, onChange: () => undefined });

interface RadioCardsProps {
  label: string;
  value: string | null;
  onChange: (value: string) => void;
  /** `RadioCard`s. */
  children: ReactNode;
  className?: string;
}

/**
 * One of several things, each shown as a card.
 * The browser's own radio buttons lie underneath: arrow keys, Enter and screen readers work as everywhere else,
 * also before the page's script runs. (Radix's group misses an arrow key that is let go within the same task.)
 */
export function RadioCards({ label, value, onChange, children, className }: RadioCardsProps) {
  const name = useId();
  return (
    <ChoiceContext value={{ name, value, onChange }}>
      <div role="radiogroup" aria-label={label} className={classNames('flex flex-col gap-2', className)}>
        {children}
      </div>
    </ChoiceContext>
  );
}

interface RadioCardProps {
  value: string;
  onDoubleClick?: () => void;
  children: ReactNode;
}

export function RadioCard({ value, onDoubleClick, children }: RadioCardProps) {
  const choice = useContext(ChoiceContext);
  return (
    <label
      onDoubleClick={onDoubleClick}
      className={classNames(
        'group relative flex w-full cursor-pointer items-center gap-3 rounded-card border border-line-strong bg-surface p-3.5 transition-colors duration-100 hover:bg-hover',
        'has-checked:border-accent has-checked:bg-accent-soft has-checked:shadow-[inset_0_0_0_1px_var(--color-accent)]',
        'has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
      )}
    >
      <input
        type="radio"
        name={choice.name}
        value={value}
        checked={choice.value === value}
        onChange={() => choice.onChange(value)}
        className="sr-only"
      />
      {children}
      <span
        aria-hidden="true"
        className="ml-auto flex size-4.5 shrink-0 items-center justify-center rounded-full border border-control group-has-checked:border-accent group-has-checked:bg-accent"
      >
        <span className="size-1.5 rounded-full bg-on-accent opacity-0 group-has-checked:opacity-100" />
      </span>
    </label>
  );
}
