import { setTimeout as sleep } from 'node:timers/promises';

const everyMs = 200;
const answerWithinMs = 1_000;
const edgeMs = 1_000;

/** `either`: in the moments in which one state becomes the other, and while connections are cut at random. */
export type Expected = 200 | 503 | 'either';

export interface Readings {
  asked: number;
  ok: number;
  unavailable: number;
  wrong: number;
  late: number;
  slowestMs: number;
}

/** Asks `/readyz` all the time, and holds it to what is known of the database. */
export class Readiness {
  readonly phases = new Map<string, Readings>();
  private expected: Expected = 200;
  private phase = '';
  private isStopping = false;
  private readonly underWay = new Set<Promise<void>>();
  private readonly asking: Promise<void>;

  constructor(private readonly url: string) {
    this.asking = this.ask();
  }

  /** What is asked before this moment is held to neither. */
  expect(phase: string, expected: Expected): void {
    this.phase = phase;
    this.expected = expected;
  }

  /** Resolves when it says 200 for the first time from now on, with the milliseconds that it took. */
  async recovers(withinMs = 30_000): Promise<number> {
    const since = performance.now();
    while (performance.now() - since < withinMs) {
      const status = await this.status();
      if (status === 200) return performance.now() - since;
      await sleep(50);
    }
    throw new Error(`expected /readyz to answer 200 again within ${withinMs} ms`);
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    await this.asking;
    await Promise.all(this.underWay);
  }

  private async ask(): Promise<void> {
    while (!this.isStopping) {
      const one = this.askOnce().finally(() => this.underWay.delete(one));
      this.underWay.add(one);
      await sleep(everyMs);
    }
  }

  private async askOnce(): Promise<void> {
    const { phase, expected } = this;
    const readings = this.readingsOf(phase);
    const since = performance.now();
    const status = await this.status();
    const ms = performance.now() - since;
    readings.asked += 1;
    readings.slowestMs = Math.max(readings.slowestMs, ms);
    if (status === 200) readings.ok += 1;
    if (status === 503) readings.unavailable += 1;
    if (status === 0 || ms > answerWithinMs) readings.late += 1;
    if (expected === 'either' || status === expected) return;
    // It may have seen the change before the bench did.
    await sleep(edgeMs);
    if (this.expected === expected && this.phase === phase) readings.wrong += 1;
  }

  private readingsOf(phase: string): Readings {
    const readings = this.phases.get(phase) ?? { asked: 0, ok: 0, unavailable: 0, wrong: 0, late: 0, slowestMs: 0 };
    this.phases.set(phase, readings);
    return readings;
  }

  /** 0 where there is no answer. */
  private async status(): Promise<number> {
    try {
      const answer = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(5_000) });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return 0;
    }
  }
}
