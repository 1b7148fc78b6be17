import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../database/with-client';

const answerWithinMs = 15_000;
const askEveryMs = 50;

const folders: string[] = [];

/** For an embedded server of a test's own; `removeDataDirs` takes all away again. */
export function newDataDir(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'atrium-embedded-'));
  // As root, the server runs as another user.
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

export function removeDataDirs(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function ask(url: string, sql: string): Promise<unknown[]> {
  return withClient(url, async (client) => (await client.query(sql)).rows);
}

/** The first answer of a server that may still be coming back. Shape: null where none comes in time. */
export async function untilAnswered(url: string, sql: string): Promise<unknown[] | null> {
  for (const until = Date.now() + answerWithinMs; Date.now() < until; await sleep(askEveryMs)) {
    const rows = await ask(url, sql).catch(() => null);
    if (rows) return rows;
  }
  return null;
}

/** The process of the server in a folder; null where none runs. */
export function serverPid(dataDir: string): number | null {
  try {
    return Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
