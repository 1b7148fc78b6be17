import type { ConnectionBudget } from '../database/connection-budget';
import type { LiveEvent, LiveEventOf } from './events';
import { channel, readHint } from './hint';
import { Listener, type ListenerState } from './listener';
import { Notifier } from './notifier';
import { Subscribers } from './subscribers';

type OnTrouble = (sentence: string, error?: unknown) => void;

const deafness =
  'live events do not arrive: the connection that listens goes through a pooler; set DATABASE_DIRECT_URL to the server itself';

/** Events between processes: out through NOTIFY, in through LISTEN, also for the process's own. One per process. */
export class Live {
  /** Of the newest event that was heard, from its sending. Units: seconds. */
  lag = 0;
  /** Whatever came over the channel that was not ours, since the start of the process. */
  foreignCount = 0;
  state: ListenerState = 'closed';
  private readonly subscribers = new Subscribers();
  private readonly notifier: Notifier;
  private readonly listener: Listener;
  private secret: string | null = null;

  constructor(
    private readonly budget: ConnectionBudget,
    listenUrl: string,
    private readonly onTrouble: OnTrouble,
  ) {
    this.notifier = new Notifier(
      budget,
      () => this.readSecret(),
      (error) => onTrouble('live events are interrupted', error),
    );
    this.listener = new Listener({
      url: listenUrl,
      notify: (payload) => budget.run('select pg_notify($1, $2)', [channel, payload]),
      onPayload: (payload) => this.hear(payload),
      onState: (state, reason) => this.turn(state, reason),
    });
  }

  /** The registry's tables have to be there. */
  async open(): Promise<void> {
    this.state = 'opening';
    await this.readSecret().catch(() => undefined);
    await this.listener.open();
  }

  /** What was committed is told to the other processes first. */
  async close(): Promise<void> {
    await this.notifier.close();
    await this.listener.close();
    this.state = 'closed';
  }

  publish(tenantId: string, events: LiveEvent[]): void {
    this.notifier.publish(tenantId, events);
  }

  subscribe<T extends LiveEvent['type']>(tenantId: string, type: T): AsyncIterableIterator<LiveEventOf<T>> {
    return this.subscribers.subscribe(tenantId, type);
  }

  get subscriberCount(): number {
    return this.subscribers.count;
  }

  private hear(payload: string): void {
    // The check of another process's listener.
    if (payload.startsWith('check ')) return;
    const hint = this.secret === null ? null : readHint(this.secret, payload);
    if (!hint) {
      this.foreignCount += 1;
      if (this.foreignCount === 1)
        this.onTrouble(`something on the channel ${channel} is not Atrium's, and is passed over`);
      return;
    }
    this.lag = Math.max(0, Date.now() - hint.at) / 1_000;
    for (const event of hint.events) this.subscribers.deliver(event);
  }

  private turn(state: ListenerState, reason: unknown): void {
    if (state === 'deaf' && this.state !== 'deaf') this.onTrouble(deafness);
    if (state === 'opening' && this.state === 'open') this.onTrouble('live events are interrupted', reason);
    this.state = state;
  }

  private async readSecret(): Promise<string> {
    if (this.secret !== null) return this.secret;
    const [row] = await this.budget.query<{ value: string }>(`select value from public.secrets where name = 'events'`);
    if (!row) throw new Error('expected the secret of live events in the registry');
    this.secret = row.value;
    return row.value;
  }
}
