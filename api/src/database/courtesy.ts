import { setTimeout as sleep } from 'node:timers/promises';

/** How long after a turn that it had not to wait for a tenant counts as being about. */
const recentlyMs = 1_000;
/** How long at most a turn rests, and how long it then waits for others, which is what most operations take. */
const restAtMostMs = 25;
const waitAtMostMs = 10;
const lookEveryMs = 2;

interface Turns {
  /** At work without having waited for it. */
  prompt: number;
  lastMs: number;
}

/**
 * What a tenant with a queue owes to those without one: its turns wait while theirs are at work, and, as long as any of these is
 * about, rest as long as they last. Where all have queues, nobody rests. So it has at most half of the process, and a little of it always.
 */
export class Courtesy {
  private readonly tenants = new Map<string, Turns>();
  private prompt = 0;
  private latest = { tenant: '', at: Number.NEGATIVE_INFINITY };
  /** When somebody other than the latest one began without waiting. */
  private otherAt = Number.NEGATIVE_INFINITY;

  /** Answers what to do when the turn is over. */
  begin(tenant: string, isPrompt: boolean): () => void {
    const turns = this.tenants.get(tenant) ?? { prompt: 0, lastMs: 0 };
    this.tenants.set(tenant, turns);
    const since = performance.now();
    if (isPrompt) this.remember(tenant, since);
    const count = isPrompt ? 1 : 0;
    turns.prompt += count;
    this.prompt += count;
    return () => {
      turns.prompt -= count;
      this.prompt -= count;
      turns.lastMs = performance.now() - since;
    };
  }

  /** Before a turn that was waited for. Bounded, so that nobody is kept from working by the others. */
  async wait(tenant: string): Promise<void> {
    // What has arrived for others meanwhile comes first: a queue that is always full would else go from one to the next.
    await new Promise(setImmediate);
    if (!this.othersAreAbout(tenant)) return;
    const { lastMs, prompt } = this.tenants.get(tenant) ?? { lastMs: 0, prompt: 0 };
    await sleep(Math.min(lastMs, restAtMostMs));
    for (let waited = 0; waited < waitAtMostMs && this.prompt > prompt; waited += lookEveryMs) await sleep(lookEveryMs);
  }

  forget(tenant: string): void {
    this.tenants.delete(tenant);
  }

  private remember(tenant: string, at: number): void {
    if (this.latest.tenant !== tenant) this.otherAt = this.latest.at;
    this.latest = { tenant, at };
  }

  private othersAreAbout(tenant: string): boolean {
    const at = this.latest.tenant === tenant ? this.otherAt : this.latest.at;
    return performance.now() - at < recentlyMs;
  }
}
