import type { TestApi } from './test-api';

const everyMs = 50;

/** Looking for the change, asking anew who it is, telling them: each begins when the one before it has ended. */
const steps = 3;

/**
 * What a busy machine adds to the promise that access ends within a second: how much longer than nothing a statement takes at worst while the
 * work runs, once for each step. Units: milliseconds.
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
  try {
    const result = await work();
    isOver = true;
    await watching;
    return [result, steps * worst];
  } finally {
    isOver = true;
  }
}
