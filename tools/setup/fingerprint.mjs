import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inRoot } from './root.mjs';

/** Of the content of files and of all below folders, tests aside. */
export function fingerprintOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesIn))
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRoot(file)))
      .update('\0');
  return hash.digest('hex');
}

function filesIn(path) {
  if (!statSync(inRoot(path)).isDirectory()) return [path];
  return readdirSync(inRoot(path), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .filter(({ name }) => !/\.test\.\w+$/.test(name))
    .flatMap((entry) => filesIn(`${path}/${entry.name}`));
}

/** What `stamp` was written for; it lies inside what was made, so that both go together. */
export const readStamp = (stamp) => (existsSync(inRoot(stamp)) ? readFileSync(inRoot(stamp), 'utf8') : null);

export function writeStamp(stamp, fingerprint) {
  mkdirSync(dirname(inRoot(stamp)), { recursive: true });
  writeFileSync(inRoot(stamp), fingerprint);
}

export const dropStamp = (stamp) => rmSync(inRoot(stamp), { force: true });
