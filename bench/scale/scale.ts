import { availableParallelism } from 'node:os';
import { atrium } from '../queries/atrium';
import { withContenders, withInterruption, workloadsNamed } from '../queries/queries';
import type { Running } from '../queries/running';
import { say } from '../target';
import { Meter, type Used } from './meter';
import { print, type Row } from './report';

export interface ScaleOptions {
  rounds: number;
  ms: number;
  connections: number;
  only?: string;
}

const warmUpMs = 3_000;

/**
 * What a second API process gains. The client's connections are divided over both processes' ports, as a proxy in front of them divides
 * them, without the CPU that the proxy would take.
 */
export async function measureScale(
  databaseUrl: string,
  { rounds, ms, connections, only }: ScaleOptions,
): Promise<void> {
  const chosen = workloadsNamed(only);
  await withInterruption((signal) =>
    withContenders(databaseUrl, [atrium, atrium], async (world, both) => {
      const meter = await Meter.of(databaseUrl, world);
      const [one] = both;
      if (!one) throw new Error('expected two processes');
      const arrangements: readonly (readonly Running[])[] = [[one], both];
      const rows: Row[] = [];
      for (const workload of chosen) {
        await meter.measure(both, workload, connections, warmUpMs);
        const used: Used[][] = [[], []];
        for (let turn = 0; turn < rounds * 2; turn += 1) {
          signal.throwIfAborted();
          // One, two, two, one: neither is always the first.
          const nth = Math.floor((turn + 1) / 2) % 2;
          used[nth]?.push(await meter.measure(arrangements[nth] ?? [one], workload, connections, ms));
        }
        rows.push({ workload: workload.name, one: used[0] ?? [], two: used[1] ?? [] });
        say(`${workload.name}: measured`);
      }
      print(rows, availableParallelism());
      say(`\nMedians of ${rounds} rounds of ${ms} ms, ${connections} connections.`);
    }),
  );
}
