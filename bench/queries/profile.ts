import { mkdirSync, writeFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from '../target';
import { atrium } from './atrium';
import { drive } from './drive';
import { withContenders, withInterruption, workloadsNamed } from './queries';

const root = resolve(__dirname, '../..');
const folder = resolve(root, '.data/bench');
const [warmUpMs, profiledMs, connections, shownLines] = [5_000, 10_000, 16, 25];

/** Where the API's time goes under one workload: the profile for the developer tools of a browser, and its top lines here. */
export async function profileWorkload(databaseUrl: string, text: string): Promise<void> {
  const [workload] = workloadsNamed(text);
  if (!workload) return;
  await withInterruption(() =>
    withContenders(databaseUrl, [atrium], async (world, [running]) => {
      if (!running) return;
      let n = 0;
      const next = () => atrium.requestOf(world, workload.key, workload.askOf(world, n++));
      await drive(running.url, { connections, ms: warmUpMs }, next);
      await running.ask('profile');
      const { perSecond, failed, failure } = await drive(running.url, { connections, ms: profiledMs }, next);
      const profile = await running.ask<Profiler.Profile>('profiled');
      if (failure) say(`${failed} failed, the first with ${failure}`);
      mkdirSync(folder, { recursive: true });
      const file = resolve(folder, `${workload.key}.cpuprofile`);
      writeFileSync(file, JSON.stringify(profile));
      say(
        `${workload.name}: ${perSecond.toFixed(0)} a second over ${connections} connections; ${relative(root, file)}\n`,
      );
      print(selfTimesOf(profile));
    }),
  );
}

export interface SelfTime {
  line: string;
  ms: number;
}

/** By function, the longest first; without the time in which nothing was done. */
export function selfTimesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): SelfTime[] {
  const lineOf = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map<string, number>();
  for (const [i, id] of samples.entries()) {
    const line = lineOf.get(id) ?? '';
    // A delta is the time before its sample, in microseconds.
    times.set(line, (times.get(line) ?? 0) + (timeDeltas[i + 1] ?? 0) / 1_000);
  }
  times.delete('(idle)');
  return [...times].map(([line, ms]) => ({ line, ms })).sort((a, b) => b.ms - a.ms);
}

function nameOf({ functionName, url, lineNumber }: Profiler.Profile['nodes'][number]['callFrame']): string {
  if (url === '') return functionName || '(anonymous)';
  const path = url.startsWith('file:') ? relative(root, fileURLToPath(url)) : url;
  return `${functionName || '(anonymous)'} ${path.replace(`${root}/`, '').replace('node_modules/', '')}:${lineNumber + 1}`;
}

function print(times: readonly SelfTime[]): void {
  const all = times.reduce((sum, { ms }) => sum + ms, 0);
  say('| self, % | self, ms | function |\n|---|---|---|');
  for (const { line, ms } of times.slice(0, shownLines))
    say(`| ${((ms / all) * 100).toFixed(1)} | ${ms.toFixed(0)} | ${line} |`);
}
