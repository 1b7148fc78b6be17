import { randomUUID } from 'node:crypto';
import { contacts, inTenant, newMember, newOperator, newPerson, type Person } from '../testing/people';
import { behindTheApi, newDatabase, startTestApi } from '../testing/test-api';

const list = `
  query ($first: Int! = 25, $after: String, $search: String, $status: TenantStatus, $sort: FleetTenantSort! = NAME) {
    fleetTenants(first: $first, after: $after, search: $search, status: $status, sort: $sort) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { id name slug status statusReason statusUntil version isUpToDate failure sizeBytes lastActiveAt memberCount createdAt }
    }
  }`;
const suspend = `
  mutation ($input: SuspendTenantInput!) {
    suspendTenant(input: $input) { fleetTenant { id status statusReason } userErrors { code field message } }
  }`;
const resume = `
  mutation ($id: ID!) { resumeTenant(input: { id: $id }) { fleetTenant { status statusReason } userErrors { code } } }`;

interface Listed {
  id: string;
  name: string;
  status: string;
  sizeBytes: number;
}

let operator: Person;
const word = `fleet${randomUUID().slice(0, 6)}`;
const owners: Person[] = [];

beforeAll(async () => {
  operator = await newOperator();
  for (const name of ['Cherry', 'apple', 'Banana']) owners.push(await newPerson(`${name} ${word}`));
  await newMember(owners[0] as Person, 'MEMBER');
});

const page = async (more: object = {}) => (await operator.send(list, { search: word, ...more })).data.fleetTenants;
const namesIn = ({ nodes }: { nodes: Listed[] }) => nodes.map(({ name }) => name.split(' ')[0]);

test('an operator sees each company from outside, found by a part of its name', async () => {
  const found = await page();

  expect(namesIn(found)).toEqual(['apple', 'Banana', 'Cherry']);
  expect(found.totalCount).toBe(3);
  expect(found.nodes[2]).toMatchObject({
    id: owners[0]?.tenantId,
    status: 'ACTIVE',
    isUpToDate: true,
    failure: null,
    memberCount: 2,
  });
});

test.each(['NAME', 'SIZE', 'VERSION', 'ACTIVITY', 'CREATED'])(
  'sorted by %s, each company comes on one page of many',
  async (sort) => {
    await behindTheApi(`update public.tenants set last_active_at = now() - interval '2 hours' where id = $1`, [
      owners[1]?.tenantId,
    ]);
    const whole = await page({ sort });
    const names: (string | undefined)[] = [];

    let after: string | null = null;
    do {
      const next: Awaited<ReturnType<typeof page>> = await page({ sort, first: 1, after });
      names.push(...namesIn(next));
      after = next.pageInfo.hasNextPage ? next.pageInfo.endCursor : null;
    } while (after !== null);

    expect(names).toEqual(namesIn(whole));
    expect(names).toHaveLength(3);
    if (sort === 'CREATED') expect(names).toEqual(['Banana', 'apple', 'Cherry']);
    if (sort === 'ACTIVITY') expect(names[0]).toBe('apple');
  },
);

test('a company is suspended with a reason and resumed, and is found by its state meanwhile', async () => {
  const [ann] = owners as [Person];
  const input = { id: ann.tenantId, reason: ' The invoice of March is open. ' };

  const { data } = await operator.send(suspend, { input });
  const again = await operator.send(suspend, { input });
  const found = await page({ status: 'SUSPENDED' });
  const { errors } = await ann.send(contacts, {}, inTenant(ann.tenantId));
  const back = await operator.send(resume, { id: ann.tenantId });

  expect(data.suspendTenant).toEqual({
    fleetTenant: { id: ann.tenantId, status: 'SUSPENDED', statusReason: 'The invoice of March is open.' },
    userErrors: [],
  });
  expect(again.data.suspendTenant).toMatchObject({ fleetTenant: null, userErrors: [{ code: 'CONFLICT' }] });
  expect(namesIn(found)).toEqual(['Cherry']);
  expect(errors?.[0]?.extensions.code).toBe('TENANT_SUSPENDED');
  expect(back.data.resumeTenant).toEqual({ fleetTenant: { status: 'ACTIVE', statusReason: null }, userErrors: [] });
});

test('a suspension needs a reason', async () => {
  const { data } = await operator.send(suspend, { input: { id: owners[1]?.tenantId, reason: '  ' } });

  expect(data.suspendTenant.userErrors).toMatchObject([{ code: 'REQUIRED', field: ['reason'] }]);
});

test('to steer the deployment opens no company', async () => {
  const [ann] = owners as [Person];
  const headers = inTenant(ann.tenantId);

  expect((await operator.send(contacts, {}, headers)).errors?.[0]?.extensions.code).toBe('TENANT_NOT_FOUND');
  expect((await operator.send('{ tenants { nodes { id } } }')).data.tenants.nodes).toEqual([]);
  expect(
    (await operator.send('query ($id: ID!) { tenant(id: $id) { id } }', { id: ann.tenantId })).data.tenant,
  ).toBeNull();
});

test('the overview counts companies by state, and the ways into them', async () => {
  await owners[1]?.send(contacts, {}, inTenant(owners[1].tenantId));

  const { data } = await operator.send(`{
    fleet {
      tenantCount byStatus { status count } behind failed version openConnections pools { open inUse evicted } databaseSizeBytes
    }
  }`);

  const sum = data.fleet.byStatus.reduce((all: number, { count }: { count: number }) => all + count, 0);
  expect(data.fleet.tenantCount).toBe(sum);
  expect(sum).toBeGreaterThanOrEqual(3);
  expect(data.fleet.databaseSizeBytes).toBeGreaterThan(0);
  expect(data.fleet.pools.open).toBeGreaterThanOrEqual(1);
  expect(data.fleet.version).toMatch(/^\d{13}$/);
});

test('companies that are behind are brought up to date by a task, one such at a time', async () => {
  const urls = await newDatabase();
  const api = await startTestApi({ urls });
  const send = async (query: string) => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return ((await response.json()) as { data: Record<string, { userErrors?: object[]; nodes?: object[] }> }).data;
  };
  const migrate = 'mutation { migrateFleet { task { kind status tenantSlug } userErrors { code message } } }';
  await behindTheApi(
    `insert into public.tasks (id, kind, leased_until) values (gen_random_uuid(), 'migrateFleet', now() + interval '1 hour')`,
    [],
    urls.owner,
  );

  const refused = await send(migrate);
  await behindTheApi(`update public.tasks set leased_until = null, status = 'waiting'`, [], urls.owner);
  const tasksNow = async () => (await send('{ fleetTasks { nodes { kind status summary } } }'))['fleetTasks']?.nodes;
  while (JSON.stringify(await tasksNow()).includes('ING')) await new Promise((resolve) => setTimeout(resolve, 50));
  const begun = await send(migrate);

  expect(refused['migrateFleet']?.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  expect(begun['migrateFleet']).toMatchObject({ task: { kind: 'migrateFleet', tenantSlug: null }, userErrors: [] });
  while (JSON.stringify(await tasksNow()).includes('ING')) await new Promise((resolve) => setTimeout(resolve, 50));
  await send('mutation { verifyFleet { userErrors { message } } }');
  while (JSON.stringify(await tasksNow()).includes('ING')) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await tasksNow()).toEqual([
    { kind: 'verifyFleet', status: 'DONE', summary: '0 companies were looked at, none of them differs.' },
    { kind: 'migrateFleet', status: 'DONE', summary: '0 companies were brought up to date.' },
    { kind: 'migrateFleet', status: 'DONE', summary: '0 companies were brought up to date.' },
  ]);
  await api.stop();
}, 30_000);
