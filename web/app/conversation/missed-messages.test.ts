import { numberBeforeGap } from './missed-messages';

test.each([
  [[], null],
  [[7], null],
  [[7, 8, 9], null],
  [[9, 7, 8], null],
  [[7, 8, 10], 8],
  [[1, 2, 5, 6, 9], 2],
])('what is missing in %j follows %j', (numbers, expected) => {
  expect(numberBeforeGap(numbers)).toBe(expected);
});
