import { randomUUID } from 'node:crypto';
import { behindTheApi, testApi } from '../testing/test-api';
import { JobStore } from './job-store';
import { inFleet, Jobs } from './jobs';

test('the deployment’s own work runs once for several processes, and again when it says', async () => {
  const kind = `test-${randomUUID()}`;
  const { app } = await testApi();
  const { tenancy } = app;
  const store = new JobStore(tenancy.budget);
  let runs = 0;
  const newProcess = () =>
    new Jobs(store, {
      kinds: inFleet({ [kind]: async ({ now }) => new Date(now.getTime() + 3_600_000 + 0 * runs++) }, app),
      onFailure: (error) => {
        throw error;
      },
    });

  await Promise.all([store.ensure(kind), store.ensure(kind), store.ensure(kind)]);
  await Promise.all([newProcess().runDue(), newProcess().runDue(), newProcess().runDue()]);
  await store.ensure(kind);
  await newProcess().runDue();

  expect(runs).toBe(1);
  const [next] = await behindTheApi<{ minutes: number }>(
    `select (extract(epoch from due_at - now()) / 60)::int as minutes from public.jobs where kind = $1`,
    [kind],
  );
  expect(next?.minutes).toBeGreaterThanOrEqual(58);
});
