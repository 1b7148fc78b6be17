import { readListAddress, writeListAddress } from '../list/list-address';
import { addressOf, type ContactView, isAsKept, viewOf } from './view-address';

const read = (search: string) => readListAddress(new URLSearchParams(search));
const columns = ['name', 'email', 'tier'];

const newView = (more: Partial<ContactView>): ContactView => ({
  __typename: 'ContactView',
  id: 'v1',
  name: 'Gold',
  isShared: false,
  isMine: true,
  search: null,
  filter: {},
  orderBy: null,
  columns: null,
  ...more,
});

test.each([
  'q=ann+lee&columns=name%2Cemail%2Ctier',
  'source=Web&company=A+%26+B&status=ACTIVE&label=l1&created=30d&field.tier=Gold&field.seats=12&sort=-name&columns=name%2Cemail%2Ctier',
])('what a view keeps of a list leads to it: "%s"', (search) => {
  const kept = viewOf(read(search), columns);

  const address = addressOf(newView({ ...kept, filter: kept.filter } as Partial<ContactView>));

  expect(writeListAddress({ ...address, view: null }).toString()).toBe(search);
  expect(address.view).toBe('v1');
});

test('a period is kept as its length, and a cursor not at all', () => {
  expect(viewOf(read('created=7d&after=page-2'), columns)).toEqual({
    search: null,
    filter: { createdWithinDays: 7 },
    orderBy: { field: 'LAST_ACTIVITY_AT', direction: 'DESC' },
    columns,
  });
});

test('conditions that no filter shows stay, and are kept again', () => {
  const filter = {
    email: 'ann@acme.example',
    createdWithinDays: 45,
    fields: [
      { key: 'tier', operator: 'ONE_OF', value: ['Gold'] },
      { key: 'seats', operator: 'AT_LEAST', value: 10 },
    ],
  };

  const address = addressOf(newView({ filter }));

  expect(address).toMatchObject({ fields: { tier: ['Gold'] }, created: null });
  expect(viewOf(read(writeListAddress(address).toString()), columns).filter).toEqual(filter);
});

test('a list differs from its view by what is listed or shown, not by which view it is', () => {
  const view = newView({ filter: { source: ['Web'] }, columns });

  expect(isAsKept(read('source=Web&columns=name,email,tier&view=v1'), view)).toBe(true);
  expect(isAsKept(read('source=Web&columns=name,tier&view=v1'), view)).toBe(false);
  expect(isAsKept(read('source=Web&sort=name&columns=name,email,tier&view=v1'), view)).toBe(false);
  expect(isAsKept(read(''), null)).toBe(true);
  expect(isAsKept(read('source=Web'), null)).toBe(false);
});
