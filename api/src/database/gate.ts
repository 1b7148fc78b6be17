import { E_TIMEOUT, Semaphore, withTimeout } from 'async-mutex';
import type { Courtesy } from './courtesy';

export interface GateLimits {
  /** How many one tenant may hold at a time. */
  atOnce: number;
  /** How many of its requests may wait for a turn, and how long each. */
  waiting: number;
  waitMs: number;
}

/**
 * A tenant asks for more than its share. Its request had no effect.
 * Clients see `TOO_MANY_REQUESTS` (429) with `retryAfterMs`, and a `Retry-After` in seconds; only this tenant feels it.
 */
export class TooManyRequests extends Error {
  readonly extensions: {
    code: string;
    retryAfterMs: number;
    http: { status: number; headers: Map<string, string> };
  };

  constructor(what: string, retryAfterMs: number) {
    const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000));
    super(`This company has too many ${what} at the moment; please try again in ${seconds} s.`);
    this.name = 'TooManyRequests';
    const headers = new Map([['retry-after', String(seconds)]]);
    this.extensions = { code: 'TOO_MANY_REQUESTS', retryAfterMs, http: { status: 429, headers } };
  }

  /** TypeORM makes its own message of this. */
  override toString(): string {
    return this.message;
  }
}

interface Queue {
  turns: Semaphore;
  waiting: number;
}

/**
 * Stands in front of something that tenants share, so that none holds more than its part: beyond it, its own requests wait
 * in their order for a bounded time, and nobody else's.
 * Errors: `TooManyRequests` where the queue is full or the time is over.
 */
export class Gate {
  running = 0;
  waiting = 0;
  refused = 0;
  /** Told how long a request waited, in seconds. */
  onWait: (seconds: number) => void = () => undefined;
  private readonly queues = new Map<string, Queue>();

  constructor(
    private readonly what: string,
    private readonly limits: GateLimits,
    private readonly courtesy?: Courtesy,
  ) {}

  /** Answers how to give the turn back; giving it back twice does no harm. */
  async take(tenant: string): Promise<() => void> {
    const queue = this.queues.get(tenant) ?? { turns: new Semaphore(this.limits.atOnce), waiting: 0 };
    this.queues.set(tenant, queue);
    const isPrompt = !queue.turns.isLocked();
    if (isPrompt) await queue.turns.acquire();
    else await this.wait(tenant, queue);
    this.running += 1;
    const done = this.courtesy?.begin(tenant, isPrompt);
    let isBack = false;
    return () => {
      if (isBack) return;
      isBack = true;
      this.running -= 1;
      done?.();
      queue.turns.release();
      this.forgetUnused(tenant, queue);
    };
  }

  /** Whoever holds a turn waits for something else for long, and lets another one in meanwhile. Answers how to end that. */
  lendOut(tenant: string): () => void {
    const queue = this.queues.get(tenant);
    if (!queue) return () => undefined;
    queue.turns.setValue(queue.turns.getValue() + 1);
    let isBack = false;
    return () => {
      if (isBack) return;
      isBack = true;
      // Below nothing where the other one is not done yet: the next has to wait for both.
      queue.turns.setValue(queue.turns.getValue() - 1);
      this.forgetUnused(tenant, queue);
    };
  }

  private forgetUnused(tenant: string, queue: Queue): void {
    const isUnused = queue.waiting === 0 && queue.turns.getValue() === this.limits.atOnce;
    if (!isUnused || this.queues.get(tenant) !== queue) return;
    this.queues.delete(tenant);
    this.courtesy?.forget(tenant);
  }

  private async wait(tenant: string, queue: Queue): Promise<void> {
    const { waiting, waitMs } = this.limits;
    if (queue.waiting >= waiting) throw this.refusal();
    const since = performance.now();
    queue.waiting += 1;
    this.waiting += 1;
    try {
      await withTimeout(queue.turns, waitMs).acquire();
      await this.courtesy?.wait(tenant);
    } catch (error) {
      throw error === E_TIMEOUT ? this.refusal() : error;
    } finally {
      queue.waiting -= 1;
      this.waiting -= 1;
      this.onWait((performance.now() - since) / 1_000);
    }
  }

  private refusal(): TooManyRequests {
    this.refused += 1;
    return new TooManyRequests(this.what, this.limits.waitMs);
  }
}
