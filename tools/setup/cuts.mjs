import { Failure } from './failure.mjs';
import { bin, run } from './run.mjs';

/** A company that is dropped, cut off at each statement of its way: a test cuts at a share of them, this at all. */
export async function checkCuts(rest, signal) {
  if (rest.length > 0) throw new Failure('After "cuts", expected nothing.');
  const env = { ...process.env, ALL_CUTS: '1' };
  await run(bin('jest/bin/jest.js', '--runTestsByPath', 'api/src/tenancy/lifecycle/dropping.test.ts'), {
    name: 'jest',
    env,
    signal,
  });
}
