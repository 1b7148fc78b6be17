import type { ConnectionBudget } from '../database/connection-budget';
import type { LiveEvent } from './events';
import { channel, countThatFits, type TenantEvent, writeHint } from './hint';

/** Units: milliseconds that events after the first wait for company. */
const batchMs = 5;

const retryMs = 500;
/** What a database that is away leaves waiting here; older events make room. */
const maxWaiting = 20_000;

/**
 * Tells every process what was committed. The first event goes out at once, those that follow within 5 ms together:
 * a NOTIFY inside the writing transaction would line up all commits of the database behind one lock (5,900 → 2,400 writes/s).
 * A batch that could not be sent is sent again.
 */
export class Notifier {
  private readonly waiting: TenantEvent[] = [];
  private sending: Promise<void> | null = null;
  private isClosed = false;

  constructor(
    private readonly budget: ConnectionBudget,
    private readonly secret: () => Promise<string>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  publish(tenantId: string, events: LiveEvent[]): void {
    for (const event of events) this.waiting.push({ tenantId, event });
    if (this.waiting.length > maxWaiting) this.waiting.splice(0, this.waiting.length - maxWaiting);
    this.sending ??= this.send().finally(() => {
      this.sending = null;
    });
  }

  /** What waits is sent first; a database that is away is not waited for. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.sending;
  }

  private async send(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, countThatFits(this.waiting));
      try {
        const payload = writeHint(await this.secret(), { at: Date.now(), events: batch });
        await this.budget.run('select pg_notify($1, $2)', [channel, payload]);
        if (!this.isClosed) await pause(batchMs);
      } catch (error) {
        this.onFailure(error);
        if (this.isClosed) return;
        this.waiting.unshift(...batch);
        await pause(retryMs);
      }
    }
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
