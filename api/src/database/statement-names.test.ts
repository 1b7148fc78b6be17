import { setTimeout as sleep } from 'node:timers/promises';
import { newTenant } from '../testing/new-tenant';
import { behindTheApi, newDatabase, testDatabaseUrls } from '../testing/test-api';
import { ConnectionBudget } from './connection-budget';
import { StatementNames } from './statement-names';
import { withClient } from './with-client';

const budgets: ConnectionBudget[] = [];

afterEach(() => Promise.all(budgets.splice(0).map((budget) => budget.close())));

function newBudget(url: string, isPooled = false): ConnectionBudget {
  const budget = new ConnectionBudget(url, { lanes: 1, transactions: 1, isPooled });
  budgets.push(budget);
  return budget;
}

const namesOn = async (budget: ConnectionBudget) =>
  (await budget.query<{ name: string }>('select name from pg_prepared_statements order by name')).map(
    ({ name }) => name,
  );

test('a text gets its name with the fifth time, and keeps it', () => {
  const names = new StatementNames();

  const given = Array.from({ length: 7 }, () => names.nameFor('select 1'));

  expect(given).toEqual([undefined, undefined, undefined, undefined, 's0', 's0', 's0']);
});

test('a hundred have names, and no more', () => {
  const names = new StatementNames();
  for (let n = 0; n < 150; n += 1) for (let i = 0; i < 5; i += 1) names.nameFor(`select ${n}`);

  expect(names.nameFor('select 99')).toBe('s99');
  expect(names.nameFor('select 100')).toBeUndefined();
});

test('what is asked for often is prepared on the connection, and answered as before, however many ask at once', async () => {
  const budget = newBudget((await testDatabaseUrls()).gateway);

  const rows = await Promise.all(Array.from({ length: 30 }, (_, n) => budget.query('select $1::int as n', [n])));

  expect(rows).toEqual(Array.from({ length: 30 }, (_, n) => [{ n }]));
  expect(await namesOn(budget)).toEqual(['role', 's0']);
});

test('what was sent by its name behind the one that failed to be prepared is answered all the same', async () => {
  const { schemaName } = await newTenant();
  const { gateway, owner } = await testDatabaseUrls();
  const budget = newBudget(gateway);
  const text = `select count(*)::int as n from "${schemaName}".contacts`;
  const ask = () => budget.run(text, [], schemaName).then(({ rows }) => rows);
  for (let n = 0; n < 4; n += 1) await ask();

  const answers = await withClient(owner, async (client) => {
    await client.query('begin');
    await client.query(`lock table "${schemaName}".contacts in access exclusive mode`);
    const asked = Promise.all(Array.from({ length: 6 }, ask));
    // Longer than the first waits on a lane, and less than it then waits over the pool.
    await sleep(600);
    await client.query('rollback');
    return asked;
  });

  expect(answers).toEqual(Array(6).fill([{ n: 0 }]));
});

test('through a pooler nothing is prepared', async () => {
  const budget = newBudget((await testDatabaseUrls()).gateway, true);

  for (let n = 0; n < 10; n += 1) await budget.query('select $1::int as n', [n]);

  expect(await namesOn(budget)).toEqual([]);
});

test('a statement that one tenant has had prepared opens nothing to another', async () => {
  const [ann, ben] = [await newTenant(), await newTenant()];
  const budget = newBudget((await testDatabaseUrls()).gateway);
  const text = `select count(*) as count from "${ann.schemaName}".contacts`;
  for (let n = 0; n < 8; n += 1) await budget.run(text, [], ann.schemaName);

  const others = budget.run(text, [], ben.schemaName);

  await expect(others).rejects.toMatchObject({ code: '42501' });
  expect((await budget.run(text, [], ann.schemaName)).rows).toEqual([{ count: 0 }]);
});

test('where a column’s type has changed since, the statement is planned anew', async () => {
  const urls = await newDatabase();
  await behindTheApi('create table public.changing (value integer)', [], urls.owner);
  await behindTheApi('insert into public.changing values (1)', [], urls.owner);
  const budget = newBudget(urls.owner);
  for (let n = 0; n < 8; n += 1) await budget.query('select value from public.changing');

  await behindTheApi('alter table public.changing alter value type text', [], urls.owner);
  const after = [
    await budget.query('select value from public.changing'),
    await budget.query('select value from public.changing'),
  ];

  expect(after).toEqual([[{ value: '1' }], [{ value: '1' }]]);
});
