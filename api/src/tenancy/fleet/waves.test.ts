import { wavesOf } from './waves';

const tenants = Array.from({ length: 3_000 }, (_, n) => n);
const sizes = (canaries: number) => wavesOf(tenants, canaries).map(({ length }) => length);

test('canaries go alone, then ever more at a time, each tenant once and in its order', () => {
  expect(sizes(3)).toEqual([3, 25, 100, 400, 1_600, 872]);
  expect(sizes(0)).toEqual([25, 100, 400, 1_600, 875]);
  expect(wavesOf(tenants, 3).flat()).toEqual(tenants);
});

test('fewer tenants than canaries are one wave, and none are none', () => {
  expect(wavesOf([1, 2], 5)).toEqual([[1, 2]]);
  expect(wavesOf([], 5)).toEqual([]);
});
