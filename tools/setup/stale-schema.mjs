import { mkdirSync, readFileSync } from 'node:fs';
import { Failure } from './failure.mjs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';

/** Writes the schema that the API's code describes. */
export const emitSchema = (target, signal) =>
  run([process.execPath, '-r', '@swc-node/register', 'src/cli/emit-schema.ts', inRoot(target)], {
    name: 'Emitting the schema',
    cwd: inRoot('api'),
    quiet: true,
    signal,
  });

/** Errors: `Failure` where schema.graphql is not what the API's code describes. */
export async function requireFreshSchema(signal) {
  mkdirSync(inRoot('.cache'), { recursive: true });
  await emitSchema('.cache/schema.graphql', signal);
  const [written, emitted] = ['schema.graphql', '.cache/schema.graphql'].map((path) => readFileSync(inRoot(path), 'utf8').split('\n'));
  const line = emitted.findIndex((text, i) => text !== written[i]);
  if (line < 0 && written.length === emitted.length) return;
  const at = line < 0 ? emitted.length : line;
  throw new Failure(
    `schema.graphql is not what the API's code describes: run \`npm run codegen\` and commit what changes.\nThey part at line ${at + 1}:\n  schema.graphql  ${written[at] ?? '(its end)'}\n  the code        ${emitted[at] ?? '(its end)'}`,
  );
}
