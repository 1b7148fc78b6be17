import { newDatabase } from '../testing/test-api';
import { citusFaults, citusNodes } from './citus';
import { ConnectionBudget } from './connection-budget';
import { withClient } from './with-client';

/** Citus itself is no part of the suite: these are the functions and settings by which it is recognised, and what they answer. */
async function newCoordinator(settings: Record<string, string>, workersUp: boolean[]): Promise<ConnectionBudget> {
  const { owner, listen } = await newDatabase();
  await withClient(owner, async (client) => {
    await client.query(`create function public.citus_version() returns text language sql as $$ select 'Citus 13' $$`);
    const workers = workersUp.map((isUp, i) => `('worker-${i}', 5432, ${isUp})`).join(', ');
    await client.query(
      `create function public.run_command_on_workers(text) returns table (nodename text, nodeport integer, success boolean)
       language sql as $$ select * from (values ${workers}) as workers(a, b, c) $$`,
    );
  });
  // Straight to the server: a pooler passes no options on.
  const url = new URL(listen);
  const options = Object.entries(settings).map(([name, value]) => `-c citus.${name}=${value}`);
  url.searchParams.set('options', options.join(' '));
  const budget = new ConnectionBudget(url.href, { lanes: 1, transactions: 1 });
  budgets.push(budget);
  return budget;
}

const budgets: ConnectionBudget[] = [];
afterEach(() => Promise.all(budgets.splice(0).map((budget) => budget.close())));

test('a plain PostgreSQL has no faults and no nodes', async () => {
  const { gateway } = await newDatabase();
  const budget = new ConnectionBudget(gateway, { lanes: 1, transactions: 1 });
  budgets.push(budget);

  expect(await citusFaults(budget, undefined)).toEqual([]);
  expect(await citusNodes(budget)).toEqual([]);
});

test('a coordinator as it is installed is told what to set', async () => {
  const budget = await newCoordinator({ max_cached_connection_lifetime: '10min' }, [true]);

  const faults = await citusFaults(budget, undefined);

  expect(faults).toEqual([
    expect.stringContaining('citus.enable_schema_based_sharding = on'),
    expect.stringContaining(`citus.max_cached_connection_lifetime = '2s'`),
  ]);
});

test('one that is set right has no faults, and shows which worker is away', async () => {
  const settings = { enable_schema_based_sharding: 'on', max_cached_connection_lifetime: '2s' };
  const budget = await newCoordinator(settings, [true, false]);

  expect(await citusFaults(budget, undefined)).toEqual([]);
  expect(await citusNodes(budget)).toEqual([
    { node: 'worker-0:5432', isUp: true },
    { node: 'worker-1:5432', isUp: false },
  ]);
});
