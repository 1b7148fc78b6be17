import { randomUUID } from 'node:crypto';
import { newTenant } from '../testing/new-tenant';
import { behindTheApi, testApi } from '../testing/test-api';
import { JobStore } from './job-store';
import { inTenants, Jobs, type TenantJob } from './jobs';

async function newStore(): Promise<JobStore> {
  return new JobStore((await testApi()).app.tenancy.budget);
}

/** A kind of this test's own, so that the process's own loop leaves it alone. */
async function newJobs(work: TenantJob, openTenant?: () => 'gone' | 'closed') {
  const kind = `test-${randomUUID()}`;
  const store = await newStore();
  const { tenancy } = (await testApi()).app;
  const failures: unknown[] = [];
  const jobs = new Jobs(store, {
    kinds: inTenants({ [kind]: work }, async (id) => {
      if (openTenant) return openTenant();
      const tenant = await tenancy.findTenant(id);
      return tenant
        ? {
            manager: await tenancy.managerOf(tenant),
            schemaVersion: tenant.schemaVersion,
            tell: () => undefined,
            standingOf: async () => new Map(),
          }
        : 'gone';
    }),
    onFailure: (error) => failures.push(error),
  });
  return { kind, store, jobs, failures };
}

const past = () => new Date(Date.now() - 60_000);

const left = (kind: string) =>
  behindTheApi<{ attempts: number; error: string | null; isLeased: boolean }>(
    `select attempts, last_error as error, coalesce(leased_until > now(), false) as "isLeased" from public.jobs where kind = $1`,
    [kind],
  );

test('a job that is due runs once, under its tenant’s role, and is gone', async () => {
  const tenant = await newTenant();
  const roles: string[] = [];
  const { kind, store, jobs } = await newJobs(async ({ manager }) => {
    roles.push((await manager.query('select current_user::text as role'))[0].role);
    return null;
  });
  const dueAt = past();

  await Promise.all([store.schedule(kind, tenant.id, dueAt), store.schedule(kind, tenant.id, dueAt)]);
  await Promise.all([jobs.runDue(), jobs.runDue()]);

  expect(roles).toEqual([tenant.schemaName]);
  expect(await left(kind)).toEqual([]);
});

test('one that fails comes up again later, and keeps nobody else’s from running', async () => {
  const [broken, healthy] = [await newTenant(), await newTenant()];
  const done: string[] = [];
  const { kind, store, jobs, failures } = await newJobs(async ({ manager }) => {
    const [{ role }] = await manager.query('select current_user::text as role');
    if (role === broken.schemaName) throw new Error('its table is broken');
    done.push(role);
    return null;
  });
  await store.schedule(kind, broken.id, new Date(Date.now() - 120_000));
  await store.schedule(kind, healthy.id, past());

  await jobs.runDue();
  await jobs.runDue();

  expect(done).toEqual([healthy.schemaName]);
  expect(failures).toHaveLength(1);
  expect(await left(kind)).toEqual([{ attempts: 1, error: 'its table is broken', isLeased: true }]);
});

test('more than one round’s worth is done in one go', async () => {
  const tenant = await newTenant();
  let count = 0;
  const { kind, store, jobs } = await newJobs(async () => {
    count += 1;
    return null;
  });
  const first = past().getTime();
  await Promise.all(Array.from({ length: 50 }, (_, i) => store.schedule(kind, tenant.id, new Date(first + i))));

  await jobs.runDue();

  expect(count).toBe(50);
});

test('what a dead process had leased is done by another when the lease is over', async () => {
  const tenant = await newTenant();
  let count = 0;
  const { kind, store, jobs } = await newJobs(async () => {
    count += 1;
    return null;
  });
  await store.schedule(kind, tenant.id, past());
  await store.lease([kind], 10);

  await jobs.runDue();
  expect(count).toBe(0);
  await behindTheApi(`update public.jobs set leased_until = now() - interval '1 second' where kind = $1`, [kind]);
  await jobs.runDue();

  expect(count).toBe(1);
});

test('a tenant that takes no writes has its job put off; one that is gone has none', async () => {
  const closed = await newJobs(
    async () => null,
    () => 'closed',
  );
  const gone = await newJobs(
    async () => null,
    () => 'gone',
  );
  await closed.store.schedule(closed.kind, randomUUID(), past());
  await gone.store.schedule(gone.kind, randomUUID(), past());

  await closed.jobs.runDue();
  await gone.jobs.runDue();

  expect(await left(closed.kind)).toEqual([expect.objectContaining({ isLeased: true })]);
  expect(await left(gone.kind)).toEqual([]);
});

test('one that answers when it is to run again is scheduled for then', async () => {
  const tenant = await newTenant();
  const { kind, store, jobs } = await newJobs(async () => new Date(Date.now() + 3_600_000));
  await store.schedule(kind, tenant.id, past());

  await jobs.runDue();

  expect(await left(kind)).toEqual([{ attempts: 0, error: null, isLeased: false }]);
});

test('one whose next moment is its own, since clocks differ, is not lost', async () => {
  const tenant = await newTenant();
  const dueAt = past();
  const { kind, store, jobs } = await newJobs(async () => (runs++ === 0 ? dueAt : null));
  let runs = 0;
  await store.schedule(kind, tenant.id, dueAt);

  await jobs.runDue();
  await jobs.runDue();

  expect(runs).toBe(2);
  expect(await left(kind)).toEqual([]);
});

test('a deleted contact is gone for good after thirty days, in a tenant where nobody deletes another', async () => {
  const tenant = await newTenant();
  const { id } = await tenant.createContact();
  await tenant.query('mutation ($id: ID!) { deleteContact(input: { id: $id }) { deletedContactId } }', { id });
  const scheduled = await behindTheApi<{ days: number }>(
    `select extract(epoch from due_at - now()) / 86400 as days from public.jobs where kind = 'purgeDeletedContacts' and tenant_id = $1`,
    [tenant.id],
  );
  await behindTheApi(`update "${tenant.schemaName}".deleted_contacts set deleted_at = now() - interval '31 days'`);
  await behindTheApi(`update public.jobs set due_at = now() where kind = 'purgeDeletedContacts' and tenant_id = $1`, [
    tenant.id,
  ]);

  await (await testApi()).app.jobs.runDue();

  expect(scheduled).toHaveLength(1);
  expect(Number(scheduled[0]?.days)).toBeGreaterThanOrEqual(30);
  expect(await behindTheApi(`select id from "${tenant.schemaName}".deleted_contacts`)).toEqual([]);
});

test('an idempotency key is forgotten after a day, without another one being used', async () => {
  const tenant = await newTenant();
  await tenant.createContact({ idempotencyKey: 'old' });
  await behindTheApi(`update "${tenant.schemaName}".idempotency_keys set created_at = now() - interval '25 hours'`);
  await behindTheApi(`update public.jobs set due_at = now() where kind = 'forgetKeys' and tenant_id = $1`, [tenant.id]);

  await (await testApi()).app.jobs.runDue();

  expect(await behindTheApi(`select key from "${tenant.schemaName}".idempotency_keys`)).toEqual([]);
});
