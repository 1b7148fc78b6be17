import { openTenancy } from '../../app';
import { behindTheApi, newDatabase } from '../../testing/test-api';
import type { Tenancy } from '../tenancy';
import { TenantStatus } from '../tenant';
import { type FleetListOptions, listFleet, listSmallest, readFleetStatus, readSizes } from './fleet-list';

let tenancy: Tenancy;

/** Three companies: a large one, one that failed, one that was active last. */
beforeAll(async () => {
  const urls = await newDatabase();
  tenancy = openTenancy(urls);
  await tenancy.migrator.migrateRegistry();
  const [large, broken, active] = [
    await tenancy.createTenant({ name: 'Large', idempotencyKey: null }),
    await tenancy.createTenant({ name: 'Broken', idempotencyKey: null }),
    await tenancy.createTenant({ name: 'Active', idempotencyKey: null }),
  ];
  const inDatabase = (text: string, values: unknown[] = []) => behindTheApi(text, values, urls.owner);
  const contacts = `"${large.schemaName}".contacts`;
  await inDatabase(
    `insert into ${contacts} (id, name, email) select gen_random_uuid(), 'Ann ' || n, n || '@contact.example' from generate_series(1, 2000) n`,
  );
  await inDatabase(`analyze ${contacts}`);
  await inDatabase(
    `update public.tenants set failed_at = now(), failure = 'no column', schema_version = '1', migrated_ms = 40 where id = $1`,
    [broken.id],
  );
  await inDatabase(
    `update public.tenants set last_active_at = now(), migrated_ms = 20, status = 'suspended' where id = $1`,
    [active.id],
  );
});

afterAll(() => tenancy.close());

/** One that is not filled yet, of that version. */
async function hiddenOf(version: string): Promise<{ tenantId: string }> {
  const { id } = await tenancy.hidden.make({ name: 'Hidden', version: tenancy.migrator.latest, reason: 'import' });
  await tenancy.migrator.inTransaction((runner) =>
    runner.query('update public.tenants set schema_version = $2 where id = $1', [id, version]),
  );
  return { tenantId: id };
}

const slugs = async (options: Omit<FleetListOptions, 'limit'>) => {
  const found = await tenancy.migrator.inTransaction((runner) => listFleet(runner, { ...options, limit: 10 }));
  return found.map(({ slug }) => slug);
};

test('companies are listed by size, version, name, activity and age, and found by a part of the name or by state', async () => {
  expect((await slugs({ order: 'size' }))[0]).toBe('large');
  expect((await slugs({ order: 'version' }))[0]).toBe('broken');
  expect(await slugs({ order: 'name' })).toEqual(['active', 'broken', 'large']);
  expect((await slugs({ order: 'activity' }))[0]).toBe('active');
  expect(await slugs({ order: 'created' })).toEqual(['active', 'broken', 'large']);
  expect(await slugs({ search: 'ARG' })).toEqual(['large']);
  expect(await slugs({ status: TenantStatus.SUSPENDED })).toEqual(['active']);
});

test('the smallest are those with the fewest rows', async () => {
  const tenants = await tenancy.registry.listSchemas();

  const smallest = await tenancy.migrator.inTransaction((runner) => listSmallest(runner, tenants, 2));

  const large = tenants.find(({ slug }) => slug === 'large');
  expect(smallest).toHaveLength(2);
  expect(smallest).not.toContain(large?.id);
});

test('each schema’s size is the one by which companies are listed', async () => {
  const [sizes, [large]] = await tenancy.migrator.inTransaction(async (runner) => [
    await readSizes(runner),
    await listFleet(runner, { order: 'size', limit: 1 }),
  ]);

  const schema = (await tenancy.registry.listSchemas()).find(({ slug }) => slug === 'large');
  expect(large?.sizeBytes).toBeGreaterThan(0);
  expect(sizes.get(schema?.schemaName ?? '')).toBe(large?.sizeBytes);
});

test('what is being set up or removed is not behind', async () => {
  const { tenantId } = await hiddenOf('1');

  const state = await tenancy.fleetState();

  expect(state).toEqual({ behind: 1, failed: 1 });
  await tenancy.hidden.drop(tenantId);
});

test('the state tells how many there are, at which version, and which could not be migrated, with the reason', async () => {
  const { latest } = tenancy.migrator;

  const status = await tenancy.migrator.inTransaction((runner) => readFleetStatus(runner, latest));

  expect(status).toEqual({
    latest,
    byStatus: [
      { status: 'active', count: 2 },
      { status: 'suspended', count: 1 },
    ],
    byVersion: [
      { version: latest, count: 2 },
      { version: '1', count: 1 },
    ],
    behind: 1,
    failed: [{ slug: 'broken', failedAt: expect.any(String), failure: 'no column' }],
    migrationMs: { median: 30, slowest: 40, slowestSlug: 'broken' },
  });
});
