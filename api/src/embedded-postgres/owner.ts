import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { identityOf, isAlive, type ProcessIdentity } from './process-identity';

export interface Ownership {
  release(): void;
}

/**
 * Makes this process the owner of the cluster: the only one that starts, restarts and stops its server.
 * Shape: null where another living process, or another part of this one, is the owner.
 */
export function claimOwnership(file: string): Ownership | null {
  const mine = JSON.stringify(identityOf(process.pid));
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, mine);
  try {
    for (;;) {
      if (linkUnlessTaken(draft, file)) return { release: () => rmSync(file, { force: true }) };
      const taken = readOwner(file);
      if (taken.owner && isAlive(taken.owner)) return null;
      setAside(file, taken.text);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

export function ownerIsAlive(file: string): boolean {
  const { owner } = readOwner(file);
  return owner !== null && isAlive(owner);
}

/** A link appears whole or not at all: nobody reads half an owner. */
function linkUnlessTaken(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a dead owner's file. One process at a time, by a claim of its own: whoever else finds the same file would remove the sign that the
 * first one has put there since. What it holds cannot change meanwhile, since nobody puts a sign where one is.
 */
function setAside(file: string, expected: string | null): void {
  if (expected === null) return;
  const guard = claimOwnership(`${file}.stale`);
  if (!guard) return;
  try {
    if (readOwner(file).text === expected) rmSync(file, { force: true });
  } finally {
    guard.release();
  }
}

/** `text` is null where there is no file, or none any more. */
function readOwner(file: string): { owner: ProcessIdentity | null; text: string | null } {
  let text: string | null = null;
  try {
    text = readFileSync(file, 'utf8');
    const { pid, startedAt } = JSON.parse(text) as Partial<ProcessIdentity>;
    return { owner: typeof pid === 'number' ? { pid, startedAt: startedAt ?? null } : null, text };
  } catch {
    return { owner: null, text };
  }
}
