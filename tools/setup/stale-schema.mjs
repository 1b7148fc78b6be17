import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { Failure } from './failure.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';

const committed = 'schema.graphql';
const emitted = '.cache/schema.graphql';

/** Writes schema.graphql as the API's code describes it; leaves it alone where it does so already. */
export async function updateSchema(signal) {
  const [before, after] = await readBoth(signal);
  if (before === after) return;
  copyFileSync(inRoot(emitted), inRoot(committed));
  console.log('schema.graphql was updated.');
}

/** Errors: `Failure` where schema.graphql is not what the API's code describes. */
export async function requireFreshSchema(signal) {
  const [before, after] = await readBoth(signal);
  if (before === after) return;
  const [old, current] = [before, after].map((text) => text.split('\n'));
  const differs = current.findIndex((line, i) => line !== old[i]);
  const at = differs < 0 ? current.length : differs;
  throw new Failure(
    `schema.graphql is not what the API's code describes: run \`npm run codegen\` and commit what changes.
They part at line ${at + 1}:
  schema.graphql  ${old[at] ?? '(its end)'}
  the code        ${current[at] ?? '(its end)'}`,
  );
}

async function readBoth(signal) {
  mkdirSync(inRoot('.cache'), { recursive: true });
  await run([process.execPath, '-r', '@swc-node/register', 'src/cli/emit-schema.ts', inRoot(emitted)], {
    name: 'Emitting the schema',
    cwd: inRoot('api'),
    quiet: true,
    signal,
  });
  return [committed, emitted].map((path) => readFileSync(inRoot(path), 'utf8'));
}
