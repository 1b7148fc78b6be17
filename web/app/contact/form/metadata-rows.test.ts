import { checkRows, metadataOf, rowsOf, withRow } from './metadata-rows';

const row = (key: string, value: string, id = 0) => ({ id, key, value });

test('values keep their type while nothing or little is changed about them', () => {
  const rows = rowsOf({ note: 'VIP', seats: 5, tags: ['a', 'b'], isOld: false });
  expect(metadataOf(rows)).toEqual({ note: 'VIP', seats: 5, tags: ['a', 'b'], isOld: false });

  const edited = rows.map((each) => (each.key === 'seats' ? { ...each, value: '6' } : each));
  expect(metadataOf(edited)).toMatchObject({ seats: 6 });

  const rewritten = rows.map((each) => (each.key === 'seats' ? { ...each, value: 'six' } : each));
  expect(metadataOf(rewritten)).toMatchObject({ seats: 'six' });
});

test('text that looks like a number stays text', () => {
  expect(metadataOf(rowsOf({ zip: '04109' }))).toEqual({ zip: '04109' });
});

test('rows that are still blank are not stored', () => {
  expect(metadataOf([row(' plan ', ' gold '), row(' ', '')])).toEqual({ plan: 'gold' });
});

test('a new row can be told from those before it', () => {
  const rows = withRow([row('a', '1', 4), row('b', '2', 2)]);

  expect(rows.map(({ id }) => id)).toEqual([4, 2, 5]);
});

test('a key may be neither missing, nor doubled, nor that of a field', () => {
  expect(checkRows([row('plan', 'gold'), row('', '')])).toBeNull();
  expect(checkRows([row('', 'gold')])).toBe('A further field needs a name.');
  expect(checkRows([row('plan', 'a'), row('plan ', 'b')])).toBe('“plan” is there twice.');
  expect(checkRows([row('source', 'a')])).toBe('“source” has a field of its own above.');
});
