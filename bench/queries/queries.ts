import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { say } from '../target';
import { atrium } from './atrium';
import { chartOf } from './chart';
import type { Contender } from './contender';
import { fanOutName, measureFanOut } from './fan-out';
import { endWorld, newWorld } from './make-world';
import { measureAll } from './measure';
import { postGraphile } from './postgraphile';
import { print, rowsOf } from './report';
import { hono, limit } from './rest';
import { type Running, run } from './running';
import { workloads } from './workloads';
import type { World } from './world';

export interface QueriesOptions {
  rounds: number;
  ms: number;
  connections: number[];
  only?: string;
  json?: string;
  chart?: string;
}

const contenders: readonly Contender[] = [atrium, postGraphile, hono, limit];

const workloadsWith = (text = '') => workloads.filter(({ key, name }) => `${key} ${name}`.includes(text));

/** Errors: where no workload's name has the text in it. */
export function workloadsNamed(text = '') {
  const found = workloadsWith(text);
  if (found.length > 0) return found;
  throw new Error(`expected a part of one of: ${workloads.map(({ name }) => name).join('; ')}; got "${text}"`);
}

/** An interruption ends what is measured between two cells, and then all that was started. */
export async function withInterruption(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  const interrupt = () => controller.abort(new Error('interrupted'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt);
  try {
    await work(controller.signal);
    controller.signal.throwIfAborted();
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupt);
  }
}

/** Contenders in processes of their own, for the time of the work, on a world that is as it was afterwards. */
export async function withContenders(
  databaseUrl: string,
  who: readonly Contender[],
  work: (world: World, running: readonly Running[]) => Promise<void>,
): Promise<void> {
  const world = await newWorld(databaseUrl);
  const running: Running[] = [];
  try {
    for (const contender of who) running.push(await run(contender, world, databaseUrl));
    await work(world, running);
  } finally {
    await Promise.all(running.map((each) => each.stop()));
    await endWorld(databaseUrl, world);
  }
}

/** Atrium beside what else answers the same over the same rows. Errors: where they do not answer the same. */
export async function measureQueries(databaseUrl: string, options: QueriesOptions): Promise<void> {
  const listens = fanOutName.includes(options.only ?? '');
  const chosen = listens ? workloadsWith(options.only) : workloadsNamed(options.only);
  const asked = chosen.length > 0 ? contenders : [atrium];
  if (asked.length > 1 && !existsSync(resolve(__dirname, '../rivals/node_modules')))
    throw new Error('The others are not installed: run "npm ci --prefix bench/rivals" first.');
  await withInterruption((signal) =>
    withContenders(databaseUrl, asked, async (world, running) => {
      const plan = { ...options, workloads: chosen, signal };
      const cells = await measureAll(databaseUrl, world, running, plan);
      const [first] = running;
      if (listens && first) cells.push(...(await measureFanOut(databaseUrl, world, first, plan)));
      // What is not whole replaces no figures of an earlier run.
      signal.throwIfAborted();
      const rows = rowsOf(cells);
      print(rows);
      say(`\nMedians of ${options.rounds} rounds of ${options.ms} ms.`);
      if (options.json)
        writeFileSync(options.json, `${JSON.stringify({ at: new Date().toISOString(), rows }, null, 2)}\n`);
      if (options.chart) writeFileSync(options.chart, chartOf(rows, chartedOf(options.connections)));
    }),
  );
}

/** Of the numbers of connections, the one in the middle. */
const chartedOf = (connections: readonly number[]): number =>
  [...connections].sort((a, b) => a - b)[Math.floor(connections.length / 2)] ?? 1;
