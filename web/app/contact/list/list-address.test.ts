import {
  exportAddress,
  isFiltered,
  nextSort,
  readListAddress,
  variablesOf,
  withoutFilters,
  writeListAddress,
} from './list-address';

const read = (search: string) => readListAddress(new URLSearchParams(search));
const noon = Date.parse('2026-11-24T12:00:00Z');

test.each([
  '',
  'q=ann+lee',
  'q=a&source=Website&source=Trade+fair&company=A+%26+B&status=ACTIVE&status=CLOSED&created=30d&sort=-name',
])('an address survives being read and written: "%s"', (search) => {
  expect(writeListAddress(read(search)).toString()).toBe(search);
});

test('what the address says wrongly is left out', () => {
  const address = read(
    'q=%20ann%20&status=OPEN&created=toString&sort=constructor&source=&source=Web&source=Web&page=2',
  );

  expect(writeListAddress(address).toString()).toBe('q=ann&source=Web');
});

test('a search is cut where the API would refuse it, between whole characters', () => {
  expect(read(`q=${'😀'.repeat(300)}`).search).toBe('😀'.repeat(200));
});

test('without a word about it, the latest activity comes first and nothing is filtered', () => {
  expect(variablesOf(read(''), noon)).toEqual({
    search: null,
    filter: null,
    orderBy: { field: 'LAST_ACTIVITY_AT', direction: 'DESC' },
  });
});

test('every filter goes into the query', () => {
  expect(variablesOf(read('source=Web&company=Acme&status=SNOOZED&created=7d&sort=name'), noon)).toEqual({
    search: null,
    filter: {
      source: ['Web'],
      company: ['Acme'],
      conversationStatus: ['SNOOZED'],
      createdAfter: '2026-11-18T00:00:00.000Z',
    },
    orderBy: { field: 'NAME', direction: 'ASC' },
  });
});

test('a period begins at the same moment all day long', () => {
  const filterAt = (now: string) => variablesOf(read('created=7d'), Date.parse(now)).filter;

  expect(filterAt('2026-11-24T00:00:00Z')).toEqual({ createdAfter: '2026-11-18T00:00:00.000Z' });
  expect(filterAt('2026-11-24T23:59:59Z')).toEqual(filterAt('2026-11-24T00:00:00Z'));
});

test('a column sorts in its natural direction first, and turns round when pressed again', () => {
  expect(nextSort('-activity', 'name')).toBe('name');
  expect(nextSort('name', 'name')).toBe('-name');
  expect(nextSort('name', 'created')).toBe('-created');
  expect(nextSort('-created', 'created')).toBe('created');
});

test('a search alone is no filter, and clearing the filters keeps search and order', () => {
  const address = read('q=ann&status=CLOSED&sort=name');

  expect(isFiltered(address)).toBe(true);
  expect(writeListAddress(withoutFilters(address)).toString()).toBe('q=ann&sort=name');
  expect(isFiltered(withoutFilters(address))).toBe(false);
});

test('a file is asked for with what the list is asked for', () => {
  const at = (search: string) =>
    new URL(exportAddress(read(search), { format: 'csv', tenant: 'acme', now: noon }), 'http://web');

  const all = at('');
  const some = at('q=ann+%26+lee&source=Web&created=7d&sort=name');

  expect(all.pathname).toBe('/export/contacts');
  expect(Object.fromEntries(all.searchParams)).toEqual({
    format: 'csv',
    tenant: 'acme',
    orderBy: '{"field":"LAST_ACTIVITY_AT","direction":"DESC"}',
  });
  expect(Object.fromEntries(some.searchParams)).toEqual({
    format: 'csv',
    tenant: 'acme',
    search: 'ann & lee',
    filter: '{"source":["Web"],"createdAfter":"2026-11-18T00:00:00.000Z"}',
    orderBy: '{"field":"NAME","direction":"ASC"}',
  });
});

test('custom fields stand in the address by their keys, and are looked for as text and as what the text says', () => {
  const address = readListAddress(
    new URLSearchParams('field.tier=Gold&field.tier=Silver&field.signed=true&field.seats=12&field.=x'),
  );

  expect(address.fields).toEqual({ tier: ['Gold', 'Silver'], signed: ['true'], seats: ['12'] });
  expect(writeListAddress(address).toString()).toBe(
    'field.tier=Gold&field.tier=Silver&field.signed=true&field.seats=12',
  );
  expect(variablesOf(address, 0).filter).toEqual({
    fields: [
      { key: 'tier', operator: 'ONE_OF', value: ['Gold', 'Silver'] },
      { key: 'signed', operator: 'ONE_OF', value: ['true', true] },
      { key: 'seats', operator: 'ONE_OF', value: ['12', 12] },
    ],
  });
  expect(isFiltered(address)).toBe(true);
});
