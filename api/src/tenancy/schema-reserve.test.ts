import { setTimeout as sleep } from 'node:timers/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openTenancy, tenantMigrations } from '../app';
import type { DatabaseUrls } from '../database/roles';
import { withClient } from '../database/with-client';
import { query } from '../testing/new-tenant';
import { newDatabase, startTestApi } from '../testing/test-api';
import { type Migration, migrationFrom } from './fleet/migration-list';
import { schemaNameFrom } from './schema-name';
import type { Tenancy } from './tenancy';

class AddNickname1900000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table contacts add column nickname text');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table contacts drop column nickname');
  }
}

const next = migrationFrom(AddNickname1900000000001);
const size = 3;

let urls: DatabaseUrls;
const open: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  urls = await newDatabase();
});
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

async function programOf(...more: Migration[]): Promise<Tenancy> {
  const tenancy = openTenancy(urls, { migrations: [...tenantMigrations, ...more], readySchemas: size });
  open.push(tenancy);
  await tenancy.migrator.migrateRegistry();
  return tenancy;
}

const asOwner = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
  withClient(urls.owner, async (client) => (await client.query<Row>(text, values)).rows);

/** Oldest first. */
async function reserved(): Promise<{ id: string; name: string; version: string }[]> {
  return asOwner(
    'select tenant_id as id, schema_name as name, schema_version as version from public.schema_reserve order by tenant_id',
  );
}

test('a registration takes the oldest schema in reserve, which is as it would have made it, and another one is made behind it', async () => {
  const api = await startTestApi({ urls, readySchemas: size });
  open.push({ close: () => api.stop() });
  const { tenancy } = api.app;
  await tenancy.reserve.fill();
  const [oldest, ...others] = await reserved();
  const making = jest.spyOn(tenancy.migrator, 'createSchema');

  const tenant = await tenancy.createTenant({ name: 'Made ahead', idempotencyKey: null });
  const madeByThen = making.mock.calls.map(([, name]) => name);
  await tenancy.reserve.fill();

  expect(tenant.id).toBe(oldest?.id);
  expect(madeByThen).not.toContain(tenant.schemaName);
  expect((await reserved()).slice(0, 2)).toEqual(others);
  expect(await reserved()).toHaveLength(size);
  expect(await tenancy.drift.of(tenant)).toEqual([]);
  const { createContact } = await query(
    api,
    'mutation { createContact(input: { name: "Ann", email: "ann@contact.example" }) { contact { name } } }',
    {},
    { 'x-tenant-id': tenant.id },
  );
  expect(createContact.contact.name).toBe('Ann');
});

test('a process that serves fills the reserve behind its start', async () => {
  const api = await startTestApi({ urls, readySchemas: size });
  open.push({ close: () => api.stop() });

  api.app.migrateBehind();

  while ((await reserved()).length < size) await sleep(20);
  await api.app.tenancy.reserve.fill();
  expect(await reserved()).toHaveLength(size);
});

test('where none is left, as many as come at once are registered all the same', async () => {
  const tenancy = await programOf();
  await tenancy.reserve.fill();

  const tenants = await Promise.all(
    Array.from({ length: 3 * size }, (_, n) => tenancy.createTenant({ name: `At once ${n}`, idempotencyKey: null })),
  );
  await tenancy.reserve.fill();

  expect(new Set(tenants.map(({ schemaName }) => schemaName)).size).toBe(3 * size);
  expect((await tenancy.drift.verify()).drifted).toEqual([]);
  expect(await reserved()).toHaveLength(size);
});

test('processes that fill the reserve at once make no more than are wanted', async () => {
  const programs = [await programOf(), await programOf(), await programOf()];

  await Promise.all(programs.map(({ reserve }) => reserve.fill()));

  expect(await reserved()).toHaveLength(size);
});

test('what an earlier program has made is brought up to date by who takes it; what a later one has made waits for that', async () => {
  const [before, after] = [await programOf(), await programOf(next)];
  await before.reserve.fill();
  const older = (await reserved()).map(({ id }) => id);

  const first = await after.createTenant({ name: 'Brought up to date', idempotencyKey: null });
  await after.reserve.fill();
  const newer = (await reserved()).find(({ version }) => version === next.version);
  const taken = [];
  for (let n = 0; n < size; n += 1)
    taken.push(await before.createTenant({ name: `Of the version before ${n}`, idempotencyKey: null }));

  expect(older[0]).toBe(first.id);
  expect(first.schemaVersion).toBe(next.version);
  expect(await after.drift.of(first)).toEqual([]);
  expect(taken.slice(0, 2).map(({ id }) => id)).toEqual(older.slice(1));
  expect(new Set(taken.map(({ schemaVersion }) => schemaVersion))).toEqual(new Set([before.migrator.latest]));
  expect((await reserved()).map(({ id }) => id)).toContain(newer?.id);
});

test('a registration that is sent again puts back what it took', async () => {
  const tenancy = await programOf();
  await tenancy.reserve.fill();
  const sent = { name: 'Sent twice', idempotencyKey: 'the same' };
  const { id } = await tenancy.createTenant(sent);
  await tenancy.reserve.fill();
  const ready = await reserved();

  const again = await tenancy.createTenant(sent);

  expect(again.id).toBe(id);
  expect(await reserved()).toEqual(ready);
});

test('no company has rights on a schema in reserve', async () => {
  const tenancy = await programOf();
  const tenant = await tenancy.createTenant({ name: 'Curious', idempotencyKey: null });
  await tenancy.reserve.fill();
  const [ready] = await reserved();
  const manager = await tenancy.managerOf(tenant);

  await expect(manager.query(`select * from "${ready?.name}".contacts`)).rejects.toMatchObject({
    driverError: { code: '42501' },
  });
});

test('when the registry goes back, the schemas go, and their ids are in reserve as before', async () => {
  const tenancy = await programOf();
  await tenancy.reserve.fill();
  const names = (await reserved()).map(({ name }) => name);

  const isThere = `select to_regclass('public.schema_reserve') is not null as yes`;
  while ((await asOwner<{ yes: boolean }>(isThere))[0]?.yes) await tenancy.migrator.rollbackRegistry();

  const [left] = await asOwner<{ schemas: number; roles: number }>(
    `select (select count(*)::int from pg_namespace where nspname = any($1)) as schemas,
       (select count(*)::int from public.role_reserve where role_name = any($1)) as roles`,
    [names],
  );
  expect(left).toEqual({ schemas: 0, roles: size });
});

test('its names are those of the ids', async () => {
  const tenancy = await programOf();
  await tenancy.reserve.fill();

  for (const { id, name } of await reserved()) expect(name).toBe(schemaNameFrom(id));
});
