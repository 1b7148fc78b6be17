import { readFileSync } from 'node:fs';
import { childrenOf, privateMemoryOf } from '../processes';

const lookEveryMs = 250;

const withDescendants = (pid: number): number[] => [pid, ...childrenOf(pid).flatMap(withDescendants)];

/** Of the bench's own children, those whose command has this in it. Reads /proc: Linux only. */
export const childrenLike = (command: string): number[] =>
  withDescendants(process.pid)
    .slice(1)
    .filter((pid) => commandOf(pid).includes(command));

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** The most that each of these held at once, of its own and of its children's, until it is asked. Units: MB. */
export function watchMemory(of: Record<string, () => number[]>): () => Record<string, number> {
  const most: Record<string, number> = {};
  const look = () => {
    for (const [name, pids] of Object.entries(of)) {
      const all = new Set(pids().flatMap(withDescendants));
      const now = [...all].reduce((sum, pid) => sum + privateMemoryOf(pid), 0) / 1024 / 1024;
      most[name] = Math.max(most[name] ?? 0, now);
    }
  };
  look();
  const timer = setInterval(look, lookEveryMs);
  return () => {
    clearInterval(timer);
    return most;
  };
}
