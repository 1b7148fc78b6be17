import { classNames } from './class-names';

test.each([
  [
    'a size of our own gives way to a later size, and never to a colour',
    ['text-detail text-ink-muted', 'text-reading'],
    'text-ink-muted text-reading',
  ],
  [
    'a colour gives way to a later colour, and never to an alignment',
    ['text-ink text-left', 'text-danger'],
    'text-left text-danger',
  ],
  ['both lengths give way to one size', ['h-8 w-8', 'size-4'], 'size-4'],
  ['padding of one axis adds to what all sides have', ['p-4', 'px-2'], 'p-4 px-2'],
  ['gaps of two axes stand side by side', ['gap-x-3 gap-y-1'], 'gap-x-3 gap-y-1'],
  [
    'a border keeps its side and its style when its colour changes',
    ['border border-b border-dashed border-line', 'border-danger'],
    'border border-b border-dashed border-danger',
  ],
  [
    'what holds under a condition gives way under the same alone',
    ['bg-surface hover:bg-hover', 'hover:bg-sunken'],
    'bg-surface hover:bg-sunken',
  ],
  ['a selector in brackets is a condition, too', ['[&_svg]:size-4 size-8', '[&_svg]:size-5'], 'size-8 [&_svg]:size-5'],
  ['a length in brackets is kept beside a step', ['w-[20rem]', 'w-full'], 'w-[20rem] w-full'],
  ['what is not set is left out', ['flex', false, undefined, null, ''], 'flex'],
])('%s', (_fact, values, expected) => {
  expect(classNames(...values)).toBe(expected);
});
