import { mutate } from '../testing/desk';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { inTenant, newMember, newPerson } from '../testing/people';

type Asking = Pick<TestTenant, 'query'>;

const fields = 'contactView { id name isShared search filter orderBy columns }';
const save = (tenant: Asking, input: object) =>
  mutate(tenant, 'saveContactView', { name: 'Mine', filter: {}, ...input }, fields);
const names = async (tenant: Asking): Promise<string[]> =>
  (await tenant.query('{ contactViews { name } }')).contactViews.map(({ name }: { name: string }) => name);

test('what a view keeps can be asked for as it is', async () => {
  const tenant = await newTenant();
  const filter = {
    source: ['Website'],
    conversationStatus: ['ACTIVE', 'SNOOZED'],
    createdWithinDays: 30,
    createdAfter: '2026-01-01T00:00:00.000Z',
    fields: [{ key: 'tier', operator: 'ONE_OF', value: ['Gold', 12.5, true] }],
  };
  const orderBy = { field: 'LAST_ACTIVITY_AT', direction: 'DESC' };
  const columns = ['name', 'tier', 'email'];

  const { contactView } = await save(tenant, { search: ' ann ', filter, orderBy, columns });
  const { contactViews } = await tenant.query('{ contactViews { search filter orderBy columns } }');
  const { contacts } = await tenant.query(
    'query ($search: String, $filter: ContactFilter, $orderBy: ContactOrder) { contacts(search: $search, filter: $filter, orderBy: $orderBy) { totalCount } }',
    contactViews[0],
  );

  expect(contactView).toMatchObject({ name: 'Mine', isShared: false, search: 'ann', filter, orderBy, columns });
  expect(contactViews).toEqual([{ search: 'ann', filter, orderBy, columns }]);
  expect(contacts.totalCount).toBe(0);
});

test.each([
  ['a search that is too long', { search: 'x'.repeat(201) }, ['search']],
  ['days that are none', { filter: { createdWithinDays: 0 } }, ['filter', 'createdWithinDays']],
  [
    'a value that goes with no operator',
    { filter: { fields: [{ key: 'tier', operator: 'ONE_OF', value: 'Gold' }] } },
    ['filter', 'fields'],
  ],
  ['a column that can be none', { columns: ['name', '=1+1'] }, ['columns']],
  ['a column twice', { columns: ['name', 'name'] }, ['columns']],
])('a view with %s is refused by name', async (_what, wrong, field) => {
  const { contactView, userErrors } = await save(await newTenant(), wrong);

  expect(contactView).toBeNull();
  expect(userErrors).toEqual([{ code: 'INVALID', field }]);
});

test('a view is its maker’s, or everybody’s; and changed by its maker, or an admin', async () => {
  const ann = await newPerson('Able');
  const [ben, cay] = [await newMember(ann, 'MEMBER'), await newMember(ann, 'MEMBER')];
  const as = inTenant(ann.tenantId);
  const [admin, maker, other] = [ann, ben, cay].map((person) => ({
    query: async (document: string, variables = {}) => (await person.send(document, variables, as)).data,
  })) as [Asking, Asking, Asking];
  const { contactView: own } = await save(maker, { name: 'Own' });
  const { contactView: shared } = await save(maker, { name: 'Shared', isShared: true });

  expect((await maker.query('{ contactViews { name isMine } }')).contactViews).toEqual([
    { name: 'Own', isMine: true },
    { name: 'Shared', isMine: true },
  ]);
  expect((await other.query('{ contactViews { name isMine } }')).contactViews).toEqual([
    { name: 'Shared', isMine: false },
  ]);
  const missing = { contactView: null, userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] };
  const remove = (as: Asking, id: string) => mutate(as, 'deleteContactView', { id }, 'deletedContactViewId');
  expect(await save(other, { id: shared.id, name: 'Taken' })).toEqual(missing);
  expect(await save(admin, { id: own.id, name: 'Taken' })).toEqual(missing);
  expect((await save(admin, { id: shared.id, name: 'Renamed', isShared: true })).contactView.name).toBe('Renamed');
  expect((await remove(other, own.id)).userErrors).toEqual(missing.userErrors);
  expect(await remove(maker, own.id)).toEqual({ deletedContactViewId: own.id, userErrors: [] });
  expect(await names(maker)).toEqual(['Renamed']);
});

test('what everybody has, or had, is told to everybody, and what is one’s own to nobody', async () => {
  const tenant = await newTenant();
  const own = (await save(tenant, { name: 'Own' })).contactView.id;
  await mutate(tenant, 'deleteContactView', { id: own }, 'deletedContactViewId');
  const { id } = (await save(tenant, { name: 'Shared', isShared: true })).contactView;
  await save(tenant, { id, name: 'Mine' });
  await save(tenant, { id, name: 'Still mine' });

  const { events } = await tenant.query('{ events { nodes { type ... on ContactViewsChanged { contactViewId } } } }');

  expect(events.nodes).toEqual(Array(2).fill({ type: 'contactViewsChanged', contactViewId: id }));
});
