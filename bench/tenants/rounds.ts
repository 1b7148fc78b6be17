import { setTimeout as sleep } from 'node:timers/promises';
import { bodyOf, call, percentile } from '../calls';
import type { ApiProcess } from '../children';
import { privateMemoryOf } from '../processes';
import { withClient } from '../target';
import { webOperation } from '../web-operations';
import { createContact, createTenant } from '../writers';
import type { AtEnd } from './figures';
import type { Company, Owners } from './owners';

const contactList = bodyOf({
  query: webOperation('ContactList'),
  variables: { search: null, filter: null, orderBy: { field: 'LAST_ACTIVITY_AT', direction: 'DESC' } },
});

const withinMs = 60_000;
const weighEvery = 200;
const rounds = 3;

/** Answers how long it took. Errors: any answer but data. */
async function timed(api: ApiProcess, { id, as }: Company): Promise<number> {
  const since = performance.now();
  const { errors } = await call(api.url, id, contactList, withinMs, as);
  if (errors.length > 0) throw new Error(`expected data, got ${JSON.stringify(errors)}`);
  return performance.now() - since;
}

/** One at a time, as a person would; `everyMs` apart, or one right behind the other. Answers the latencies. */
export async function registerMore(
  api: ApiProcess,
  owners: Owners,
  companies: Company[],
  count: number,
  { everyMs = 0, onEach }: { everyMs?: number; onEach?: () => void } = {},
): Promise<number[]> {
  const latencies: number[] = [];
  const begunAt = performance.now();
  for (let n = 0; n < count; n += 1) {
    await sleep(Math.max(0, begunAt + n * everyMs - performance.now()));
    const as = await owners.next();
    const body = bodyOf({ query: createTenant, variables: { input: { name: `Company ${companies.length + 1}` } } });
    const since = performance.now();
    const { data, errors } = await call(api.url, undefined, body, withinMs, as);
    latencies.push(performance.now() - since);
    const id: string | undefined = data?.createTenant?.tenant?.id;
    if (!id) throw new Error(`expected a company, got ${JSON.stringify(errors)}`);
    companies.push({ id, as });
    onEach?.();
  }
  return latencies;
}

/** Of one company while the others are idle. Shape: the latencies of each round, after one that does not count. */
export async function latenciesOfOne(
  api: ApiProcess,
  company: Company,
  { rounds, requests }: { rounds: number; requests: number },
): Promise<number[][]> {
  const all: number[][] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const latencies: number[] = [];
    for (let n = 0; n < requests; n += 1) latencies.push(await timed(api, company));
    if (round > 0) all.push(latencies);
  }
  return all;
}

/** A contact in so many companies. Errors: any answer but data. */
export async function writeSome(api: ApiProcess, companies: readonly Company[], count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const { id, as } = companies[Math.floor((n * companies.length) / count)] as Company;
    const input = { name: 'Written', email: `written-${n}@contact.example` };
    const { errors } = await call(api.url, id, bodyOf({ query: createContact, variables: { input } }), withinMs, as);
    if (errors.length > 0) throw new Error(`expected data, got ${JSON.stringify(errors)}`);
  }
}

/** All in turn, several times over: the API's memory after each round, and its connections all the way. */
export async function touchAll(
  api: ApiProcess,
  databaseUrl: string,
  companies: readonly Company[],
  onEach: (done: number, total: number) => void,
): Promise<Pick<AtEnd, 'touchedASecond' | 'memoryMb' | 'connections'>> {
  const memoryMb: number[] = [];
  let [connections, touched] = [0, 0];
  const since = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    const weighed: number[] = [];
    for (const company of companies) {
      await timed(api, company);
      touched += 1;
      onEach(touched, companies.length * rounds);
      if (touched % weighEvery > 0) continue;
      connections = Math.max(connections, await connectionsOf(databaseUrl));
      weighed.push(privateMemoryOf(api.pid) / 1_048_576);
    }
    weighed.push(privateMemoryOf(api.pid) / 1_048_576);
    // Between two collections of garbage memory goes up and down: the middle of the round's second half.
    memoryMb.push(percentile(weighed.slice(weighed.length / 2), 0.5));
  }
  return { touchedASecond: touched / ((performance.now() - since) / 1_000), memoryMb, connections };
}

const connectionsOf = (databaseUrl: string): Promise<number> =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(
      `select count(*)::int as count from pg_stat_activity where application_name ~ '^atrium-(api|listener|notifier)' and datname = current_database()`,
    );
    return Number(rows[0].count);
  });
