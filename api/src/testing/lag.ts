import type { TestApi } from './test-api';

const everyMs = 50;

/**
 * How much longer than nothing a statement takes at worst while the work runs: what a busy machine adds to any promise of a second.
 * Units: milliseconds.
 */
export async function withLag<Result>({ app }: TestApi, work: () => Promise<Result>): Promise<[Result, number]> {
  let worst = 0;
  let isOver = false;
  const watch = async () => {
    while (!isOver) {
      const since = performance.now();
      await app.tenancy.budget.query('select 1');
      await new Promise((resolve) => setTimeout(resolve, everyMs));
      worst = Math.max(worst, performance.now() - since - everyMs);
    }
  };
  const watching = watch();
  const result = await work();
  isOver = true;
  await watching;
  return [result, worst];
}
