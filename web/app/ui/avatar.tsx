import { classNames } from './class-names';

const tints = [
  'bg-tint-1 text-tint-1-ink',
  'bg-tint-2 text-tint-2-ink',
  'bg-tint-3 text-tint-3-ink',
  'bg-tint-4 text-tint-4-ink',
  'bg-tint-5 text-tint-5-ink',
  'bg-tint-6 text-tint-6-ink',
] as const;

const sizes = {
  // Two letters must fit in a circle of 1.5rem.
  small: 'size-6 text-[0.625rem]',
  medium: 'size-8 text-xs',
  large: 'size-12 text-base',
};

interface AvatarProps {
  name: string;
  size?: keyof typeof sizes;
  /** People are round, companies square. */
  shape?: 'person' | 'company';
  className?: string;
}

/** Initials on a tint that stays the same for a name. Decoration: the name stands beside it. */
export const Avatar = ({ name, size = 'medium', shape = 'person', className }: AvatarProps) => (
  <span
    aria-hidden="true"
    className={classNames(
      'inline-flex shrink-0 select-none items-center justify-center font-semibold',
      shape === 'person' ? 'rounded-full' : size === 'large' ? 'rounded-card' : 'rounded-sm',
      sizes[size],
      tints[hash(name) % tints.length],
      className,
    )}
  >
    {initialsOf(name)}
  </span>
);

/** The first letters of the first and the last word, by code point, so that no letter is cut in half. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toLocaleUpperCase('en') || '?';
}

function hash(text: string): number {
  let value = 0;
  for (const character of text) value = (value * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return value;
}
