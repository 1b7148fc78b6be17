import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from './target';

/** Reads /proc: Linux only. */
export async function postmasterPid(databaseUrl: string): Promise<number> {
  const folder = await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query('show data_directory');
    return String(rows[0].data_directory);
  });
  return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

export function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** Silences a server with all its backends. Answers how to wake it, which must happen whatever else does. */
export function freeze(postmaster: number): () => void {
  // The parent first: it makes no more of them.
  signal([postmaster], 'SIGSTOP');
  const frozen = childrenOf(postmaster);
  signal(frozen, 'SIGSTOP');
  return () => signal([...frozen, postmaster], 'SIGCONT');
}

/** What a process has of its own, apart from what it shares; 0 where it has ended. Units: bytes. */
export function privateMemoryOf(pid: number): number {
  let rollup = '';
  try {
    rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  } catch (error) {
    if (!['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  return [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)].reduce(
    (sum, [, kilobytes]) => sum + Number(kilobytes) * 1024,
    0,
  );
}

export const descriptorsOf = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;
