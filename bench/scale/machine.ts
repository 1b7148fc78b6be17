import { readFileSync } from 'node:fs';

/** Of Linux; `getconf CLK_TCK` says the same wherever Node runs. */
const msOfTick = 10;

/** CPU time that all programs of the machine together have used so far. Reads /proc: Linux only. Units: milliseconds. */
export function busyMsOfMachine(): number {
  const [all = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = all.split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softirq) * msOfTick;
}
