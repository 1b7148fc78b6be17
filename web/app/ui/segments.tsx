import type { ReactNode } from 'react';
import { classNames } from './class-names';

interface SegmentsProps<T extends string> {
  /** What is being chosen, for screen readers. */
  label: string;
  value: T;
  onChange: (value: T) => void;
  segments: readonly { value: T; label: ReactNode; className?: string }[];
  className?: string;
}

/** Chooses which part of a page is in sight where there is no room for all; unlike tabs, it may be absent on a wide page. */
export const Segments = <T extends string>({ label, value, onChange, segments, className }: SegmentsProps<T>) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset would make it part of a form
  <div
    role="group"
    aria-label={label}
    className={classNames('flex gap-0.5 rounded-control bg-sunken p-0.5', className)}
  >
    {segments.map((segment) => (
      <button
        key={segment.value}
        type="button"
        aria-pressed={segment.value === value}
        onClick={() => onChange(segment.value)}
        className={classNames(
          'h-8 max-md:h-10 flex-auto truncate rounded-sm px-2.5 font-medium text-detail text-ink-muted transition-colors duration-100 hover:text-ink',
          segment.value === value && 'bg-surface text-ink shadow-card',
          segment.className,
        )}
      >
        {segment.label}
      </button>
    ))}
  </div>
);
