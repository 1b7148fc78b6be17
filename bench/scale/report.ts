import { percentile } from '../calls';
import { say } from '../target';
import type { Used } from './meter';

export interface Row {
  workload: string;
  one: Used[];
  two: Used[];
}

type Figure = 'perSecond' | 'p50' | 'p99' | 'client' | 'api' | 'database' | 'others';

const median = (used: readonly Used[], figure: Figure): number =>
  percentile(
    used.map((each) => each[figure]),
    0.5,
  );

/** A second process gains what is left of the cores: the rest is named by who used it. */
export function print(rows: readonly Row[], cores: number): void {
  say(
    `\n| workload | processes | a second | × one | p50, ms | p99, ms | client, cores of ${cores} | API | database | other programs | idle | CPU of a request, ms: client | API | database | failed |`,
  );
  say('|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|');
  for (const { workload, one, two } of rows)
    for (const [processes, used] of [one, two].entries()) {
      const cpu = (['client', 'api', 'database', 'others'] as const).map((figure) => median(used, figure));
      const idle = Math.max(0, cores - cpu.reduce((sum, share) => sum + share, 0));
      const perSecond = median(used, 'perSecond');
      const figures = [
        perSecond.toFixed(0),
        (perSecond / median(one, 'perSecond')).toFixed(2),
        median(used, 'p50').toFixed(2),
        median(used, 'p99').toFixed(1),
        ...[...cpu, idle].map((share) => share.toFixed(2)),
        // What holds on busy cores too.
        ...cpu.slice(0, 3).map((share) => ((share * 1_000) / perSecond).toFixed(2)),
        used.reduce((sum, { failed }) => sum + failed, 0),
      ];
      say(`| ${[workload, processes + 1, ...figures].join(' | ')} |`);
    }
  for (const { workload, one, two } of rows) {
    const failure = [...one, ...two].find((used) => used.failure)?.failure;
    if (failure !== undefined) say(`\n${workload}: the first that failed with ${failure}`);
  }
}
