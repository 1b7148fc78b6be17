import type { Profiler } from 'node:inspector';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(__dirname, '../..');

export interface SelfTime {
  line: string;
  ms: number;
}

/** By function, the longest first; without the time in which nothing was done. */
export function selfTimesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): SelfTime[] {
  const lineOf = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map<string, number>();
  for (const [i, id] of samples.entries()) {
    const line = lineOf.get(id) ?? '';
    // A delta is the time before its sample, in microseconds.
    times.set(line, (times.get(line) ?? 0) + (timeDeltas[i + 1] ?? 0) / 1_000);
  }
  times.delete('(idle)');
  return [...times].map(([line, ms]) => ({ line, ms })).sort((a, b) => b.ms - a.ms);
}

function nameOf({ functionName, url, lineNumber }: Profiler.Profile['nodes'][number]['callFrame']): string {
  if (url === '') return functionName || '(anonymous)';
  const path = url.startsWith('file:') ? relative(root, fileURLToPath(url)) : url;
  return `${functionName || '(anonymous)'} ${path.replace(`${root}/`, '').replace('node_modules/', '')}:${lineNumber + 1}`;
}
