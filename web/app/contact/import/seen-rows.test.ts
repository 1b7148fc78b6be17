import type { OnDuplicate } from '../../generated/graphql';
import { SeenRows } from './seen-rows';

test.each([
  ['SKIP', ['CREATED', 'SKIPPED', 'SKIPPED', 'CREATED']],
  ['FILL', ['CREATED', 'CHANGED', 'UNCHANGED', 'CREATED']],
  ['OVERWRITE', ['CREATED', 'CHANGED', 'UNCHANGED', 'CREATED']],
  ['CREATE', ['CREATED', 'CREATED', 'CREATED', 'CREATED']],
] as [OnDuplicate, string[]][])('with %s, a row about somebody who came before is known', (onDuplicate, expected) => {
  const seen = new SeenRows(onDuplicate);
  const rows = [
    { number: 1, name: 'Ann', email: 'ann@acme.test' },
    { number: 2, name: 'Ann', email: 'ANN@acme.test', company: 'Acme' },
    { number: 3, name: 'Ann', email: 'ANN@acme.test', company: 'Acme' },
    { number: 4, name: 'Bob', phone: '+49 30 1' },
  ];

  expect(rows.map((row) => seen.outcomeOf(row, 'CREATED'))).toEqual(expected);
});

test('a refused row is about nobody', () => {
  const seen = new SeenRows('SKIP');

  seen.outcomeOf({ number: 1, email: 'ann@acme.test' }, 'REFUSED');

  expect(seen.outcomeOf({ number: 2, email: 'ann@acme.test' }, 'CREATED')).toBe('CREATED');
});

test('it holds very many', () => {
  const seen = new SeenRows('SKIP');
  const row = (n: number) => ({ number: n, name: `P ${n}`, email: `p${n}@acme.test`, phone: `+49${n}` });
  for (let n = 1; n <= 100_000; n += 1) seen.outcomeOf(row(n), 'CREATED');

  const again = [1, 5_000, 100_000, 100_001].map((n) => seen.outcomeOf(row(n), 'CREATED'));

  expect(again).toEqual(['SKIPPED', 'SKIPPED', 'SKIPPED', 'CREATED']);
});

test.each([
  ['SKIP', ['CREATED', 'SKIPPED', 'SKIPPED', 'SKIPPED', 'SKIPPED', 'CREATED', 'SKIPPED']],
  ['FILL', ['CREATED', 'CHANGED', 'UNCHANGED', 'CREATED', 'CHANGED', 'CREATED', 'UNCHANGED']],
] as [OnDuplicate, string[]][])(
  'with %s, an external id meets who has none yet by the address alone',
  (rule, expected) => {
    const seen = new SeenRows(rule);
    const ann = { name: 'Ann', email: 'ann@acme.test' };
    const rows = [
      { number: 1, ...ann },
      { number: 2, ...ann, externalId: 'a' },
      { number: 3, ...ann, externalId: 'a' },
      { number: 4, ...ann, externalId: 'b' },
      { number: 5, ...ann },
      { number: 6, name: 'Bob', email: 'bob@acme.test', externalId: 'c' },
      { number: 7, name: 'Bob', email: 'bob@acme.test', externalId: 'c' },
    ];

    expect(rows.map((row) => seen.outcomeOf(row, 'CREATED'))).toEqual(expected);
  },
);

test('one that is skipped lends nobody its keys', () => {
  const seen = new SeenRows('SKIP');
  const rows = [
    { number: 1, name: 'Ann', email: 'ann@acme.test' },
    { number: 2, name: 'Ann', email: 'ann@acme.test', phone: '+49 30 1', externalId: 'a' },
    { number: 3, name: 'Bob', email: 'bob@acme.test', phone: '+49 30 1', externalId: 'a' },
  ];

  expect(rows.map((row) => seen.outcomeOf(row, 'CREATED'))).toEqual(['CREATED', 'SKIPPED', 'CREATED']);
});

test('whom the API knows by an address is not met by an external id that it says is new', () => {
  const seen = new SeenRows('FILL');

  seen.outcomeOf({ number: 1, name: 'Ann', email: 'ann@acme.test' }, 'CHANGED');

  const bea = { number: 2, name: 'Bea', email: 'ann@acme.test', externalId: 'b' };
  expect(seen.outcomeOf(bea, 'CREATED')).toBe('CREATED');
});
