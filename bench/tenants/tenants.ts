import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Progress } from '../../api/src/cli/progress';
import { startEmbeddedPostgres } from '../../api/src/embedded-postgres/embedded-postgres';
import { percentile } from '../calls';
import { ApiProcess } from '../children';
import { childrenOf, postmasterPid, signal } from '../processes';
import { isUp, say, withClient } from '../target';
import { undoColumn } from './column';
import { type AtCount, type AtEnd, type Figures, faultsIn, keepFigures, readFigures, tableOf } from './figures';
import { timeFleet } from './fleet-times';
import { type Company, Owners } from './owners';
import { latenciesOfOne, registerMore, touchAll, writeSome } from './rounds';
import { migrateUnderLoad } from './under-load';

export interface TenantsOptions {
  to: number;
  data: string;
  json?: true;
}

/** Where registrations and requests are timed, on the way up. */
const stops = [10, 1_000, 5_000, 10_000];
const registrationsAtStop = 50;
/** 345,600 a day. */
const registrationEveryMs = 250;
/** In which the reserve of schemas is full again. */
const refillMs = 5_000;
/** The median of the rounds is shown, since other programs come in between. */
const requestsAtStop = { rounds: 7, requests: 300 };
const writesBeforeCrash = 100;
const upWithinMs = 600_000;

/**
 * What a tenant costs when there are very many, on an embedded server in a folder that is kept: a run that was cut off goes on, and what was
 * measured is not measured again. Errors: names what is beyond its limit.
 */
export async function measureTenants({ to, data, json }: TenantsOptions): Promise<void> {
  const folder = resolve(data);
  mkdirSync(folder, { recursive: true });
  const figures = readFigures(folder);
  const database = await startEmbeddedPostgres({
    dataDir: folder,
    durable: true,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  try {
    await withClient(database.url, async (client) => {
      const owners = new Owners(client);
      let api = await ApiProcess.start(database.url);
      try {
        const companies = await owners.companies();
        for (const stop of [...stops.filter((count) => count < to), to]) {
          await grow(api, owners, companies, stop);
          const isPast = companies.length > stop + 3 * registrationsAtStop;
          if (isPast || figures.counts.some(({ tenants }) => tenants === stop)) continue;
          await api.stop();
          const since = performance.now();
          api = await ApiProcess.start(database.url);
          const apiStart = performance.now() - since;
          figures.counts.push({ ...(await measureAt(stop, api, owners, companies)), apiStart });
          keepFigures(folder, figures);
        }
        await measureEnd({ to, folder, figures, databaseUrl: database.url, companies: companies.slice(0, to), api });
      } finally {
        await api.stop();
      }
    });
  } finally {
    await database.stop();
  }
  say(json ? JSON.stringify(figures, null, 2) : tableOf(figures));
  const faults = faultsIn(figures);
  if (faults.length > 0) throw new Error(`Missed: ${faults.join('; ')}`);
}

async function grow(api: ApiProcess, owners: Owners, companies: Company[], stop: number): Promise<void> {
  const progress = new Progress('Registering');
  const [from, missing] = [companies.length, stop - companies.length];
  if (missing <= 0) return;
  await registerMore(api, owners, companies, missing, {
    onEach: () => progress.show(companies.length - from, missing),
  });
  progress.end();
}

async function measureAt(
  stop: number,
  api: ApiProcess,
  owners: Owners,
  companies: Company[],
): Promise<Omit<AtCount, 'apiStart'>> {
  // The first ones of a process pay for its start.
  await registerMore(api, owners, companies, 5);
  const inARow = await registerMore(api, owners, companies, registrationsAtStop);
  await sleep(refillMs);
  const registrations = await registerMore(api, owners, companies, registrationsAtStop, {
    everyMs: registrationEveryMs,
  });
  const requests = await latenciesOfOne(api, companies[0] as Company, requestsAtStop);
  return {
    tenants: stop,
    registrationP50: percentile(registrations, 0.5),
    registrationP95: percentile(registrations, 0.95),
    inARowP95: percentile(inARow, 0.95),
    requestP50: medianOf(requests, 0.5),
    requestP99: medianOf(requests, 0.99),
  };
}

const medianOf = (rounds: number[][], share: number): number =>
  percentile(
    rounds.map((latencies) => percentile(latencies, share)),
    0.5,
  );

interface End {
  to: number;
  folder: string;
  figures: Figures;
  databaseUrl: string;
  companies: readonly Company[];
  api: ApiProcess;
}

/** Each part is kept when it is measured: at ten thousand, each takes minutes. */
async function measureEnd({ to, folder, figures, databaseUrl, companies, api }: End): Promise<void> {
  const end: Partial<AtEnd> = figures.end?.tenants === to ? figures.end : { tenants: to };
  figures.end = end;
  const part = async (isThere: unknown, work: () => Promise<Partial<AtEnd>>) => {
    if (isThere !== undefined) return;
    Object.assign(end, await work());
    keepFigures(folder, figures);
  };
  const progress = new Progress('Touching');
  const touch = () => touchAll(api, databaseUrl, companies, (done, total) => progress.show(done, total));
  await part(end.memoryMb, () => touch().finally(() => progress.end()));
  await undoColumn(databaseUrl);
  await part(end.migrateColumnEach, () => timeFleet(databaseUrl));
  await part(end.quarantined, () => migrateUnderLoad(api, databaseUrl, companies));
  await part(end.recovery, () => crash(api, databaseUrl, companies));
}

/** The server with all its processes, as where a machine or a container goes down. Its owner, this process, starts it again. */
async function crash(
  api: ApiProcess,
  databaseUrl: string,
  companies: readonly Company[],
): Promise<Pick<AtEnd, 'recovery' | 'apiStartAfterwards'>> {
  await withClient(databaseUrl, (client) => client.query('checkpoint'));
  await writeSome(api, companies, writesBeforeCrash);
  await api.kill();
  const postmaster = await postmasterPid(databaseUrl);
  signal([postmaster, ...childrenOf(postmaster)], 'SIGKILL');
  const since = performance.now();
  for (const until = Date.now() + upWithinMs; !(await isUp(databaseUrl)); await sleep(20))
    if (Date.now() > until) throw new Error(`expected the server to be up within ${upWithinMs} ms`);
  const recovery = performance.now() - since;
  const startedAt = performance.now();
  const again = await ApiProcess.start(databaseUrl);
  const apiStartAfterwards = performance.now() - startedAt;
  await again.stop();
  return { recovery, apiStartAfterwards };
}
