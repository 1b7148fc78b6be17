import pg from 'pg';
import { urlsGiven } from '../api/src/database/open-database';
import { ask, percentile } from './calls';
import { privateMemoryOf } from './processes';
import { say, startApi, type Target, withClient } from './target';
import { webOperation } from './web-operations';
import { createContact } from './writers';

export interface BackendsOptions {
  tenants: number;
  atOnce: number;
}

interface Known {
  id: string;
  schemaName: string;
}

/** Where the time of SET ROLE and of a list is taken, on the way up. */
const stops = [10, 1_000, 10_000];
const atMostMb = 300;
const listsAtStop = 100;
/** Each opens a session, or grants a membership, of its own. */
const roundsOfSetRole = 5;
const writeEvery = 10;
const weighEvery = 200;
const rounds = 2;

/** What thousands of tenants cost in the backends of one process. Errors: where their private memory passes the limit. */
export async function measureBackends(databaseUrl: string, { tenants, atOnce }: BackendsOptions): Promise<void> {
  const { gateway } = await urlsGiven({ DATABASE_URL: databaseUrl, ATRIUM_ALLOW_SUPERUSER: false });
  const api = await startApi(databaseUrl);
  try {
    const known = await registered(databaseUrl);
    say(
      '| tenants | first SET ROLE of a session, ms | after a new grant, ms | any other, ms | list p50, ms |\n|---|---|---|---|---|',
    );
    const startedAt = performance.now();
    const had = known.length;
    for (const stop of [...stops.filter((count) => count > had && count < tenants), tenants]) {
      await registerUntil(api, known, stop, atOnce);
      say(await costsAt(databaseUrl, gateway, api, known));
    }
    const made = known.length - had;
    if (made > 0)
      say(`\n${made} registrations, ${((made / (performance.now() - startedAt)) * 1_000).toFixed(1)} a second`);

    say('\n| round | tenants a second | backends | private memory at most, MB | at the end, MB | the largest, MB |');
    say('|---|---|---|---|---|---|');
    let most = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const sizes: number[][] = [];
      const weigh = async () => void sizes.push(await memoryOfBackends(databaseUrl));
      const perSecond = await touchAll(api, known.slice(0, tenants), atOnce, weigh);
      await weigh();
      const totals = sizes.map((each) => each.reduce((sum, size) => sum + size, 0));
      const [peak, last, largest] = [Math.max(...totals), totals.at(-1) ?? 0, Math.max(...sizes.flat())];
      most = Math.max(most, peak);
      const shown = [peak, last, largest].map((size) => size.toFixed(0));
      say(`| ${round} | ${perSecond.toFixed(0)} | ${sizes.at(-1)?.length} | ${shown.join(' | ')} |`);
    }
    if (most > atMostMb) throw new Error(`Missed: the backends hold ${most.toFixed(0)} MB, more than ${atMostMb} MB`);
    say(`\nAll backends together stay below ${atMostMb} MB.`);
  } finally {
    await api.stop();
  }
}

/** Those of an earlier run are used again: registering them takes longer than all the rest. */
async function registered(databaseUrl: string): Promise<Known[]> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<Known>(
      'select id, schema_name as "schemaName" from public.tenants order by id',
    );
    return rows;
  });
}

async function registerUntil({ app }: Target, known: Known[], count: number, atOnce: number): Promise<void> {
  let next = known.length;
  const register = async () => {
    while (next < count) {
      next += 1;
      known.push(await app.tenancy.createTenant({ name: `Tenant ${next}`, idempotencyKey: null }));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, register));
}

async function costsAt(databaseUrl: string, gateway: string, api: Target, known: Known[]): Promise<string> {
  const { first, afterGrant, other } = await timesOfSetRole(databaseUrl, gateway, known);
  const lists: number[] = [];
  for (let n = 0; n < listsAtStop; n += 1) {
    const { id } = known[Math.floor((n * known.length) / listsAtStop)] as Known;
    const since = performance.now();
    await list(api.url, id);
    lists.push(performance.now() - since);
  }
  const shown = [median(first), median(afterGrant), median(other), median(lists)].map((ms) => ms.toFixed(2));
  return `| ${known.length} | ${shown.join(' | ')} |`;
}

/** As the gateway does it. A new membership makes each backend look through all of them again. */
async function timesOfSetRole(databaseUrl: string, gateway: string, known: Known[]) {
  const times = { first: [] as number[], afterGrant: [] as number[], other: [] as number[] };
  const role = (n: number) => (known[n % known.length] as Known).schemaName;
  await withClient(databaseUrl, async (superuser) => {
    for (let round = 0; round < roundsOfSetRole; round += 1) {
      const client = new pg.Client({ connectionString: gateway });
      await client.connect();
      try {
        const setRole = async (n: number) => {
          const since = performance.now();
          await client.query(`set role "${role(n)}"`);
          return performance.now() - since;
        };
        // The session's first statement also pays for what has nothing to do with roles.
        await client.query('select 1');
        times.first.push(await setRole(round));
        times.other.push(await setRole(round + 1));
        await superuser.query('create role bench_member; grant bench_member to atrium_api');
        times.afterGrant.push(await setRole(round + 2));
        await superuser.query('drop role bench_member');
      } finally {
        await client.end();
      }
    }
  });
  return times;
}

/** Answers how many tenants a second. Weighs all the way, since backends are replaced when they are worn, one by one. */
async function touchAll(
  { url }: Target,
  known: readonly Known[],
  atOnce: number,
  weigh: () => Promise<void>,
): Promise<number> {
  let next = 0;
  const startedAt = performance.now();
  const touch = async () => {
    while (next < known.length) {
      const n = next++;
      const { id } = known[n] as Known;
      await list(url, id);
      if (n % weighEvery === weighEvery - 1) await weigh();
      if (n % writeEvery === 0) {
        await ask(url, id, createContact, { input: { name: `Person ${n}`, email: `person-${n}@contact.example` } });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, touch));
  return (known.length / (performance.now() - startedAt)) * 1_000;
}

const contactList = webOperation('ContactList');
const list = (url: string, id: string) =>
  ask(url, id, contactList, { search: null, filter: null, orderBy: { field: 'LAST_ACTIVITY_AT', direction: 'DESC' } });

/** Of this process's sessions, whoever they are. Units: MB. */
async function memoryOfBackends(databaseUrl: string): Promise<number[]> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where usename in ('atrium_api', 'atrium_owner') and datname = current_database()`,
    );
    return rows.map(({ pid }) => privateMemoryOf(pid) / 1024 / 1024);
  });
}

const median = (values: number[]): number => percentile(values, 0.5);
