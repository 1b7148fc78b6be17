import { existsSync } from 'node:fs';
import { ensureBuilt } from './builds.mjs';
import { inRoot } from './root.mjs';
import { bin, npm, run } from './run.mjs';
import { requireFreshSchema } from './stale-schema.mjs';

const tsc = (project) => bin('typescript/bin/tsc', '--noEmit', '-p', project);

const folders = ['api/src', 'migrations', 'web', 'bench', 'e2e', 'tools'].filter((folder) =>
  existsSync(inRoot(folder)),
);

/** All that a change must pass, in this order; the quickest to fail come first. */
export const steps = [
  {
    name: 'format and lint',
    group: 'lint',
    work: inTurn(bin('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--diagnostic-level=warn', '.')),
  },
  {
    name: 'import direction',
    group: 'lint',
    work: inTurn(bin('dependency-cruiser/bin/dependency-cruise.mjs', ...folders)),
  },
  { name: 'unused code', group: 'lint', work: inTurn(npm('run', 'typegen', '-w', 'web'), bin('knip/bin/knip.js')) },
  { name: 'types', group: 'types', work: checkTypes },
  { name: 'schema.graphql', group: 'schema', work: requireFreshSchema },
  { name: 'generated hooks', group: 'schema', work: inTurn(bin('@graphql-codegen/cli/cjs/bin.js', '--check')) },
  { name: 'build', group: 'build', work: ensureBuilt },
  {
    name: 'tests',
    group: 'tests',
    // One more than cores on the smallest machine: two leave a third of it idle, since tests wait for servers and windows (1,238 s; 682 with three).
    work: (signal) => run(bin('jest/bin/jest.js', '--maxWorkers=3'), { name: 'jest', signal }),
  },
];

export const stepGroups = [...new Set(steps.map(({ group }) => group))];

function inTurn(...commands) {
  return async (signal) => {
    for (const command of commands) await run(command, { name: nameOf(command), quiet: true, signal });
  };
}

/** Two at a time: one for the projects of the server, one for the web client's, which need their routes' types first. */
async function checkTypes(signal) {
  const optional = ['bench', 'e2e'].filter((folder) => existsSync(inRoot(`${folder}/tsconfig.json`)));
  const results = await Promise.allSettled([
    inTurn(...['.', 'api', ...optional].map(tsc))(signal),
    inTurn(npm('run', 'typecheck', '-w', 'web'), tsc('api/playground'))(signal),
  ]);
  const failed = results.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
}

/** The package's name for the way to its program. */
const nameOf = ([, program, ...args]) => [/node_modules\/((@[^/]+\/)?[^/]+)/.exec(program)?.[1], ...args].join(' ');
