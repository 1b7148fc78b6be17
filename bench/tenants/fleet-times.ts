import { jobs, withPrograms } from './column';
import type { AtEnd } from './figures';

type Times = Pick<
  AtEnd,
  'migrateUpToDate' | 'migrateColumnEach' | 'migrateMemoryMb' | 'rollbackEach' | 'verify' | 'drifted'
>;

/** As `npm run tenants` does it, with a step that the program does not have; it is undone again. */
export const timeFleet = (databaseUrl: string): Promise<Times> =>
  withPrograms(databaseUrl, async (now, next) => {
    const upToDate = await timed(() => now.fleet.migrate(() => undefined, { jobs }));
    const before = process.memoryUsage().rss;
    const column = await timed(() => next.fleet.migrate(() => undefined, { jobs, canaries: 1, maxFailures: 10 }));
    const grownBy = (process.memoryUsage().rss - before) / 1_048_576;
    const back = await timed(() => next.fleet.rollBack(() => undefined, { jobs }));
    // What is made once for each version of the schema is made before.
    await now.drift.verify();
    const verified = await timed(() => now.drift.verify());
    return {
      migrateUpToDate: upToDate.ms,
      migrateColumnEach: column.ms / column.result.changed,
      migrateMemoryMb: grownBy,
      rollbackEach: back.ms / back.result.changed,
      verify: verified.ms,
      drifted: verified.result.drifted.length,
    };
  });

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; ms: number }> {
  const since = performance.now();
  const result = await work();
  return { result, ms: performance.now() - since };
}
