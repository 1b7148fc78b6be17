import { Check } from 'lucide-react';
import { classNames } from '../../ui/class-names';

const steps = ['File', 'Columns', 'Check', 'Import'] as const;

/** How far a new import is. */
export const Steps = ({ now }: { now: number }) => (
  <ol aria-label="Steps" className="flex flex-wrap gap-x-6 gap-y-2 px-5 pt-4 pb-1">
    {steps.map((step, index) => (
      <li
        key={step}
        aria-current={index === now ? 'step' : undefined}
        className={classNames(
          'flex items-center gap-2 text-detail',
          index === now ? 'font-medium text-ink' : 'text-ink-muted',
        )}
      >
        <span
          aria-hidden="true"
          className={classNames(
            'flex size-5.5 items-center justify-center rounded-full text-xs tabular-nums [&_svg]:size-3.5',
            index === now && 'bg-accent text-on-accent',
            index < now && 'bg-accent-soft text-accent-ink',
            index > now && 'bg-sunken',
          )}
        >
          {index < now ? <Check strokeWidth={3} /> : index + 1}
        </span>
        {step}
        {index < now && <span className="sr-only">, done</span>}
      </li>
    ))}
  </ol>
);
