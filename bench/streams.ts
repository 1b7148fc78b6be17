import { setTimeout as sleep } from 'node:timers/promises';
import { ApiProcess } from './children';
import { doors } from './doors';
import { MortalApi } from './mortal-api';
import { postmasterPid, signal } from './processes';
import { Reader, type Reading } from './readers';
import { isUp, say, withClient } from './target';
import { tenantsOf, verdictHead, verdictOf } from './verdict';
import { newThreads, type Thread, Writers } from './writers';

export interface StreamsOptions {
  events: number;
  writers: number;
  cuts: number;
  listenerCuts: number;
  tenants: number;
  sockets: number;
  kills: number;
  crashes: number;
}

/** Of a message: itself, and its conversation. */
const eventsOfMessage = 2;
/** Of a tenant's two contacts with their conversations, which are there before the writers. */
const eventsBefore = 4;
const writerPauseMs = 25;
const cutsOfSocket = 3;
const messagesOfWriter = 25;
const comeBackMs = 1_000;

const doorNames = Object.keys(doors) as (keyof typeof doors)[];

/** Reads what is written while all that carries it is cut and killed. Errors: names what was missing, doubled, out of order, or another tenant's. */
export async function measureStreams(databaseUrl: string, options: StreamsOptions): Promise<void> {
  say(verdictHead);
  const faults: string[] = [];
  const apis = [await ApiProcess.start(databaseUrl), await ApiProcess.start(databaseUrl)];
  const urls = apis.map(({ url }) => url);
  try {
    faults.push(...(await cutOneTenant(databaseUrl, urls, options)));
    faults.push(...(await cutManyTenants(databaseUrl, urls, options)));
  } finally {
    await Promise.all(apis.map((api) => api.stop()));
  }
  faults.push(...(await killAll(databaseUrl, options)));
  if (faults.length > 0) throw new Error(`Missed:\n${faults.slice(0, 40).join('\n')}`);
  say('\nEvery reader has every event of its tenant once, in order, and none of another one.');
}

async function cutOneTenant(databaseUrl: string, urls: string[], options: StreamsOptions): Promise<string[]> {
  const { events, writers: count, cuts, listenerCuts } = options;
  const threads = await newThreads(urls[0] as string, 1);
  const messages = Math.ceil(events / eventsOfMessage / count);
  const readers = readersOf(threads, urls, { cuts, events: messages * count * eventsOfMessage });
  const writers = new Writers(urls, threads, { count, messages, pauseMs: writerPauseMs });
  const cutting = cutListeners(databaseUrl, writers, listenerCuts);
  await writers.done();
  const faults = await verdictOf(databaseUrl, 'each door of two processes', { threads, readers, writers });
  const ended = await cutting;
  say(`listeners cut ${ended} times while it was written`);
  if (ended < listenerCuts) faults.push(`the listeners were cut ${ended} times, not ${listenerCuts}`);
  return faults;
}

async function cutManyTenants(databaseUrl: string, urls: string[], options: StreamsOptions): Promise<string[]> {
  const { tenants, sockets, listenerCuts } = options;
  const threads = await newThreads(urls[0] as string, tenants);
  const count = threads.length;
  const events = (messagesOfWriter * count * eventsOfMessage) / tenants + eventsBefore;
  const readers = tenantsOf(threads).flatMap((tenantId) =>
    Array.from({ length: sockets }, (_, i) => {
      const url = urls[i % urls.length] as string;
      return new Reader({ door: 'WebSocket', url, tenantId, cuts: cutsOfSocket, events });
    }),
  );
  const writers = new Writers(urls, threads, { count, messages: messagesOfWriter });
  const cutting = cutListeners(databaseUrl, writers, listenerCuts);
  await writers.done();
  const faults = await verdictOf(databaseUrl, `${sockets} sockets of ${tenants} tenants`, {
    threads,
    readers,
    writers,
  });
  say(`listeners cut ${await cutting} times while it was written`);
  return faults;
}

async function killAll(databaseUrl: string, { kills, crashes, writers: count }: StreamsOptions): Promise<string[]> {
  const apis = [await MortalApi.start(databaseUrl), await MortalApi.start(databaseUrl)];
  try {
    const urls = apis.map(({ url }) => url);
    const threads = await newThreads(urls[0] as string, 1);
    const readers = readersOf(threads, urls, { cuts: 0, events: 0 });
    const writers = new Writers(urls, threads, { count });
    const crashEvery = Math.ceil(kills / (crashes + 1));
    for (let n = 1; n <= kills; n += 1) {
      await apis[n % apis.length]?.killAfterCommit(n % 4 < 2);
      if (n % crashEvery === 0 && n / crashEvery <= crashes) await killServer(databaseUrl);
    }
    await writers.stop();
    const what = `each door, ${kills} kills of the API, ${crashes} of the server`;
    return await verdictOf(databaseUrl, what, { threads, readers, writers });
  } finally {
    await Promise.all(apis.map((api) => api.stop()));
  }
}

async function killServer(databaseUrl: string): Promise<void> {
  signal([await postmasterPid(databaseUrl)], 'SIGKILL');
  await sleep(100);
  while (!(await isUp(databaseUrl))) await sleep(50);
  // The next kill waits for a commit, so that both are back by then.
  await sleep(comeBackMs);
}

/** Answers how often, while there was something to write. */
async function cutListeners(databaseUrl: string, writers: Writers, times: number): Promise<number> {
  let [isOver, ended] = [false, 0];
  void writers.done().finally(() => (isOver = true));
  await withClient(databaseUrl, async (client) => {
    for (; !isOver && ended < times; await sleep(100)) {
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'atrium-listener'`,
      );
      if (rowCount) ended += 1;
    }
  });
  return ended;
}

const readersOf = (threads: readonly Thread[], urls: readonly string[], how: Pick<Reading, 'cuts' | 'events'>) =>
  tenantsOf(threads).flatMap((tenantId) =>
    urls.flatMap((url) => doorNames.map((door) => new Reader({ door, url, tenantId, ...how }))),
  );
