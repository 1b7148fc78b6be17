import { setTimeout as sleep } from 'node:timers/promises';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { startTcpProxy, type TcpProxy } from '../testing/tcp-proxy';
import { behindTheApi, endBackends, newDatabase, startTestApi, testDatabaseUrls } from '../testing/test-api';
import { type BudgetOptions, ConnectionBudget } from './connection-budget';
import { withClient } from './with-client';

const budgets: ConnectionBudget[] = [];
const proxies: TcpProxy[] = [];
afterEach(async () => {
  for (const proxy of proxies.splice(0)) proxy.close();
  await Promise.all(budgets.splice(0).map((budget) => budget.close()));
});

async function newBudget(url?: string, size: BudgetOptions = { lanes: 2, transactions: 3 }): Promise<ConnectionBudget> {
  const budget = new ConnectionBudget(url ?? (await testDatabaseUrls()).gateway, size);
  budgets.push(budget);
  return budget;
}

/** While the work runs, nobody else may even read the tenant's contacts. */
async function locked<Result>({ schemaName }: TestTenant, work: () => Promise<Result>): Promise<Result> {
  const { owner } = await testDatabaseUrls();
  return withClient(owner, async (client) => {
    await client.query('begin');
    await client.query(`lock table "${schemaName}".contacts in access exclusive mode`);
    const result = await work();
    await client.query('rollback');
    return result;
  });
}

const list = '{ contacts { nodes { id } } }';

test('a tenant behind a lock of its own holds nobody else up', async () => {
  const [alpha, beta] = [await newTenant(), await newTenant()];
  await alpha.query(list);
  await beta.query(list);

  await locked(beta, async () => {
    let answered = 0;
    const waiting = Array.from({ length: 40 }, () => beta.send(list).finally(() => (answered += 1)));
    await sleep(300);
    for (let i = 0; i < 50; i += 1) await alpha.query(list);
    const answeredMeanwhile = answered;
    await alpha.createContact();

    // All of alpha's came while those of beta still waited.
    expect(answeredMeanwhile).toBe(0);
    return waiting;
  }).then((waiting) => Promise.all(waiting));
});

test('what is refused for being too much says when to come again', async () => {
  const beta = await newTenant();
  await beta.query(list);

  const answers = await locked(beta, () => Promise.all(Array.from({ length: 40 }, () => beta.send(list))));

  const refused = answers.filter(({ errors }) => errors?.[0]?.extensions.code === 'TOO_MANY_REQUESTS');
  expect(refused.length).toBeGreaterThan(20);
  for (const { status, errors } of refused) {
    expect(status).toBe(429);
    expect(errors?.[0]?.extensions).toMatchObject({ retryAfterMs: expect.any(Number) });
  }
});

test('what waits behind a statement that was too long for the lanes does not try them as well', async () => {
  const beta = await newTenant();
  const budget = await newBudget(undefined, { lanes: 2, transactions: 3 });
  const over: string[] = [];
  budget.onStatement = (statement) => over.push(statement.over);
  const count = `select count(*) from "${beta.schemaName}".contacts`;

  const { waiting, onLanes } = await locked(beta, async () => {
    const waiting = Array.from({ length: 10 }, () => budget.run(count, [], beta.schemaName));
    await sleep(1_500);
    return { waiting, onLanes: over.filter((way) => way === 'lane').length };
  });

  await Promise.all(waiting);
  expect(onLanes).toBe(2);
});

test('at most two statements of a tenant are on lanes, and at most two of six transactions are its own', async () => {
  const beta = await newTenant();
  const manager = await beta.api.app.tenancy.managerOf(beta);
  const { laneGate } = beta.api.app.tenancy.budget;
  const long = 'select pg_sleep(0.3) as long';

  const asked = [
    ...Array.from({ length: 12 }, () => manager.query('select pg_sleep(0.3)')),
    ...Array.from({ length: 6 }, () => manager.transaction((inside) => inside.query(long))),
  ];
  await sleep(100);
  const onLanes = laneGate.running;
  // Its own alone: jobs of other tenants may be at work as well.
  const [own] = await behindTheApi(
    `select count(*)::int as transactions from pg_stat_activity where state = 'active' and query = $1`,
    [long],
  );
  await Promise.all(asked);

  expect([onLanes, own]).toEqual([2, { transactions: 2 }]);
});

test('a statement that is too long for a lane is run once more over the pool', async () => {
  const tenant = await newTenant();
  const manager = await tenant.api.app.tenancy.managerOf(tenant);

  const [row] = await manager.query('select 1 as one from pg_sleep(2.5)');

  expect(row).toEqual({ one: 1 });
});

test('backends that are ended at any moment end no process, and cost a repeat at most', async () => {
  const urls = await newDatabase();
  const api = await startTestApi({ urls, budget: { lanes: 2, transactions: 3 } });
  const tenant = await newTenant(undefined, api);
  const { conversationId } = await tenant.createContact();
  let isOver = false;
  const ending = (async () => {
    while (!isOver) {
      await endBackends(urls, ['atrium-api', 'atrium-listener'], 'random() < 0.3');
      await sleep(20);
    }
  })();

  const codes = new Set<string>();
  const messages = new Set<string>();
  let acknowledged = 0;
  for (const until = Date.now() + 4_000; Date.now() < until; ) {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        tenant.send(
          'mutation ($id: ID!) { sendMessage(input: { conversationId: $id, content: "x" }) { message { number } } }',
          { id: conversationId },
        ),
      ),
    );
    for (const { errors, data } of answers) {
      for (const error of errors ?? []) {
        codes.add(error.extensions.code);
        messages.add(error.message);
      }
      acknowledged += data?.sendMessage?.message ? 1 : 0;
    }
  }
  isOver = true;
  await ending;
  await sleep(700);

  expect([...codes].filter((code) => code !== 'SERVICE_UNAVAILABLE')).toEqual([]);
  for (const message of messages) expect(message).toMatch(/^The database does not answer/);
  const { conversation } = await tenant.query('query ($id: ID!) { conversation(id: $id) { messageCount } }', {
    id: conversationId,
  });
  expect(conversation.messageCount).toBeGreaterThanOrEqual(acknowledged);
  await api.stop();
}, 30_000);

/** A way to the database that can be made to swallow everything, as a black hole in the network does. */
async function newProxy(target: string) {
  let isSilent = false;
  const proxy = await startTcpProxy(target, () => () => !isSilent);
  proxies.push(proxy);
  return {
    url: proxy.url,
    beSilent: (silent: boolean) => {
      isSilent = silent;
    },
  };
}

test('a database that falls silent is given up in time, and used again when it speaks', async () => {
  const proxy = await newProxy((await testDatabaseUrls()).gateway);
  const timeouts = { statementMs: 500, lockMs: 500, idleInTransactionMs: 60_000 };
  const budget = await newBudget(proxy.url, { lanes: 1, transactions: 1, timeouts });
  await budget.query('select 1');
  const open = await budget.begin();

  proxy.beSilent(true);
  const [onLane, inTransaction] = await Promise.allSettled([budget.query('select 1'), open.query('select 1')]);
  open.abandon();
  proxy.beSilent(false);

  expect(onLane).toMatchObject({ status: 'rejected', reason: { name: 'DatabaseUnavailable' } });
  expect(inTransaction).toMatchObject({ status: 'rejected', reason: { name: 'DatabaseUnavailable' } });
  expect(budget.deadlines).toBe(2);
  expect(await budget.query('select 1 as one')).toEqual([{ one: 1 }]);
});

test('a transaction that is abandoned leaves nothing open to whoever comes next; before its first statement, there is none', async () => {
  const budget = await newBudget(undefined, { lanes: 1, transactions: 1 });

  const backendOf = async () => {
    const transaction = await budget.begin();
    const { rows } = await transaction.query('select pg_backend_pid() as pid');
    await transaction.end('commit');
    return rows[0].pid;
  };

  const [first, again] = [await backendOf(), await backendOf()];
  (await budget.begin()).abandon();
  const next = await backendOf();
  const begun = await budget.begin();
  const unanswered = begun.query('select 1').catch(() => undefined);
  begun.abandon();
  await unanswered;
  const afterOpen = await backendOf();

  expect([again, next]).toEqual([first, first]);
  expect(afterOpen).not.toBe(first);
});

test('what cannot begin is told by the first statement, which does not run', async () => {
  const budget = await newBudget();

  const transaction = await budget.begin('t_nobodyhasthisrole');
  const first = transaction.query('select 1');

  await expect(first).rejects.toMatchObject({ code: '22023' });
  await expect(transaction.query('select 1')).rejects.toMatchObject({ code: '22023' });
  transaction.abandon();
  expect(await budget.query('select 1 as one')).toEqual([{ one: 1 }]);
});

test('what was sent behind a statement that failed is told of that failure', async () => {
  const budget = await newBudget();
  const transaction = await budget.begin();
  const sent = ['select 1 / 0', 'select 2', 'select 3'].map((text) => transaction.query(text));

  const ends = await Promise.allSettled(sent);
  await transaction.end('rollback');

  expect(ends).toMatchObject(Array(3).fill({ status: 'rejected', reason: { code: '22012' } }));
});

test('a budget that was closed stays closed', async () => {
  const budget = await newBudget();
  await budget.query('select 1');

  await budget.close();

  await expect(budget.query('select 1')).rejects.toMatchObject({ name: 'DatabaseUnavailable' });
  await expect(budget.begin()).rejects.toMatchObject({ name: 'DatabaseUnavailable' });
  expect(budget.openConnections).toBe(0);
});

test('a connection that dies between being lent and its first statement ends no process', async () => {
  const urls = await newDatabase();
  const budget = await newBudget(urls.gateway, { lanes: 1, transactions: 1 });
  await (await budget.begin()).end('commit');

  for (let i = 0; i < 20; i += 1) {
    const beginning = budget.begin();
    await endBackends(urls, ['atrium-api'], `state = 'idle'`);
    await beginning
      .then((transaction) => transaction.end('rollback'))
      .catch((error: unknown) => {
        expect(error).toMatchObject({ name: 'DatabaseUnavailable' });
      });
  }
});
