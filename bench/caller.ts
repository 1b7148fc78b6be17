import { setTimeout as sleep } from 'node:timers/promises';
import { bodyOf, type Call, call, newTally, type Tally, tallied } from './calls';

/** What one caller does until it is told to stop. */
export interface Orders {
  url: string;
  tenantId: string;
  calls: Call[];
  /** So many a second, whether they are answered or not; or so many under way all the time. */
  pace: { perSecond: number } | { inFlight: number };
}

/** Who is refused comes again so soon, whatever it was told: a rude client is what others are to be kept from. */
const refusedPauseMs = 50;

/** A process of its own, so that what the API is asked by one tenant does not wait for what is asked by another, or for the bench. */
class Caller {
  private readonly tally: Tally = newTally();
  private readonly underWay = new Set<Promise<void>>();
  private n = 0;
  private isStopping = false;

  constructor(private readonly orders: Orders) {
    const { pace } = orders;
    if ('perSecond' in pace) void this.steadily(1_000 / pace.perSecond);
    else for (let i = 0; i < pace.inFlight; i += 1) void this.inTurn();
  }

  async stop(): Promise<Tally> {
    this.isStopping = true;
    while (this.underWay.size > 0) await Promise.all(this.underWay);
    return this.tally;
  }

  /** By the clock, so that a slow answer does not keep the next request from being sent. */
  private async steadily(everyMs: number): Promise<void> {
    const startedAt = performance.now();
    while (!this.isStopping) {
      void this.send();
      await sleep(Math.max(0, startedAt + this.n * everyMs - performance.now()));
    }
  }

  private async inTurn(): Promise<void> {
    while (!this.isStopping) {
      const before = this.tally.latencies.length;
      await this.send();
      if (this.tally.latencies.length === before) await sleep(refusedPauseMs);
    }
  }

  private send(): Promise<void> {
    const { url, tenantId, calls } = this.orders;
    const next = calls[this.n % calls.length];
    if (!next) throw new Error('expected orders with calls');
    this.n += 1;
    const sending = tallied(this.tally, call(url, tenantId, bodyOf(next, `${process.pid}-${Date.now()}-${this.n}`)));
    this.underWay.add(sending);
    return sending.finally(() => this.underWay.delete(sending));
  }
}

let caller: Caller | null = null;

process.on('message', (message: Orders | 'stop') => {
  if (message !== 'stop') caller = new Caller(message);
  else void caller?.stop().then((tally) => process.send?.(tally));
});
// Whoever sent it here has gone.
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
