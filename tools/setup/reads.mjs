import { Failure } from './failure.mjs';
import { bin, run } from './run.mjs';

const operations = '10000';

/** Many more generated operations than a test run tries, each answered by one statement and by resolvers. */
export async function checkReads(rest, signal) {
  if (rest.length > 0) throw new Failure('After "reads", expected nothing.');
  const env = { ...process.env, READ_OPERATIONS: operations };
  await run(bin('jest/bin/jest.js', '--forceExit', '--runTestsByPath', 'api/src/reads/reads.test.ts'), {
    name: 'jest',
    env,
    signal,
  });
}
