import { readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPostmaster } from './postmaster-file';

const lookEveryMs = 20;
const endWithinMs = 5_000;

/**
 * What a killed server leaves running, ended at once: its checkpointer goes on to bring file after file to the disk, of which every tenant has
 * dozens, and until its end no new server starts on the folder. Nothing is lost by it: what was committed is in the log.
 * Source: proc(5); each process of a server has the cluster's folder as its own. Elsewhere than on Linux they are waited for.
 */
export async function endOrphans(cluster: string): Promise<void> {
  if (process.platform !== 'linux') return;
  for (const until = Date.now() + endWithinMs; Date.now() < until; await sleep(lookEveryMs)) {
    if (findPostmaster(cluster)) return;
    const orphans = serverProcessesIn(realpathSync(cluster));
    if (orphans.length === 0) return;
    for (const pid of orphans) end(pid);
  }
}

const serverProcessesIn = (cluster: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && read(name, 'cwd') === cluster && basename(read(name, 'exe')) === 'postgres')
    .map(Number);

/** Empty where the process has ended, or is somebody else's. */
function read(pid: string, link: 'cwd' | 'exe'): string {
  try {
    return readlinkSync(`/proc/${pid}/${link}`);
  } catch {
    return '';
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
