import { setTimeout as sleep } from 'node:timers/promises';
import { untilItAnswers } from './answers.mjs';

const patience = { firstMs: 500, longestMs: 30_000, steadyMs: 60_000, vainRuns: 5 };

/**
 * A service that starts again when it ends, after a pause that doubles until it ran for a while. `ended` resolves once it is given up:
 * where it never answered, however often it was started. What answered once can do so again, when what it lacks is back.
 */
export class Kept {
  #over = new AbortController();
  #current;
  #isRunning = false;

  /**
   * @param {string} name
   * @param {() => import('./service.mjs').Service} startService
   * @param {{ readyAt: string } & Partial<typeof patience>} options
   */
  constructor(name, startService, { readyAt, ...more }) {
    this.name = name;
    this.ended = this.#keep(startService, readyAt, { ...patience, ...more });
  }

  /** Answers whether it ended in order. */
  async stop() {
    this.#over.abort();
    const inOrder = this.#isRunning ? await this.#current.stop() : true;
    await this.ended;
    return inOrder;
  }

  async #keep(startService, readyAt, { firstMs, longestMs, steadyMs, vainRuns }) {
    const { signal } = this.#over;
    let hasAnswered = false;
    for (let [runs, pauseMs] = [1, firstMs]; ; runs += 1) {
      const startedAt = Date.now();
      const end = await this.#run(startService(), readyAt, () => {
        hasAnswered = true;
        if (runs > 1) console.log(`The ${this.name} answers again.`);
      });
      if (signal.aborted || (!hasAnswered && runs === vainRuns)) return end;

      if (Date.now() - startedAt > steadyMs) pauseMs = firstMs;
      console.error(`The ${this.name} ended (${end.how}); it starts again in ${pauseMs / 1_000} s.`);
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return end;
      pauseMs = Math.min(pauseMs * 2, longestMs);
    }
  }

  async #run(service, readyAt, onReady) {
    this.#current = service;
    this.#isRunning = true;
    const over = new AbortController();
    void untilItAnswers(readyAt, over.signal).then(() => over.signal.aborted || onReady());
    const end = await service.ended;
    this.#isRunning = false;
    over.abort();
    return end;
  }
}
