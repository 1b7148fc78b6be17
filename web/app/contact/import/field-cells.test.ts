import type { CustomFieldKind } from '../../generated/graphql';
import { newFile } from '../../testing/file';
import { guessField, readCell } from './field-cells';
import { openFile } from './read-file';

const guess = async (cells: readonly string[]) => {
  const file = newFile(`Name,Column\n${cells.map((cell, n) => `P ${n},"${cell}"\n`).join('')}`);
  const { format } = await openFile(file);
  return guessField(file, format, 1);
};

const many = (...cells: string[]) => [...cells, ...cells, ...cells];

test.each([
  ['NUMBER', ['12', "'-1.5", '', '0']],
  ['TEXT', ['01067', '10115']],
  ['DATE', ['2026-11-30', '2026-01-02']],
  ['TEXT', ['30.11.2026', '02.01.2026']],
  ['BOOLEAN', ['Yes', 'no', 'yes']],
  ['LINK', ['https://a.test', 'http://b.test/c']],
  ['LONG_TEXT', ['one\ntwo', 'three']],
  ['TEXT', many('a; b', 'c')],
  ['TEXT', ['', '']],
] as [CustomFieldKind, string[]][])('a new field is %s where the column has %j', async (kind, cells) => {
  expect(await guess(cells)).toEqual({ name: 'Column', kind, options: [], isRequired: false });
});

test('a few values that come again and again are its options', async () => {
  expect(await guess(many('Gold', 'silver', 'Silver', 'none'))).toMatchObject({
    kind: 'CHOICE',
    options: ['Gold', 'silver', 'none'],
  });
});

test.each([
  ['NUMBER', '-12.50', -12.5],
  ['NUMBER', '0.30000000000000004', 0.30000000000000004],
  ['NUMBER', '1,5', undefined],
  ['DATE', '2026-13-01', undefined],
  ['BOOLEAN', 'NO', false],
  ['CHOICE', 'gold', 'Gold'],
  ['CHOICE', 'Bronze', undefined],
  ['CHOICES', 'silver;Gold', ['Gold', 'Silver']],
  ['CHOICES', 'silver; x', undefined],
  ['TEXT', 'a\nb', undefined],
  ['LINK', 'a.test', undefined],
] as [CustomFieldKind, string, unknown][])('of %s, %j is read as %j', (kind, text, value) => {
  expect(readCell({ kind, options: ['Gold', 'Silver'] }, text)).toEqual(value);
});
