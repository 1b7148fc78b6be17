import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Takes a file as the sign of this process, in the way of the API's `owner.ts`; said again here since it runs before anything is installed.
 * Answers `release` where it was taken, else the number of the living process that holds it.
 * @returns {{ release(): void, holder?: undefined } | { holder: number, release?: undefined }}
 */
export function claim(file) {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) }));
  try {
    for (;;) {
      if (linkUnlessTaken(draft, file)) return { release: () => rmSync(file, { force: true }) };
      const { holder, text } = readHolder(file);
      if (holder && isAlive(holder)) return { holder: holder.pid };
      setAside(file, text);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A link appears whole or not at all: nobody reads half a sign. */
function linkUnlessTaken(draft, file) {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a dead holder's file. One process at a time, by a claim of its own: whoever else finds the same file would remove the sign that
 * the first one has put there since. What it holds cannot change meanwhile, since nobody puts a sign where one is.
 */
function setAside(file, expected) {
  if (expected === null) return;
  const guard = claim(`${file}.stale`);
  if (!guard.release) return;
  try {
    if (readHolder(file).text === expected) rmSync(file, { force: true });
  } finally {
    guard.release();
  }
}

function readHolder(file) {
  // Null where there is no file, or none any more.
  let text = null;
  try {
    text = readFileSync(file, 'utf8');
    const holder = JSON.parse(text);
    return { holder: Number.isInteger(holder?.pid) ? holder : null, text };
  } catch {
    return { holder: null, text };
  }
}

/** On Linux also: whether it is that same process, since numbers are used again, in containers often at once. */
function isAlive({ pid, startedAt }) {
  if (process.platform === 'linux') return startedAt !== null && startOf(pid) === startedAt;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** In ticks since boot; null where no such process runs, or the system does not tell. Source: proc(5), `/proc/<pid>/stat`. */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? null : fields[18];
  } catch {
    return null;
  }
}
