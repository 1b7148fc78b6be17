import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from './calls';
import { ApiProcess } from './children';
import { halfMadeTenants } from './half-made';
import { freeze, postmasterPid, signal } from './processes';
import { Readiness } from './readiness';
import { isUp, say, withClient } from './target';
import { createTenant, faultsOfThreads, newThreads, Writers } from './writers';

export interface ChaosOptions {
  writers: number;
  terminateSeconds: number;
  freezeSeconds: number;
  crashes: number;
  kills: number;
}

const companies = 4;
const terminateEveryMs = 100;
/** From the end of the trouble on, /readyz may still say what was true a moment ago. */
const settleMs = 2_000;
const registrationsAtOnce = 4;
const longestUntilKillMs = 600;

/** Writes while everything below is cut, silenced and killed. Errors: names what was lost, doubled, or left half-made. */
export async function measureChaos(databaseUrl: string, options: ChaosOptions): Promise<void> {
  const faults: string[] = [];
  let api = await ApiProcess.start(databaseUrl);
  try {
    const threads = await newThreads(api.url, companies);
    const writers = new Writers([api.url], threads, { count: options.writers });
    const readiness = new Readiness(api.url);
    try {
      await sleep(settleMs);
      await terminateBackends(databaseUrl, readiness, options.terminateSeconds);
      await silence(databaseUrl, readiness, options.freezeSeconds);
      for (let n = 0; n < options.crashes; n += 1) await crash(databaseUrl, readiness);
    } finally {
      await readiness.stop();
      await writers.stop();
    }
    if (!api.isAlive) faults.push('the API ended by itself');
    faults.push(...reportReadiness(readiness));
    say(`writers: ${writers.acknowledged.length} messages acknowledged; on the way ${JSON.stringify(writers.retries)}`);
    if (writers.retries['INTERNAL_SERVER_ERROR']) faults.push('a failure of the database was answered as one of ours');

    const registered: string[] = [];
    for (let n = 0; n < options.kills; n += 1) {
      registered.push(...(await registerUntilKilled(api)));
      api = await ApiProcess.start(databaseUrl, api.port);
    }
    await withClient(databaseUrl, async (client) => {
      faults.push(...(await faultsOfThreads(client, threads, writers.acknowledged)));
      faults.push(...(await halfMadeTenants(client)));
      const { rows } = await client.query('select id from public.tenants where id = any($1)', [registered]);
      if (rows.length < registered.length) faults.push(`${registered.length - rows.length} registrations were lost`);
      const { rows: all } = await client.query('select count(*)::int as count from public.tenants');
      say(
        `kill -9 of the API ${options.kills} times: ${registered.length} registrations acknowledged, ${all[0].count} tenants in all`,
      );
    });
  } finally {
    await api.stop();
  }
  if (faults.length > 0) throw new Error(`Missed:\n${faults.slice(0, 40).join('\n')}`);
  say('\nEvery acknowledged message is stored once, threads have no gaps, no tenant is half-made.');
}

async function terminateBackends(databaseUrl: string, readiness: Readiness, seconds: number): Promise<void> {
  let ended = 0;
  readiness.expect('backends are ended', 'either');
  await withClient(databaseUrl, async (client) => {
    for (const until = Date.now() + seconds * 1_000; Date.now() < until; await sleep(terminateEveryMs)) {
      const { rows } = await client.query(
        `select pg_terminate_backend(pid) from (
           select pid from pg_stat_activity
           where usename in ('atrium_api', 'atrium_owner') order by random() limit 1) one`,
      );
      ended += rows.length;
    }
  });
  say(
    `backends ended: ${ended} in ${seconds} s; /readyz was 200 again after ${(await readiness.recovers()).toFixed(0)} ms`,
  );
  await settle(readiness);
}

async function silence(databaseUrl: string, readiness: Readiness, seconds: number): Promise<void> {
  const wake = freeze(await postmasterPid(databaseUrl));
  try {
    readiness.expect('the server is silent', 503);
    await sleep(seconds * 1_000);
  } finally {
    wake();
  }
  readiness.expect('recovery', 'either');
  say(`server silent for ${seconds} s; /readyz was 200 again after ${(await readiness.recovers()).toFixed(0)} ms`);
  await settle(readiness);
}

async function crash(databaseUrl: string, readiness: Readiness): Promise<void> {
  signal([await postmasterPid(databaseUrl)], 'SIGKILL');
  readiness.expect('the server is killed', 'either');
  const diedAt = performance.now();
  await sleep(100);
  while (!(await isUp(databaseUrl))) {
    readiness.expect('the server is down', 503);
    await sleep(20);
  }
  readiness.expect('recovery', 'either');
  const downMs = performance.now() - diedAt;
  const ms = await readiness.recovers();
  say(`kill -9 of the server: down for ${downMs.toFixed(0)} ms; /readyz was 200 again ${ms.toFixed(0)} ms later`);
  await settle(readiness);
}

async function settle(readiness: Readiness): Promise<void> {
  await sleep(settleMs);
  readiness.expect('all is well', 200);
  await sleep(settleMs);
}

function reportReadiness({ phases }: Readiness): string[] {
  const faults: string[] = [];
  say('\n| /readyz while | asked | 200 | 503 | wrong | later than 1 s | slowest, ms |\n|---|---|---|---|---|---|---|');
  for (const [phase, { asked, ok, unavailable, wrong, late, slowestMs }] of phases) {
    say(
      `| ${phase || 'at the start'} | ${asked} | ${ok} | ${unavailable} | ${wrong} | ${late} | ${slowestMs.toFixed(0)} |`,
    );
    if (wrong > 0) faults.push(`/readyz was wrong ${wrong} times while ${phase}`);
    if (late > 0) faults.push(`/readyz was late ${late} times while ${phase}`);
  }
  return faults;
}

/** Answers the ids that were acknowledged before the process was killed, at a moment that differs each time. */
async function registerUntilKilled(api: ApiProcess): Promise<string[]> {
  const acknowledged: string[] = [];
  let isKilled = false;
  const register = async (worker: number) => {
    for (let n = 0; !isKilled; n += 1) {
      const input = { name: `Registered ${worker} ${n}` };
      const answer = await ask(api.url, undefined, createTenant, { input }).catch(() => null);
      if (answer) acknowledged.push(answer.createTenant.tenant.id);
    }
  };
  const registering = Promise.all(Array.from({ length: registrationsAtOnce }, (_, worker) => register(worker)));
  await sleep(50 + Math.random() * longestUntilKillMs);
  await api.kill();
  isKilled = true;
  await registering;
  return acknowledged;
}
