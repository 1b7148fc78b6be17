import { openTenancy } from '../app';
import { registryMigrations } from '../tenancy/fleet/migration-list';
import type { Tenancy } from '../tenancy/tenancy';
import { newDatabase } from '../testing/test-api';
import { countCompanies, migrate, removeAll, rollbackRegistry, rollbackTenants, seed } from './db-commands';

const names = registryMigrations.map(({ name }) => name);

let tenancy: Tenancy;

/** A database of its own: these commands are about all that is in one. */
beforeEach(async () => {
  tenancy = openTenancy(await newDatabase());
});

afterEach(() => tenancy.close());

test('an empty database gets its registry, and a second migration finds nothing to do', async () => {
  const first = await migrate(tenancy, noProgress);
  const second = await migrate(tenancy, noProgress);

  expect(first).toEqual([`Registry: ran ${names.join(', ')}.`, 'Companies: all up to date.']);
  expect(second).toEqual(['Registry: up to date.', 'Companies: all up to date.']);
});

test('seeding says how far it is and never adds to existing companies', async () => {
  const progress: string[] = [];

  await seed(tenancy, ({ done, total }) => progress.push(`${done}/${total}`));
  const again = await seed(tenancy, noProgress);

  expect(progress).toEqual(['1/3', '2/3', '3/3']);
  expect(again).toEqual(['There are companies already; nothing was added.']);
  expect(await countCompanies(tenancy)).toBe(3);
});

test('companies that went back and forward again can be worked with', async () => {
  await migrate(tenancy, noProgress);
  const { schemaName } = await tenancy.createTenant({ name: 'There and back', idempotencyKey: null });

  const back = await rollbackTenants(tenancy, noProgress);
  const forward = await migrate(tenancy, noProgress);

  expect(back).toEqual(['Companies: 1 went one migration back.']);
  expect(forward).toEqual(['Registry: up to date.', 'Companies: 1 migrated.']);
  const manager = await tenancy.managerOf({ schemaName });
  expect(await manager.query(`select count(*) as count from "${schemaName}".contacts`)).toEqual([{ count: 0 }]);
});

test('the registry keeps its first migration for as long as there are companies', async () => {
  await migrate(tenancy, noProgress);
  await tenancy.createTenant({ name: 'Still here', idempotencyKey: null });

  for (const name of names.slice(1).reverse())
    expect(await rollbackRegistry(tenancy)).toEqual([`Registry: undid ${name}.`]);
  const undone = rollbackRegistry(tenancy);

  await expect(undone).rejects.toThrow('db:reset removes both');
  expect(await countCompanies(tenancy)).toBe(1);
});

test('a database that was never migrated has nothing to undo', async () => {
  expect(await rollbackRegistry(tenancy)).toEqual(['Registry: no migration to undo.']);
});

test('removing everything leaves neither schemas nor roles, and what is not ours stays', async () => {
  await migrate(tenancy, noProgress);
  await tenancy.migrator.inTransaction((runner) => runner.query('create table public.of_someone_else (id integer)'));
  const { schemaName } = await tenancy.createTenant({ name: 'Soon gone', idempotencyKey: null });

  await removeAll(tenancy, noProgress);

  const [left] = await tenancy.budget.query(
    `select (select count(*) from pg_namespace where nspname = $1) as schemas,
       (select count(*) from pg_roles where rolname = $1) as roles,
       to_regclass('public.tenants')::text as tenants, to_regclass('public.of_someone_else')::text as others`,
    [schemaName],
  );
  expect(left).toEqual({ schemas: 0, roles: 0, tenants: null, others: 'of_someone_else' });
});

const noProgress = () => undefined;
