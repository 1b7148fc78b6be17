import { type ClassValue, clsx } from 'clsx';
import { createTailwindMerge, validators } from 'tailwind-merge';

const { isAnyNonArbitrary } = validators;
/** Sizes of text; every other `text-…` that is merged is a colour. */
const textSizes = ['xs', 'detail', 'sm', 'reading', 'base', 'lg', 'xl', '2xl', '3xl'];
const textAlignments = ['left', 'center', 'right', 'start', 'end', 'balance', 'pretty', 'wrap', 'nowrap'];
const borderStyles = ['solid', 'dashed', 'dotted', 'none'];
const borderSides = ['x', 'y', 't', 'r', 'b', 'l'];
const fontWeights = ['normal', 'medium', 'semibold', 'bold'];

const isColour =
  (...others: string[]) =>
  (value: string) =>
    isAnyNonArbitrary(value) && !/^\d|^[xytrbl]-/.test(value) && !others.includes(value);

/**
 * What a component's own look may say and its caller may replace: all that `classNames` decides between.
 * The library's whole list is a tenth of the sign-in page's program; a property that is not here keeps both names.
 */
const config: ReturnType<Parameters<typeof createTailwindMerge>[0]> = {
  cacheSize: 500,
  theme: {},
  classGroups: {
    size: [{ size: [isAnyNonArbitrary] }],
    h: [{ h: [isAnyNonArbitrary] }],
    w: [{ w: [isAnyNonArbitrary] }],
    'min-w': [{ 'min-w': [isAnyNonArbitrary] }],
    'max-w': [{ 'max-w': [isAnyNonArbitrary] }],
    p: [{ p: [isAnyNonArbitrary] }],
    px: [{ px: [isAnyNonArbitrary] }],
    py: [{ py: [isAnyNonArbitrary] }],
    gap: [{ gap: [isAnyNonArbitrary] }],
    shrink: [{ shrink: ['', '0'] }],
    justify: [{ justify: ['start', 'center', 'between', 'end'] }],
    items: [{ items: ['start', 'center', 'end', 'stretch', 'baseline'] }],
    rounded: [{ rounded: ['none', 'sm', 'md', 'lg', 'xl', 'full', 'control', 'card'] }],
    shadow: [{ shadow: ['none', 'card', 'raised'] }],
    'font-size': [{ text: textSizes }],
    'font-weight': [{ font: fontWeights }],
    'text-colour': [{ text: [isColour(...textSizes, ...textAlignments)] }],
    'border-style': [{ border: borderStyles }],
    'border-colour': [{ border: [isColour('', ...borderStyles, ...borderSides)] }],
    'background-colour': [{ bg: [isAnyNonArbitrary] }],
  },
  conflictingClassGroups: { size: ['h', 'w'], p: ['px', 'py'] },
  conflictingClassGroupModifiers: {},
  orderSensitiveModifiers: ['before', 'after', 'placeholder', 'selection', 'file', 'marker'],
};

const merge = createTailwindMerge(() => config);

/** Joins class names; of two that set the same property, the later one wins. */
export const classNames = (...values: ClassValue[]): string => merge(clsx(values));
