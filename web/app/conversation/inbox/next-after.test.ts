import { nextAfter } from './use-inbox-rows';

const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }));

test.each([
  [['b'], 'c'],
  [['d'], 'c'],
  [['b', 'c'], 'd'],
  [['c', 'd'], 'b'],
  [['a', 'b', 'c', 'd'], null],
  [['elsewhere'], null],
])('when %j are gone, %j opens', (gone, next) => {
  expect(nextAfter(rows, gone)).toBe(next);
});
