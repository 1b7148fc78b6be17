import { readFileSync } from 'node:fs';
import { childrenOf } from '../processes';

/** Of Linux; `getconf CLK_TCK` says the same wherever Node runs. */
const msOfTick = 10;

/** Of a process with all its threads, and with `waited` of the children that have ended. Reads /proc: Linux only. Units: milliseconds. */
export function cpuMsOf(pid: number, waited = false): number {
  let stat = '';
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return 0;
  }
  // The name in parentheses may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system, ofChildren, systemOfChildren] = fields.slice(11, 15).map(Number) as [
    number,
    number,
    number,
    number,
  ];
  return (user + system + (waited ? ofChildren + systemOfChildren : 0)) * msOfTick;
}

/** Of all processes of a server, those that have ended too, without the backends of whoever is not measured. */
export function cpuMsOfCluster(postmaster: number, without: ReadonlySet<number>): number {
  return childrenOf(postmaster)
    .filter((pid) => !without.has(pid))
    .reduce((sum, pid) => sum + cpuMsOf(pid), cpuMsOf(postmaster, true));
}
