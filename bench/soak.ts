import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Call, failuresOf } from './calls';
import { ApiProcess, type CallerProcess, startCaller } from './children';
import { descriptorsOf } from './processes';
import { say } from './target';
import { webOperation } from './web-operations';
import { newThreads, sendMessage } from './writers';

export interface SoakOptions {
  seconds: number;
  every: number;
  rate: number;
}

interface Sample {
  rssMb: number;
  heapMb: number;
}

const companies = 3;
/** Of the run: until then, caches fill and code is compiled. A window is as long. */
const warmShare = 0.2;
const mayGrow = 1.05;
/** Idle connections of clients and of the pool are closed within that time. Units: milliseconds. */
const drainMs = 75_000;

/** Mixed load for long. Errors: where memory grows between an early and the last part of it, or descriptors are not given back. */
export async function measureSoak(databaseUrl: string, { seconds, every, rate }: SoakOptions): Promise<void> {
  const api = await ApiProcess.start(databaseUrl);
  const callers: CallerProcess[] = [];
  const samples: Sample[] = [];
  try {
    const threads = await newThreads(api.url, companies);
    const before = descriptorsOf(api.pid);
    for (let n = 0; n < companies; n += 1) {
      const { tenantId, conversationId } = threads[n * 2] as (typeof threads)[number];
      const caller = await startCaller();
      callers.push(caller);
      caller.start({ url: api.url, tenantId, calls: mixOf(conversationId), pace: { perSecond: rate } });
    }
    for (const until = Date.now() + seconds * 1_000; Date.now() < until; ) {
      await sleep(every * 1_000);
      samples.push(await sampleOf(api));
    }
    const tallies = await Promise.all(callers.map((caller) => caller.stop()));
    for (const caller of callers.splice(0)) caller.end();
    const answered = tallies.reduce((sum, { latencies }) => sum + latencies.length, 0);
    const failed = tallies.reduce((sum, tally) => sum + failuresOf(tally) + tally.refused, 0);
    const after = await descriptorsBack(api.pid, before);
    const faults = reportMemory(samples);
    say(`${answered} requests answered, ${failed} failed; descriptors ${before} at the start, ${after} afterwards`);
    if (failed > 0) faults.push(`${failed} requests failed: ${JSON.stringify(tallies.map((tally) => tally.failed))}`);
    if (after > before) faults.push(`${after - before} descriptors are still open after ${drainMs / 1_000} s`);
    if (faults.length > 0) throw new Error(`Missed:\n${faults.join('\n')}`);
    say('\nMemory is flat, and every descriptor was given back.');
  } finally {
    for (const caller of callers) caller.end();
    await api.stop();
  }
}

function mixOf(conversationId: string): Call[] {
  const list = (search: string | null): Call => ({
    query: webOperation('ContactList'),
    variables: { search, filter: null, orderBy: { field: 'LAST_ACTIVITY_AT', direction: 'DESC' } },
  });
  const thread = { query: webOperation('Thread'), variables: { id: conversationId } };
  const message = { query: sendMessage, variables: { input: { conversationId, content: 'Number %n' } } };
  return [list(null), thread, list('reader'), message, thread, { query: webOperation('Dashboard'), variables: {} }];
}

async function sampleOf({ url, pid }: ApiProcess): Promise<Sample> {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const heap = Number(/^nodejs_heap_size_used_bytes ([\d.e+]+)$/m.exec(metrics)?.[1]);
  return { rssMb: Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024, heapMb: heap / 1024 / 1024 };
}

/** Medians: between two collections the heap goes up and down by more than what a leak adds in a minute. */
function reportMemory(samples: Sample[]): string[] {
  const length = Math.max(1, Math.floor(samples.length * warmShare));
  const early = samples.slice(length, 2 * length);
  const late = samples.slice(-length);
  const faults: string[] = [];
  for (const kind of ['rssMb', 'heapMb'] as const) {
    const [from, to] = [medianOf(early, kind), medianOf(late, kind)];
    const name = kind === 'rssMb' ? 'RSS' : 'heap';
    say(
      `${name}: ${from.toFixed(1)} MB, later ${to.toFixed(1)} MB (${(to / from).toFixed(3)} times), ${length} samples each`,
    );
    if (!(to <= from * mayGrow)) faults.push(`${name} grew ${(to / from).toFixed(3)} times`);
  }
  return faults;
}

function medianOf(samples: Sample[], kind: keyof Sample): number {
  const sorted = samples.map((sample) => sample[kind]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function descriptorsBack(pid: number, atMost: number): Promise<number> {
  for (const until = Date.now() + drainMs; Date.now() < until && descriptorsOf(pid) > atMost; ) await sleep(500);
  return descriptorsOf(pid);
}
