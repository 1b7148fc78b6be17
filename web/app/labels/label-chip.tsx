import type { LabelColour } from '../generated/graphql';
import { classNames } from '../ui/class-names';

/** Each readable on its own ground, in both themes. */
export const labelTints: Record<LabelColour, string> = {
  GRAY: 'bg-sunken text-ink-muted',
  RED: 'bg-danger-soft text-danger-ink',
  ORANGE: 'bg-tint-4 text-tint-4-ink',
  YELLOW: 'bg-tint-5 text-tint-5-ink',
  GREEN: 'bg-tint-7 text-tint-7-ink',
  TEAL: 'bg-tint-1 text-tint-1-ink',
  BLUE: 'bg-tint-2 text-tint-2-ink',
  PURPLE: 'bg-tint-3 text-tint-3-ink',
  PINK: 'bg-tint-6 text-tint-6-ink',
};

interface LabelChipProps {
  label: { name: string; colour: LabelColour };
  className?: string;
}

export const LabelChip = ({ label: { name, colour }, className }: LabelChipProps) => (
  <span
    className={classNames(
      'inline-block h-5 min-w-0 max-w-40 truncate rounded-full px-2 font-medium text-xs leading-5',
      labelTints[colour],
      className,
    )}
  >
    {name}
  </span>
);

/** The colour alone, beside the name. */
export const LabelDot = ({ colour }: { colour: LabelColour }) => (
  <span
    aria-hidden="true"
    className={classNames('size-2.5 shrink-0 rounded-full bg-current', labelTints[colour].replace(/bg-\S+/, ''))}
  />
);
