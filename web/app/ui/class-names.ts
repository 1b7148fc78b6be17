import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

/** Knows the names that `app.css` adds to Tailwind's own. */
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ['detail', 'reading'],
      leading: ['reading'],
      radius: ['control', 'card'],
      shadow: ['card', 'raised'],
    },
  },
});

/** Joins class names; of two that set the same property, the later one wins. */
export const classNames = (...values: ClassValue[]): string => merge(clsx(values));
