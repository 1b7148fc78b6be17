import { rmSync } from 'node:fs';
import { dropStamp, fingerprintOf, readStamp, writeStamp } from './fingerprint.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { inRoot } from './root.mjs';
import { npm, run } from './run.mjs';

/** `cleared` goes before each build, where the builder itself leaves old files lying. */
const builds = [
  {
    name: 'API',
    script: ['build:server', 'api'],
    sources: ['api/src', 'api/package.json', 'api/tsconfig.json', 'api/tsconfig.build.json', 'migrations'],
    cleared: ['api/dist/api', 'api/dist/migrations'],
    stamp: 'api/dist/api/.built-from',
  },
  {
    name: 'playground',
    script: ['build:playground', 'api'],
    sources: ['api/playground', 'api/package.json'],
    cleared: [],
    stamp: 'api/dist/playground/.built-from',
  },
  {
    name: 'web client',
    script: ['build', 'web'],
    sources: [
      'web/app',
      'web/public',
      'web/server',
      'web/package.json',
      'web/react-router.config.ts',
      'web/vite.config.ts',
    ],
    cleared: [],
    stamp: 'web/build/.built-from',
  },
];

const all = builds.map(({ name }) => name);

/** Builds for production what has changed since it was last built here. */
export async function ensureBuilt(signal, names = all) {
  if (stale(names).length === 0) return;
  await oneAtATime(async () => {
    const needed = stale(names);
    if (needed.length === 0) return;
    const startedAt = Date.now();
    console.log(`Building ${needed.map(({ name }) => name).join(', ')} …`);
    // Each to its end, so that none is left running behind a failure of another.
    const results = await Promise.allSettled(needed.map((build) => make(build, signal)));
    const failed = results.find(({ status }) => status === 'rejected');
    if (failed) throw failed.reason;
    console.log(`Built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
  });
}

function stale(names) {
  return builds
    .filter(({ name }) => names.includes(name))
    .map((build) => ({ ...build, fingerprint: fingerprintOf([...build.sources, 'package-lock.json']) }))
    .filter(({ stamp, fingerprint }) => readStamp(stamp) !== fingerprint);
}

async function make({ name, script: [script, workspace], cleared, stamp, fingerprint }, signal) {
  dropStamp(stamp);
  for (const path of cleared) rmSync(inRoot(path), { recursive: true, force: true });
  await run(npm('run', script, '-w', workspace), { name: `Building the ${name}`, quiet: true, signal });
  writeStamp(stamp, fingerprint);
}
