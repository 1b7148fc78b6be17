import { existsSync, statSync } from 'node:fs';
import { fingerprintOf, readStamp, writeStamp } from './fingerprint.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { inRoot } from './root.mjs';
import { npm, run } from './run.mjs';

const lockfile = 'package-lock.json';
const stamp = 'node_modules/.installed';

/** npm's own record of what lies in the folder. */
const record = 'node_modules/.package-lock.json';

/** `npm ci`, where what is installed is not what the lockfile says. */
export async function ensureInstalled(signal) {
  if (isInstalled()) return;
  await oneAtATime(async () => {
    if (isInstalled()) return;
    console.log('Installing what the project needs (npm ci); this takes a minute …');
    // Said outright, since NODE_ENV=production would leave out what builds and tests.
    await run(npm('ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'), { name: 'npm ci', signal });
    recordInstallation();
  });
}

/** What lies in node_modules is what the lockfile says. */
export const recordInstallation = () => writeStamp(stamp, fingerprintOf([lockfile]));

export function isInstalled() {
  if (!existsSync(inRoot(record))) return false;
  const wanted = fingerprintOf([lockfile]);
  if (readStamp(stamp) === wanted) return true;
  if (modifiedAt(record) < modifiedAt(lockfile)) return false;
  // Someone ran npm by hand.
  writeStamp(stamp, wanted);
  return true;
}

const modifiedAt = (path) => statSync(inRoot(path)).mtimeMs;
