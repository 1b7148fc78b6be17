import { mutate, ownerId } from '../testing/desk';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { inTenant, newMember, newPerson } from '../testing/people';

type Asking = Pick<TestTenant, 'query'>;

const fields = 'savedView { id name isShared filter orderBy }';
const save = (tenant: Asking, input: object) =>
  mutate(tenant, 'saveView', { name: 'Mine', filter: {}, ...input }, fields);
const names = async (tenant: Asking): Promise<string[]> =>
  (await tenant.query('{ savedViews { name } }')).savedViews.map(({ name }: { name: string }) => name);

test('what a view keeps can be asked for as it is', async () => {
  const tenant = await newTenant();
  const filter = {
    assigneeId: [await ownerId(tenant)],
    status: ['ACTIVE', 'SNOOZED'],
    priority: ['NONE', 'HIGH'],
    isUnread: true,
    search: 'boiler',
  };
  const orderBy = { field: 'WAITING_SINCE', direction: 'ASC' };

  const { savedView } = await save(tenant, { filter, orderBy });
  const { savedViews } = await tenant.query('{ savedViews { filter orderBy } }');
  const { conversations } = await tenant.query(
    'query ($filter: ConversationFilter, $orderBy: ConversationOrder) { conversations(filter: $filter, orderBy: $orderBy) { totalCount } }',
    savedViews[0],
  );

  expect(savedView).toMatchObject({ name: 'Mine', isShared: false, filter, orderBy });
  expect(savedViews).toEqual([{ filter, orderBy }]);
  expect(conversations.totalCount).toBe(0);
});

test('a view whose search could never be read is refused by name', async () => {
  const tenant = await newTenant();

  const { savedView, userErrors } = await save(tenant, { filter: { search: 'x'.repeat(201) } });

  expect(savedView).toBeNull();
  expect(userErrors).toEqual([{ code: 'TOO_LONG', field: ['filter', 'search'] }]);
});

test('a view is its maker’s, or everybody’s; and changed by its maker, or an admin', async () => {
  const ann = await newPerson('Able');
  const [ben, cay] = [await newMember(ann, 'MEMBER'), await newMember(ann, 'MEMBER')];
  const as = inTenant(ann.tenantId);
  const [admin, maker, other] = [ann, ben, cay].map((person) => ({
    query: async (document: string, variables = {}) => (await person.send(document, variables, as)).data,
  })) as [Asking, Asking, Asking];
  const { savedView: own } = await save(maker, { name: 'Own' });
  const { savedView: shared } = await save(maker, { name: 'Shared', isShared: true });

  expect(await names(maker)).toEqual(['Own', 'Shared']);
  expect((await maker.query('{ savedViews { name isMine } }')).savedViews).toEqual([
    { name: 'Own', isMine: true },
    { name: 'Shared', isMine: true },
  ]);
  expect((await other.query('{ savedViews { isMine } }')).savedViews).toEqual([{ isMine: false }]);
  expect(await names(other)).toEqual(['Shared']);
  const missing = { savedView: null, userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] };
  expect(await save(other, { id: shared.id, name: 'Taken' })).toEqual(missing);
  expect(await save(admin, { id: own.id, name: 'Taken' })).toEqual(missing);
  expect((await save(admin, { id: shared.id, name: 'Renamed', isShared: true })).savedView.name).toBe('Renamed');
  expect((await mutate(other, 'deleteView', { id: own.id }, 'deletedViewId')).userErrors).toEqual(missing.userErrors);
  expect(await mutate(maker, 'deleteView', { id: own.id }, 'deletedViewId')).toEqual({
    deletedViewId: own.id,
    userErrors: [],
  });
  expect(await names(maker)).toEqual(['Renamed']);
});

test('what everybody has, or had, is told to everybody, and what is one’s own to nobody', async () => {
  const tenant = await newTenant();
  const own = (await save(tenant, { name: 'Own' })).savedView.id;
  await mutate(tenant, 'deleteView', { id: own }, 'deletedViewId');
  const { id } = (await save(tenant, { name: 'Shared', isShared: true })).savedView;
  await save(tenant, { id, name: 'Taken back' });
  await save(tenant, { id, name: 'Mine' });
  await save(tenant, { id, name: 'Shared', isShared: true });
  await mutate(tenant, 'deleteView', { id }, 'deletedViewId');

  const { events } = await tenant.query('{ events { nodes { type ... on SavedViewsChanged { savedViewId } } } }');

  expect(events.nodes).toEqual(Array(4).fill({ type: 'savedViewsChanged', savedViewId: id }));
});
