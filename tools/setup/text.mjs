import { Failure } from './failure.mjs';
import { bin, run } from './run.mjs';

/** Each text that has been trouble to somebody in each place of the schema: a test tries a share of them, this all. */
export async function checkText(rest, signal) {
  if (rest.length > 0) throw new Failure('After "text", expected nothing.');
  const env = { ...process.env, ALL_TEXT: '1' };
  await run(bin('jest/bin/jest.js', '--runTestsByPath', 'api/src/text.test.ts'), { name: 'jest', env, signal });
}
