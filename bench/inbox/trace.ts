import { percentile } from '../calls';

/** Of the frames from the mark on. Units: milliseconds. */
export interface Frames {
  count: number;
  /** By the clock, from one to the next: other programs on the same cores lengthen it. */
  clock: Spread;
  /** The time that the page's thread worked for one. */
  work: Spread;
  /** What the one with the most work did, by Chromium's names, the longest first; some are parts of others. */
  worstParts: readonly (readonly [name: string, ms: number])[];
}

export interface Spread {
  p50: number;
  p99: number;
  worst: number;
  /** How many are longer than a frame may be. */
  long: number;
}

/** A frame may take as long. */
export const mostFrameMs = 50;

const told = [
  'FunctionCall',
  'FireAnimationFrame',
  'RunMicrotasks',
  'MinorGC',
  'MajorGC',
  'UpdateLayoutTree',
  'Layout',
  'PrePaint',
  'Paint',
  'Commit',
];

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Units: microseconds; `tdur` is time of the thread. */
  ts: number;
  dur?: number;
  tdur?: number;
}

/** From Chromium's trace: what the thread that ran the mark did between its animation frames. */
export function framesOf(trace: Buffer): Frames {
  const { traceEvents: all } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const mark = all.find(({ name }) => name === 'scroll-start');
  if (!mark) throw new Error('expected the mark of the start in the trace');
  const own = all
    .filter(({ pid, tid, ts }) => pid === mark.pid && tid === mark.tid && ts >= mark.ts)
    .sort((a, b) => a.ts - b.ts);
  const starts = own.filter(({ name }) => name === 'FireAnimationFrame').map(({ ts }) => ts);
  const tasks = own.filter(({ name }) => name === 'RunTask');
  if (starts.length < 2 || tasks.length === 0) throw new Error('expected frames and tasks in the trace');
  const frames = starts.slice(1).map((end, at) => ({ from: starts[at] as number, to: end, busy: 0 }));
  let at = 0;
  for (const { ts, tdur = 0 } of tasks) {
    while (frames[at] && ts >= (frames[at]?.to ?? 0)) at += 1;
    const frame = frames[at];
    if (frame && ts >= frame.from) frame.busy += tdur;
  }
  const worst = frames.reduce((most, each) => (each.busy > most.busy ? each : most));
  return {
    count: frames.length,
    clock: spreadOf(frames.map(({ from, to }) => (to - from) / 1_000)),
    work: spreadOf(frames.map(({ busy }) => busy / 1_000)),
    worstParts: partsOf(own.filter(({ ts }) => ts >= worst.from && ts < worst.to)),
  };
}

function partsOf(events: readonly TraceEvent[]): [string, number][] {
  const parts = new Map<string, number>();
  for (const { name, tdur = 0 } of events)
    if (told.includes(name)) parts.set(name, (parts.get(name) ?? 0) + tdur / 1_000);
  return [...parts].sort(([, one], [, other]) => other - one);
}

const spreadOf = (ms: readonly number[]): Spread => ({
  p50: percentile(ms, 0.5),
  p99: percentile(ms, 0.99),
  worst: Math.max(...ms),
  long: ms.filter((each) => each > mostFrameMs).length,
});
