import { niceTop } from './daily-chart';

test.each([
  [0, 2],
  [1, 2],
  [3, 4],
  [7, 8],
  [9, 10],
  [11, 20],
  [33, 40],
  [61, 80],
  [999, 1_000],
  [1_001, 2_000],
])('an axis for %i ends at %i', (max, top) => {
  expect(niceTop(max)).toBe(top);
});
