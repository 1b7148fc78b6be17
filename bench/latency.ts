import { setTimeout as sleep } from 'node:timers/promises';
import { cursorOf } from '../api/src/events/cursor';
import { appendBulk, eventsOfTransaction } from './bulk-events';
import { bodyOf, call, percentile } from './calls';
import { ApiProcess } from './children';
import { doors } from './doors';
import { compareWrites, type LogCostOptions } from './log-cost';
import { say } from './target';
import { newThreads, sendMessage, type Thread } from './writers';

export interface LatencyOptions extends LogCostOptions {
  seconds: number;
}

const tenants = 8;
const eventsOfMessage = 2;
const rates = [100, 1_000];
const warmUpMs = 2_000;
const arriveWithinMs = 30_000;
/** The rate counts as reached from this share of it on. */
const reached = 0.95;

/** When each message was acknowledged, and when it arrived at the other process's subscriber. Units: milliseconds. */
interface Moments {
  answered: Map<string, number>;
  arrived: Map<string, number>;
}

/** From the answer of the mutation to the frame at a subscriber of the other process, and what the log adds to a write. Errors: where a message does not arrive. */
export async function measureLatency(databaseUrl: string, options: LatencyOptions): Promise<void> {
  const [api, other] = [await ApiProcess.start(databaseUrl), await ApiProcess.start(databaseUrl)];
  const closing = new AbortController();
  try {
    const threads = (await newThreads(api.url, tenants)).filter((_, i) => i % 2 === 0);
    const moments: Moments = { answered: new Map(), arrived: new Map() };
    for (const { tenantId } of threads) void hear(other.url, tenantId, moments, closing.signal);
    await at(api.url, threads, rates[0] as number, warmUpMs, moments);

    say('| events a second asked for | reached | p50, ms | p99, ms | slowest, ms |\n|---|---|---|---|---|');
    for (const rate of rates) await row(api.url, threads, rate, options.seconds * 1_000, moments);
    await bulkRow(databaseUrl, threads, options.seconds * 1_000, moments);
  } finally {
    closing.abort();
    await Promise.all([api.stop(), other.stop()]);
  }
  await compareWrites(databaseUrl, options);
}

async function row(url: string, threads: Thread[], rate: number, forMs: number, moments: Moments): Promise<void> {
  moments.answered.clear();
  const perSecond = await at(url, threads, rate, forMs, moments);
  tell(`${rate}`, perSecond, rate, moments);
}

function tell(what: string, perSecond: number, rate: number, moments: Moments): void {
  const ms = [...moments.answered].map(([id, at]) => Math.max(0, (moments.arrived.get(id) ?? Number.NaN) - at));
  const figures = [percentile(ms, 0.5), percentile(ms, 0.99), Math.max(...ms)].map((value) => value.toFixed(1));
  const isReached = perSecond >= rate * reached;
  say(
    `| ${what} | ${perSecond.toFixed(0)}${isReached ? '' : ' (all that this machine does)'} | ${figures.join(' | ')} |`,
  );
}

/** The log and its delivery at that rate, where writing so many messages takes more than the machine has. */
async function bulkRow(databaseUrl: string, threads: Thread[], forMs: number, moments: Moments): Promise<void> {
  moments.answered.clear();
  const rate = rates.at(-1) as number;
  const perSecond = await appendBulk(databaseUrl, threads, { rate, forMs }, (tenantId, seq) =>
    moments.answered.set(`${tenantId} ${cursorOf(seq)}`, performance.now()),
  );
  await allArrived(moments);
  tell(`${rate}, ${eventsOfTransaction} a transaction`, perSecond, rate, moments);
}

async function hear(url: string, tenantId: string, { arrived }: Moments, signal: AbortSignal): Promise<void> {
  try {
    for await (const { type, id, cursor } of doors.WebSocket({ url, tenantId, after: null, signal }))
      arrived.set(type === 'messageSent' ? id : `${tenantId} ${cursor}`, performance.now());
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Sends messages by the clock, at most so many under way. Answers how many events a second that made, when all have arrived. */
async function at(url: string, threads: Thread[], rate: number, forMs: number, moments: Moments): Promise<number> {
  const everyMs = (1_000 * eventsOfMessage) / rate;
  const underWay = new Set<Promise<void>>();
  const startedAt = performance.now();
  for (let n = 0; performance.now() - startedAt < forMs; n += 1) {
    const sending = send(url, threads[n % threads.length] as Thread, moments).finally(() => underWay.delete(sending));
    underWay.add(sending);
    while (underWay.size >= maxUnderWay) await Promise.race(underWay);
    await sleep(Math.max(0, startedAt + n * everyMs - performance.now()));
  }
  await Promise.all(underWay);
  const seconds = (performance.now() - startedAt) / 1_000;
  await allArrived(moments);
  return (moments.answered.size * eventsOfMessage) / seconds;
}

const maxUnderWay = 2 * tenants;

async function send(url: string, { tenantId, conversationId }: Thread, { answered }: Moments): Promise<void> {
  const input = { conversationId, content: 'How long does it take?' };
  const { data, errors } = await call(url, tenantId, bodyOf({ query: sendMessage, variables: { input } }));
  const message = data?.sendMessage.message;
  if (!message) throw new Error(`expected a message, got ${JSON.stringify(errors)}`);
  answered.set(message.id, performance.now());
}

async function allArrived({ answered, arrived }: Moments): Promise<void> {
  const missing = () => [...answered.keys()].filter((id) => !arrived.has(id)).length;
  for (const until = Date.now() + arriveWithinMs; missing() > 0; await sleep(20))
    if (Date.now() > until) throw new Error(`Missed: ${missing()} messages did not arrive`);
}
