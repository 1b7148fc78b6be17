import { Check } from 'lucide-react';
import { Avatar } from './avatar';
import { classNames } from './class-names';

interface SelectButtonProps {
  name: string;
  isSelected: boolean;
  onSelect: (isRange: boolean) => void;
}

/** A row's picture, which becomes a box to tick where the row is pointed at, which has to be a `group`. */
export const SelectButton = ({ name, isSelected, onSelect }: SelectButtonProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a row's picture, of which the box is a part
  <button
    type="button"
    role="checkbox"
    aria-checked={isSelected}
    aria-label={`Select ${name}`}
    tabIndex={-1}
    onClick={(event) => onSelect(event.shiftKey)}
    className="relative z-10 -m-1 shrink-0 rounded-full p-1"
  >
    <Avatar name={name} className={classNames('group-hover:invisible', isSelected && 'invisible')} />
    <span
      aria-hidden="true"
      className={classNames(
        'absolute inset-1 items-center justify-center rounded-full border-2',
        isSelected
          ? 'flex border-accent bg-accent text-on-accent'
          : 'hidden border-control bg-surface group-hover:flex',
      )}
    >
      <Check className={classNames('size-4', !isSelected && 'opacity-0')} strokeWidth={3} />
    </span>
  </button>
);
