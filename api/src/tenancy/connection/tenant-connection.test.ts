import type { EntityManager } from 'typeorm';
import { Contact } from '../../contact/contact';
import { newTenant, type TestTenant } from '../../testing/new-tenant';
import { onPurpose } from '../../testing/sql-rules';
import { testApi } from '../../testing/test-api';

async function managerOf(tenant: TestTenant): Promise<EntityManager> {
  return tenant.api.app.tenancy.managerOf({ schemaName: tenant.schemaName });
}

const contactNames = async (tenant: TestTenant): Promise<string[]> => {
  const { contacts } = await tenant.query('{ contacts(orderBy: { field: NAME }) { nodes { name } } }');
  return contacts.nodes.map(({ name }: { name: string }) => name);
};

const insertContact = (manager: EntityManager, tenant: TestTenant, name: string) =>
  manager.query(
    `insert into "${tenant.schemaName}".contacts (id, name, email) values (gen_random_uuid(), $1, 'x@contact.example')`,
    [name],
  );

test('a statement on its own and a transaction both run under the tenant’s role', async () => {
  const tenant = await newTenant();
  const manager = await managerOf(tenant);
  const whoAmI = 'select current_user::text as role';

  expect(await manager.query(whoAmI)).toEqual([{ role: tenant.schemaName }]);
  expect(await manager.transaction((inside) => inside.query(whoAmI))).toEqual([{ role: tenant.schemaName }]);
});

test('a repository reads its tenant’s rows, and only then are the entities described', async () => {
  const [tenant, other] = [await newTenant(), await newTenant()];
  await tenant.createContact({ name: 'Ann' });
  await other.createContact({ name: 'Bob' });
  const { connection } = await managerOf(tenant);
  const before = connection.entityMetadatas.length;

  const contacts = await connection.getRepository(Contact).find();

  expect(before).toBe(0);
  expect(contacts.map(({ name }) => name)).toEqual(['Ann']);
});

test('a second statement smuggled into the text is refused', async () => {
  const tenant = await newTenant();
  const manager = await managerOf(tenant);
  const smuggled = 'select 1; commit; reset role';

  await expect(manager.query(smuggled)).rejects.toMatchObject({ code: '42601' });
  await expect(manager.transaction((inside) => inside.query(smuggled))).rejects.toMatchObject({ code: '42601' });
});

test('a role set from within a statement is gone with the next one', async () => {
  const [tenant, other] = [await newTenant(), await newTenant()];
  const manager = await managerOf(tenant);

  await manager.query(`${onPurpose} select set_config('role', $1, false)`, [tenant.schemaName]);

  const otherManager = await managerOf(other);
  const roles = await Promise.all(
    Array.from({ length: 40 }, () => otherManager.query('select current_user::text as role')),
  );
  expect(new Set(roles.map(([row]) => row.role))).toEqual(new Set([other.schemaName]));
});

test('a failed statement leaves nothing behind for the next user of its connection', async () => {
  const tenant = await newTenant();
  const manager = await managerOf(tenant);

  const failed = await Promise.allSettled(
    Array.from({ length: 50 }, (_, i) => manager.query(i % 2 ? 'select 1 / 0' : 'select 1 as one')),
  );

  expect(failed.filter(({ status }) => status === 'rejected')).toHaveLength(25);
  expect(await manager.query('select 1 as one')).toEqual([{ one: 1 }]);
});

test('a connection released within a transaction takes its work along and reaches nobody', async () => {
  const [tenant, other] = [await newTenant(), await newTenant()];
  const manager = await managerOf(tenant);
  const runner = manager.connection.createQueryRunner();
  await runner.startTransaction();
  await insertContact(runner.manager, tenant, 'Never there');

  await runner.release();

  await other.createContact({ name: 'Of the other' });
  expect(await contactNames(tenant)).toEqual([]);
  expect(await contactNames(other)).toEqual(['Of the other']);
});

test('a DataSource that is destroyed in flight commits nothing of its transaction, in any tenant', async () => {
  const [tenant, other] = [await newTenant(), await newTenant()];
  const manager = await managerOf(tenant);
  const runner = manager.connection.createQueryRunner();
  await runner.startTransaction();
  await insertContact(runner.manager, tenant, 'Half of it');

  await manager.connection.destroy();
  tenant.api.app.tenancy.pools.forget(tenant.schemaName);
  await other.createContact({ name: 'Of the other' });

  await expect(runner.commitTransaction()).rejects.toThrow();
  expect(await contactNames(tenant)).toEqual([]);
  expect(await contactNames(other)).toEqual(['Of the other']);
});

test('statements of many tenants side by side, failures mixed in, each run under their own role', async () => {
  const tenants = await Promise.all(Array.from({ length: 5 }, () => newTenant()));
  const managers = await Promise.all(tenants.map(managerOf));

  const answers = await Promise.all(
    Array.from({ length: 400 }, async (_, i) => {
      const own = i % tenants.length;
      const manager = managers[own] as EntityManager;
      if (i % 7 === 0) await manager.query('select 1 / 0').catch(() => undefined);
      if (i % 11 === 0) {
        await manager
          .transaction(async (inside) => {
            await insertContact(inside, tenants[own] as TestTenant, 'Rolled back');
            throw new Error('on purpose');
          })
          .catch(() => undefined);
      }
      const [row] = await manager.query('select current_user::text as role');
      return row.role === tenants[own]?.schemaName;
    }),
  );

  expect(answers.every(Boolean)).toBe(true);
  for (const tenant of tenants) expect(await contactNames(tenant)).toEqual([]);
});

test('fifty first requests of a cold tenant open one DataSource', async () => {
  const tenant = await newTenant();
  const { pools } = (await testApi()).app.tenancy;
  pools.forget(tenant.schemaName);

  const opened = await Promise.all(Array.from({ length: 50 }, () => pools.dataSource(tenant.schemaName)));

  expect(new Set(opened).size).toBe(1);
});

test('after all backends were ended, the next statements succeed', async () => {
  const tenant = await newTenant();
  const manager = await managerOf(tenant);
  const { budget } = tenant.api.app.tenancy;
  const [{ pid }] = (await manager.query('select pg_backend_pid() as pid')) as [{ pid: number }];

  await budget
    .query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'atrium-api' and client_port in (
         select client_port from pg_stat_activity where pid = $1)`,
      [pid],
    )
    .catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 100));

  expect(await contactNames(tenant)).toEqual([]);
});
