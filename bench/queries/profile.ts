import { mkdirSync, writeFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { relative, resolve } from 'node:path';
import { say } from '../target';
import { atrium } from './atrium';
import { drive } from './drive';
import { withContenders, withInterruption, workloadsNamed } from './queries';
import { type SelfTime, selfTimesOf } from './self-times';

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
      await drive([running.url], { connections, ms: warmUpMs }, next);
      await running.ask('profile');
      const { perSecond, failed, failure } = await drive([running.url], { connections, ms: profiledMs }, next);
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

function print(times: readonly SelfTime[]): void {
  const all = times.reduce((sum, { ms }) => sum + ms, 0);
  say('| self, % | self, ms | function |\n|---|---|---|');
  for (const { line, ms } of times.slice(0, shownLines))
    say(`| ${((ms / all) * 100).toFixed(1)} | ${ms.toFixed(0)} | ${line} |`);
}
