import { rowInputOf } from './row-input';

const mapping = {
  headers: ['First', 'Last', 'Mail', 'Phone', 'Street', 'metadata', 'Left'],
  targets: ['firstName', 'lastName', 'email', 'phone', 'key', 'metadata', 'none'] as const,
  countryCode: '',
};

const inputOf = (cells: string[], more: Partial<typeof mapping> = {}) =>
  rowInputOf({ number: 3, cells, problem: null, bytes: 0 }, { ...mapping, ...more });

test('cells become what their columns are, blank ones nothing', () => {
  expect(inputOf([' Ann ', 'Lee', 'ann@acme.test', ' ', 'Langer Weg 12', '{"tier":1}', 'x'])).toEqual({
    number: 3,
    name: 'Ann Lee',
    email: 'ann@acme.test',
    metadata: { tier: 1, Street: 'Langer Weg 12' },
  });
});

test.each([
  ["'=1+1", '=1+1'],
  ["'+49 30", '+49 30'],
  ["''quoted", "'quoted"],
  ["'tis", "'tis"],
  ["O'Hara", "O'Hara"],
])('the apostrophe that an export puts before %s is taken off', (cell, name) => {
  expect(inputOf([cell]).name).toBe(name);
});

test.each([
  ['030 901820', '+49 30 901820'],
  ['(0)30 901820', '+49 30 901820'],
  ['0049 30 901820', '0049 30 901820'],
  ['+44 20 7946', '+44 20 7946'],
])('%s gets the country code where it has none', (phone, expected) => {
  expect(inputOf(['', '', '', phone], { countryCode: '+49' }).phone).toBe(expected);
});

test('what is wrong with a row goes in its place', () => {
  expect(inputOf(['', '', '', '', '', '[1]'])).toEqual({
    number: 3,
    problem: '“Further keys, as JSON” is no JSON object.',
  });
  expect(inputOf(['x'.repeat(60_000)])).toEqual({ number: 3, problem: 'It is too long.' });
});
