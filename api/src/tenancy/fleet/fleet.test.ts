import pino from 'pino';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openTenancy, tenantMigrations } from '../../app';
import type { DatabaseUrls } from '../../database/roles';
import { query, send } from '../../testing/new-tenant';
import { newDatabase, startTestApi, type TestApi } from '../../testing/test-api';
import type { Tenancy } from '../tenancy';
import { type Migration, migrationFrom } from './migration-list';

class MarkNames1900000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update contacts set name = name || '!'`);
  }
  async down(): Promise<void> {}
}

class AddNickname1900000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table contacts add column nickname text');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table contacts drop column nickname');
  }
}

const next = migrationFrom(MarkNames1900000000000);
const afterThat = migrationFrom(AddNickname1900000000001);

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

/** A deployment of its own with companies at this program's version. */
async function newDeployment(names: string[]): Promise<{ urls: DatabaseUrls; api: TestApi; ids: string[] }> {
  const urls = await newDatabase();
  const api = await startTestApi({ urls });
  open.push({ close: () => api.stop() });
  const ids: string[] = [];
  for (const name of names) {
    const { id } = await api.app.tenancy.createTenant({ name, idempotencyKey: null });
    await query(
      api,
      'mutation { createContact(input: { name: "Ann", email: "ann@contact.example" }) { contact { id } } }',
      {},
      { 'x-tenant-id': id },
    );
    ids.push(id);
  }
  return { urls, api, ids };
}

function programOf(urls: DatabaseUrls, ...more: Migration[]): Tenancy {
  const tenancy = openTenancy(urls, { migrations: [...tenantMigrations, ...more] });
  open.push(tenancy);
  return tenancy;
}

async function namesIn(tenancy: Tenancy, id: string): Promise<string[]> {
  const tenant = await tenancy.registry.findTenant(id);
  const manager = await tenancy.managerOf({ schemaName: tenant?.schemaName ?? '' });
  const rows: { name: string }[] = await manager.query(`select name from "${tenant?.schemaName}".contacts`);
  return rows.map(({ name }) => name);
}

test('two programs that start at once, ten times over, do each step once', async () => {
  const { urls, ids } = await newDeployment(['One', 'Two']);

  for (let round = 0; round < 10; round += 1) {
    const [first, second] = [programOf(urls, next), programOf(urls, next)];
    const results = await Promise.all([first.fleet.migrate(), second.fleet.migrate()]);
    expect(results.flatMap(({ failures }) => failures)).toEqual([]);
    expect(await namesIn(first, ids[0] as string)).toEqual([`Ann${'!'.repeat(round + 1)}`]);
    expect(await namesIn(first, ids[1] as string)).toEqual([`Ann${'!'.repeat(round + 1)}`]);
    await first.fleet.rollBack();
  }
}, 60_000);

test('a tenant that cannot be migrated is read and not written, and the others go on', async () => {
  const { urls, api, ids } = await newDeployment(['Healthy', 'Broken', 'Healthy too']);
  const broken = await api.app.tenancy.registry.findTenant(ids[1] as string);
  const program = programOf(urls, afterThat);
  await program.migrator.inTransaction((runner) =>
    runner.query(`alter table "${broken?.schemaName}".contacts add column nickname text`),
  );

  const { changed, failures } = await program.fleet.migrate();
  const served = await startTestApi({ urls, migrations: [...tenantMigrations, afterThat] });
  open.push({ close: () => served.stop() });

  expect(changed).toBe(2);
  expect(failures).toEqual([{ slug: 'broken', error: expect.objectContaining({ code: '42701' }), isMarked: true }]);
  const headers = { 'x-tenant-id': 'broken' };
  const read = await query(
    served,
    '{ contacts { nodes { name } } currentTenant { schema { isUpToDate failure } } }',
    {},
    headers,
  );
  expect(read).toEqual({
    contacts: { nodes: [{ name: 'Ann' }] },
    currentTenant: { schema: { isUpToDate: false, failure: expect.stringContaining('nickname') } },
  });
  const write = 'mutation { createContact(input: { name: "Bob", email: "bob@contact.example" }) { contact { id } } }';
  const { errors } = await send(served, write, {}, headers);
  expect(errors).toEqual([
    expect.objectContaining({
      message: expect.stringContaining('nickname'),
      extensions: { code: 'TENANT_READ_ONLY' },
    }),
  ]);
  expect((await query(served, write, {}, { 'x-tenant-id': 'healthy' })).createContact.contact).not.toBeNull();

  await program.migrator.inTransaction((runner) =>
    runner.query(`alter table "${broken?.schemaName}".contacts drop column nickname`),
  );
  expect(await program.fleet.migrate()).toEqual({ changed: 1, failures: [] });
});

test('a program serves tenants of the version before, and says so while they are brought up to date', async () => {
  const { urls } = await newDeployment(['Behind']);
  const served = await startTestApi({ urls, migrations: [...tenantMigrations, afterThat] });
  open.push({ close: () => served.stop() });
  const headers = { 'x-tenant-id': 'behind' };
  const state = '{ currentTenant { schema { isUpToDate } } contacts { nodes { name } } }';

  const before = await query(served, state, {}, headers);
  const readyBefore = await (await fetch(`${served.url}/readyz`)).json();
  served.app.migrateBehind();
  await new Promise((resolve) => setTimeout(resolve, 1_500));

  expect(before).toEqual({ currentTenant: { schema: { isUpToDate: false } }, contacts: { nodes: [{ name: 'Ann' }] } });
  expect(readyBefore).toMatchObject({ status: 'ok', tenants: { behind: 1, failed: 0 } });
  expect(await query(served, state, {}, headers)).toMatchObject({ currentTenant: { schema: { isUpToDate: true } } });
  expect(await (await fetch(`${served.url}/readyz`)).json()).toMatchObject({ tenants: { behind: 0, failed: 0 } });
});

test('a program of the version before serves what a later one has migrated', async () => {
  const { urls, api } = await newDeployment(['Ahead']);

  await programOf(urls, afterThat).fleet.migrate();

  const read = await query(api, '{ contacts { nodes { name } } }', {}, { 'x-tenant-id': 'ahead' });
  expect(read).toEqual({ contacts: { nodes: [{ name: 'Ann' }] } });
});

/** Makes the step fail there: the column exists. */
async function breakTenant(program: Tenancy, id: string): Promise<void> {
  const tenant = await program.registry.findTenant(id);
  await program.migrator.inTransaction((runner) =>
    runner.query(`alter table "${tenant?.schemaName}".contacts add column nickname text`),
  );
}

test('where a company that goes first fails, all behind it stay as they are', async () => {
  const { urls, ids } = await newDeployment(['First', 'Second', 'Third']);
  const program = programOf(urls, afterThat);
  await breakTenant(program, ids[2] as string);

  const { changed, failures, stopped } = await program.fleet.migrate(() => undefined, { canaries: ['third'] });
  const goneOn = await program.fleet.migrate(() => undefined, { canaries: 0 });

  expect({ changed, failed: failures.map(({ slug }) => slug) }).toEqual({ changed: 0, failed: ['third'] });
  expect(stopped).toBe('A company that goes first failed, so the 2 behind it were left as they are.');
  expect(goneOn).toMatchObject({ changed: 2, failures: [{ slug: 'third' }] });
});

test('a run ends where more of a wave fails than may, and goes on where it is run again', async () => {
  const { urls, ids } = await newDeployment(['One', 'Two', 'Three', 'Four']);
  const program = programOf(urls, afterThat);
  for (const id of ids.slice(0, 2)) await breakTenant(program, id);

  const first = await program.fleet.migrate(() => undefined, { maxFailures: 25 });
  const left = await program.fleet.behind();

  expect(first).toMatchObject({
    changed: 0,
    stopped: '2 of a wave of 4 companies failed, so the 2 behind them were left as they are.',
  });
  // Those that failed come last, so that the others are not kept back again.
  expect(left.map(({ slug }) => slug)).toEqual(['three', 'four', 'one', 'two']);
  expect(await program.fleet.migrate(() => undefined, { maxFailures: 50 })).toMatchObject({ changed: 2 });
});

test('a program that serves stops where most of them fail, and leaves the others open', async () => {
  const { urls, ids } = await newDeployment(['One', 'Two', 'Three', 'Four']);
  const program = programOf(urls, afterThat);
  for (const id of ids.slice(0, 3)) await breakTenant(program, id);
  const lines: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line) => void lines.push(JSON.parse(line).msg) });
  const served = await startTestApi({ urls, logger, migrations: [...tenantMigrations, afterThat] });
  open.push({ close: () => served.stop() });

  served.app.migrateBehind();
  for (const until = Date.now() + 10_000; !lines.some((line) => line.includes('stopped')) && Date.now() < until; )
    await new Promise((resolve) => setTimeout(resolve, 50));

  expect(lines.at(-1)).toBe(
    'bringing tenants up to date was stopped: 3 of a wave of 4 companies failed, so the 1 behind them were left as they are.',
  );
  const ready = await (await fetch(`${served.url}/readyz`)).json();
  expect(ready).toMatchObject({ tenants: { behind: 4, failed: 3 } });
  const write = 'mutation { createContact(input: { name: "Bob", email: "bob@contact.example" }) { contact { id } } }';
  expect((await query(served, write, {}, { 'x-tenant-id': 'four' })).createContact.contact).not.toBeNull();
});

test('one company, or a few, are brought forward and back alone, and their times are kept', async () => {
  const { urls } = await newDeployment(['One', 'Two', 'Three']);
  const program = programOf(urls, afterThat);
  const versions = () =>
    program.budget.query<{ slug: string }>(
      `select slug from public.tenants where schema_version = $1 and migrated_at > now() - interval '1 minute' and migrated_ms >= 0 order by slug`,
      [program.migrator.latest],
    );

  await program.fleet.migrate(() => undefined, { only: ['two'] });
  const onlyTwo = await versions();
  await program.fleet.migrate(() => undefined, { limit: 1, jobs: 2 });
  const twoOfThem = await versions();
  await program.fleet.rollBack(() => undefined, { only: ['two'] });

  expect([onlyTwo, twoOfThem, await versions()]).toEqual([
    [{ slug: 'two' }],
    [{ slug: 'one' }, { slug: 'two' }],
    [{ slug: 'one' }],
  ]);
  await expect(program.fleet.migrate(() => undefined, { only: ['nobody'] })).rejects.toThrow('no company nobody');
});
