import { readFileSync } from 'node:fs';

export interface ProcessIdentity {
  pid: number;
  /** When it started, in the kernel's ticks since boot; null where the system does not tell. */
  startedAt: string | null;
}

/**
 * Whether the process runs. On Linux also: whether it is that same process, for the numbers are used again,
 * and in a container the next program often gets the very number of the last one.
 */
export function isAlive({ pid, startedAt }: ProcessIdentity): boolean {
  const now = readStat(pid);
  if (now) return !now.isDead && (startedAt === null || startedAt === now.startedAt);
  if (process.platform === 'linux') return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export function identityOf(pid: number): ProcessIdentity {
  return { pid, startedAt: readStat(pid)?.startedAt ?? null };
}

/** Source: proc(5), `/proc/<pid>/stat`. The second field, the name, may itself hold spaces and parentheses. */
function readStat(pid: number): { isDead: boolean; startedAt: string | null } | null {
  if (process.platform !== 'linux') return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { isDead: fields[0] === 'Z' || fields[0] === 'X', startedAt: fields[19] ?? null };
  } catch {
    return null;
  }
}
