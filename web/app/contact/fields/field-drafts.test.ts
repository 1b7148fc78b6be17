import { changedFields, draftsOf, filledFields, missingFields } from './field-drafts';

const field = (key: string, kind: 'TEXT' | 'CHOICES' | 'NUMBER', isRequired = false) => ({
  __typename: 'CustomField' as const,
  id: key,
  key,
  name: key.toUpperCase(),
  kind,
  options: [],
  isRequired,
});

const valueOf = (key: string, kind: 'TEXT' | 'CHOICES' | 'NUMBER', value: unknown) => ({
  __typename: 'FieldValue' as const,
  field: field(key, kind),
  value,
});

test('whatever is stored stands in the form as its text, and what is not touched is not sent', () => {
  const before = draftsOf({
    fields: [
      valueOf('a', 'NUMBER', 12.5),
      valueOf('b', 'CHOICES', ['x']),
      valueOf('c', 'TEXT', { d: 1 }),
      valueOf('e', 'TEXT', null),
    ],
  });

  expect(before).toEqual({ a: '12.5', b: ['x'], c: '{"d":1}', e: '' });
  expect(changedFields(before, { ...before, a: ' 12.5 ', e: '  ' })).toEqual([]);
  expect(changedFields(before, { ...before, a: '', b: [] })).toEqual([
    { key: 'a', value: null },
    { key: 'b', value: null },
  ]);
});

test('of a new contact what is filled in is sent', () => {
  expect(filledFields({ a: ' 1 ', b: ['x'], c: ' ', d: [] })).toEqual([
    { key: 'a', value: '1' },
    { key: 'b', value: ['x'] },
  ]);
});

test('what is required is asked for of a new contact; of another, only what it had', () => {
  const fields = [field('a', 'TEXT', true), field('b', 'TEXT')];

  expect(missingFields(fields, {}, null)).toEqual({ a: 'A is required.' });
  expect(missingFields(fields, { a: '' }, { a: '' })).toEqual({});
  expect(missingFields(fields, { a: ' ' }, { a: 'x' })).toEqual({ a: 'A is required.' });
});
