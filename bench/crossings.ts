import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { sqlStateOf } from '../api/src/database/sql-state';
import { bodyOf, call } from './calls';
import { say, startApi, type Target, withClient } from './target';

export interface CrossingsOptions {
  tenants: number;
  workers: number;
  seconds: number;
}

interface World {
  id: string;
  schema: string;
  /** The name of all its contacts; nobody else has one of that name. */
  canary: string;
  manager: EntityManager;
}

/** Fewer than any deployment has, so that tenants meet on them all the time. */
const budget = { lanes: 2, transactions: 3 };

const neverThere = 'Rolled back';
const divisionByZero = '22012';
/** The role may not see what the statement names; a statement came into a transaction that another had spoilt. */
const notAllowed = '42501';
const aborted = '25P02';

class Crossing extends Error {}

/** Many tenants on few connections, failures mixed in. Errors: where an answer is another tenant's, or a transaction another one's. */
export async function measureCrossings(
  databaseUrl: string,
  { tenants, workers, seconds }: CrossingsOptions,
): Promise<void> {
  const api = await startApi(databaseUrl, { budget });
  const counts: Record<string, number> = {};
  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  try {
    const worlds: World[] = [];
    for (let n = 0; n < tenants; n += 1) worlds.push(await newWorld(api, n));
    const until = performance.now() + seconds * 1_000;
    const work = async (world: World, worker: number) => {
      for (let n = worker; performance.now() < until; n += 1) {
        const [name, step] = steps[n % steps.length] as (typeof steps)[number];
        await step(world, api.url).then(
          () => count(name),
          async (error: unknown) => {
            count(reasonOf(error));
            // Who is refused would otherwise ask without end, and nobody else would get a turn of the event loop.
            await sleep(20);
          },
        );
      }
    };
    await Promise.all(
      worlds.flatMap((world, i) => Array.from({ length: workers }, (_, worker) => work(world, i + worker))),
    );
    counts['rows of another tenant'] = await strayRows(databaseUrl, worlds);
  } finally {
    await api.stop();
  }
  say(
    `${tenants} tenants, ${workers} workers each, ${seconds} s, ${budget.lanes} lanes and ${budget.transactions} transactions:`,
  );
  for (const [what, number] of Object.entries(counts)) say(`  ${number} ${what}`);
  const accepted = new Set([...steps.map(([name]) => name), 'refused: too many', 'refused: no connection in time']);
  const faults = Object.entries(counts).filter(([what, number]) => number > 0 && !accepted.has(what));
  if (faults.length > 0) throw new Error(`Missed: ${faults.map(([what, number]) => `${number} ${what}`).join(', ')}`);
  say('\n0 crossings, 0 statements in a transaction that another one had spoilt.');
}

const expectOwn = (what: unknown, own: string): void => {
  if (what !== own) throw new Crossing(`expected ${own}, got ${String(what)}`);
};

const insert = ({ schema, canary }: World, manager: EntityManager, name = canary) =>
  manager.query(
    `insert into "${schema}".contacts (id, name, email) values (gen_random_uuid(), $1, 'c@contact.example')`,
    [name],
  );

async function readOwn({ schema, canary }: World, manager: EntityManager): Promise<void> {
  const [row] = (await manager.query(
    `select current_user::text as role, (select name from "${schema}".contacts order by id desc limit 1) as name`,
  )) as { role: string; name: string }[];
  expectOwn(row?.role, schema);
  expectOwn(row?.name, canary);
}

async function fails(what: Promise<unknown>, isExpected: (error: unknown) => boolean): Promise<void> {
  const outcome = await what.then(
    () => new Crossing('expected a failure'),
    (error: unknown) => error,
  );
  if (!isExpected(outcome)) throw outcome;
}

const onPurpose = new Error('on purpose');
const isDivision = (error: unknown) => sqlStateOf(error) === divisionByZero;

async function over(url: string, { id }: World, query: string, variables: object = {}) {
  const { data, errors } = await call(url, id, bodyOf({ query, variables }));
  const [error] = errors;
  if (error) throw Object.assign(new Error(error.message), { extensions: error.extensions });
  return data;
}

const steps: [string, (world: World, url: string) => Promise<unknown>][] = [
  ['reads', (world) => readOwn(world, world.manager)],
  [
    'reads over HTTP',
    async (world, url) => {
      const { currentTenant, contacts } = await over(
        url,
        world,
        '{ currentTenant { id } contacts(first: 5) { nodes { name } } }',
      );
      expectOwn(currentTenant.id, world.id);
      for (const { name } of contacts.nodes) expectOwn(name, world.canary);
    },
  ],
  ['failing statements', ({ manager }) => fails(manager.query('select 1 / 0'), isDivision)],
  [
    'transactions',
    (world) =>
      world.manager.transaction(async (inside) => {
        await readOwn(world, inside);
        await insert(world, inside);
        await readOwn(world, inside);
      }),
  ],
  [
    'searches over HTTP',
    async (world, url) => {
      const { contacts } = await over(
        url,
        world,
        'query ($search: String) { contacts(first: 5, search: $search) { nodes { name } } }',
        { search: 'canary' },
      );
      for (const { name } of contacts.nodes) expectOwn(name, world.canary);
    },
  ],
  [
    'transactions rolled back',
    (world) =>
      fails(
        world.manager.transaction(async (inside) => {
          await insert(world, inside, neverThere);
          throw onPurpose;
        }),
        (error) => error === onPurpose,
      ),
  ],
  [
    'writes over HTTP',
    async (world, url) => {
      const { createContact } = await over(
        url,
        world,
        'mutation ($input: CreateContactInput!) { createContact(input: $input) { contact { name } } }',
        { input: { name: world.canary, email: 'c@contact.example' } },
      );
      expectOwn(createContact.contact.name, world.canary);
    },
  ],
  [
    'transactions that fail',
    (world) =>
      fails(
        world.manager.transaction(async (inside) => {
          await insert(world, inside, neverThere);
          await inside.query('select 1 / 0');
        }),
        isDivision,
      ),
  ],
];

function reasonOf(error: unknown): string {
  const { extensions, message } = error as { extensions?: { code?: string }; message?: string };
  if (error instanceof Crossing) return `crossings (${message})`;
  if (extensions?.code === 'TOO_MANY_REQUESTS') return 'refused: too many';
  if (extensions?.code === 'SERVICE_UNAVAILABLE') return 'refused: no connection in time';
  if (sqlStateOf(error) === notAllowed) return 'statements under another tenant’s role';
  if (sqlStateOf(error) === aborted) return 'current transaction is aborted';
  return `unexpected: ${message ?? String(error)}`;
}

async function newWorld({ app }: Target, n: number): Promise<World> {
  const tenant = await app.tenancy.createTenant({ name: `Crossing ${n}`, idempotencyKey: null });
  const manager = await app.tenancy.managerOf(tenant);
  const world = { id: tenant.id, schema: tenant.schemaName, canary: `canary of ${tenant.schemaName}`, manager };
  await insert(world, manager);
  return world;
}

async function strayRows(databaseUrl: string, worlds: World[]): Promise<number> {
  let stray = 0;
  await withClient(databaseUrl, async (client) => {
    for (const { schema, canary } of worlds) {
      const { rows } = await client.query(`select count(*)::int as count from "${schema}".contacts where name <> $1`, [
        canary,
      ]);
      stray += rows[0].count;
    }
  });
  return stray;
}
