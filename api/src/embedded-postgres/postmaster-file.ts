import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, isAlive } from './process-identity';

export interface Postmaster {
  pid: number;
  port: number;
}

/**
 * The server that runs on the cluster, as `postmaster.pid` says; null where that file is a left-over.
 * A left-over whose process number belongs to a stranger by now is removed: PostgreSQL would take the stranger for itself.
 */
export function findPostmaster(cluster: string): Postmaster | null {
  const file = join(cluster, 'postmaster.pid');
  const lines = readLines(file);
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(identityOf(pid))) return null;
  if (workingFolderOf(pid, cluster) === realpathSync(cluster)) return { pid, port: Number(lines[3]) || 0 };
  rmSync(file, { force: true });
  return null;
}

/**
 * Where the last server of the cluster listened; null where none ran yet.
 * Source: `postmaster.opts`, which holds the command line of the last start.
 */
export function lastPort(cluster: string): number | null {
  const [options = ''] = readLines(join(cluster, 'postmaster.opts'));
  const port = /"port=(\d+)"/.exec(options)?.[1];
  return port === undefined ? null : Number(port);
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** A server works in its cluster's folder. Where the system does not tell, the file is believed. */
function workingFolderOf(pid: number, cluster: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return realpathSync(cluster);
  }
}
