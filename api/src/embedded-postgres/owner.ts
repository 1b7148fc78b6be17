import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

/** Removes a dead owner's file. If someone else was faster, what is moved away is the new owner's: it is put back. */
function setAside(file: string, expected: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (readFileSync(aside, 'utf8') !== expected) linkUnlessTaken(aside, file);
  rmSync(aside, { force: true });
}

function readOwner(file: string): { owner: ProcessIdentity | null; text: string } {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
    const { pid, startedAt } = JSON.parse(text) as Partial<ProcessIdentity>;
    return { owner: typeof pid === 'number' ? { pid, startedAt: startedAt ?? null } : null, text };
  } catch {
    return { owner: null, text };
  }
}
