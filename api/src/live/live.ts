import type { ConnectionBudget } from '../database/connection-budget';
import { channel, readHint } from './hint';
import { Listener, type ListenerState } from './listener';
import { Marks } from './marks';
import { marksChannel, readMark, writeMark } from './marks-wire';
import { Notifier } from './notifier';
import { Presence } from './presence';
import { presenceChannel, readAnnouncement, writeAnnouncements } from './presence-wire';
import { EventSubscription } from './subscription';
import { type Delivered, type StreamSource, TenantStream } from './tenant-stream';

interface LiveOptions {
  budget: ConnectionBudget;
  listenUrl: string;
  sourceOf(tenantId: string): StreamSource;
  /** Of these tenants, those that are closed, each with what its subscribers are told. */
  closedTenants(tenantIds: string[]): Promise<ReadonlyMap<string, Error>>;
  /** That something was written to the tenant, by whichever process. */
  onHeard(tenantId: string): void;
  onTrouble(sentence: string, error?: unknown): void;
}

export interface Wanted {
  /** The number of the last event that the subscriber has; null for what comes from now on. */
  after: number | null;
  isWanted(delivered: Delivered): boolean | Promise<boolean>;
}

const deafness =
  'live events do not arrive: the connection that listens goes through a pooler; set DATABASE_DIRECT_URL to the server itself';

/** Units: milliseconds. A hint that got lost is made up for by then; a tenant that was closed is felt by then. */
const readOnEveryMs = 3_000;
const checkEveryMs = 700;

/**
 * The tenants' events as they happen. The log is the truth; a hint over NOTIFY says only that there is something to read, and so does a timer,
 * and each new connection of the listener. One per process.
 */
export class Live {
  /** Of the newest hint that was heard, from its sending. Units: seconds. */
  lag = 0;
  /** Whatever came over the channel that was not ours, since the start of the process. */
  foreignCount = 0;
  state: ListenerState = 'closed';
  private readonly streams = new Map<
    string,
    { stream: TenantStream; subscriptions: Set<EventSubscription>; opening: number }
  >();
  readonly presence: Presence;
  readonly marks: Marks;
  private readonly notifier: Notifier;
  private readonly listener: Listener;
  private readonly timers: NodeJS.Timeout[] = [];
  private secret: string | null = null;

  constructor(private readonly options: LiveOptions) {
    const { budget, onTrouble } = options;
    this.notifier = new Notifier(
      budget,
      () => this.readSecret(),
      (error) => onTrouble('live events are interrupted', error),
    );
    this.presence = new Presence({
      send: async (announcement) => {
        for (const payload of writeAnnouncements(await this.readSecret(), announcement))
          await budget.run('select pg_notify($1, $2)', [presenceChannel, payload]);
      },
      onFailure: (error) => onTrouble('who is where does not reach the other processes', error),
    });
    this.marks = new Marks({
      send: async (announced) => {
        const payload = writeMark(await this.readSecret(), announced);
        await budget.run('select pg_notify($1, $2)', [marksChannel, payload]);
      },
      onFailure: (error) => onTrouble('what is marked as read does not reach the other processes', error),
    });
    this.listener = new Listener({
      url: options.listenUrl,
      channels: [channel, presenceChannel, marksChannel],
      notify: (payload) => budget.run('select pg_notify($1, $2)', [channel, payload]),
      onPayload: (payload, from) => {
        if (from === presenceChannel) this.hearPresence(payload);
        else if (from === marksChannel) this.hearMark(payload);
        else this.hear(payload);
      },
      onState: (state, reason) => this.turn(state, reason),
    });
  }

  /** The registry's tables have to be there. */
  async open(): Promise<void> {
    this.state = 'opening';
    this.timers.push(
      setInterval(() => this.readOn(), readOnEveryMs).unref(),
      setInterval(() => void this.endClosed().catch(() => undefined), checkEveryMs).unref(),
    );
    await this.readSecret().catch(() => undefined);
    this.presence.open();
    await this.listener.open();
  }

  /** What was committed is told to the other processes first. */
  async close(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    for (const { subscriptions } of this.streams.values()) for (const each of subscriptions) await each.return();
    await this.presence.close();
    await this.marks.close();
    await this.notifier.close();
    await this.listener.close();
    this.state = 'closed';
  }

  /** After the commit: the tenant's log has come to this number. */
  tell(tenantId: string, seq: number): void {
    this.notifier.tell(tenantId, seq);
  }

  /** Errors: `EVENTS_EXPIRED` where the log does not reach so far back. */
  async subscribe(tenantId: string, { after, isWanted }: Wanted): Promise<EventSubscription> {
    const known = this.streams.get(tenantId) ?? {
      stream: new TenantStream(this.options.sourceOf(tenantId)),
      subscriptions: new Set<EventSubscription>(),
      opening: 0,
    };
    this.streams.set(tenantId, known);
    const { stream, subscriptions } = known;
    // Else the last of the others could take the stream away meanwhile, and nothing would be read for this one.
    known.opening += 1;
    try {
      const now = await stream.now();
      if (after !== null) await stream.requireKept(after);
      const subscription = new EventSubscription(stream, after ?? now, isWanted, (ended) => {
        subscriptions.delete(ended);
        this.forgetIdle(tenantId);
      });
      subscriptions.add(subscription);
      return subscription;
    } finally {
      known.opening -= 1;
      this.forgetIdle(tenantId);
    }
  }

  get subscriberCount(): number {
    let sum = this.presence.subscriberCount + this.marks.subscriberCount;
    for (const { subscriptions } of this.streams.values()) sum += subscriptions.size;
    return sum;
  }

  private forgetIdle(tenantId: string): void {
    const known = this.streams.get(tenantId);
    if (known?.subscriptions.size === 0 && known.opening === 0) this.streams.delete(tenantId);
  }

  private hear(payload: string): void {
    // The check of another process's listener.
    if (payload.startsWith('check ')) return;
    const hint = this.secret === null ? null : readHint(this.secret, payload);
    if (!hint) {
      this.hearForeign(channel);
      return;
    }
    this.lag = Math.max(0, Date.now() - hint.at) / 1_000;
    for (const { tenantId } of hint.heads) {
      this.options.onHeard(tenantId);
      this.pump(tenantId);
    }
  }

  private hearPresence(payload: string): void {
    const announcement = this.secret === null ? null : readAnnouncement(this.secret, payload);
    if (announcement) this.presence.hear(announcement);
    else this.hearForeign(presenceChannel);
  }

  private hearMark(payload: string): void {
    const mark = this.secret === null ? null : readMark(this.secret, payload);
    if (mark) this.marks.hear(mark);
    else this.hearForeign(marksChannel);
  }

  private hearForeign(from: string): void {
    this.foreignCount += 1;
    if (this.foreignCount === 1)
      this.options.onTrouble(`something on the channel ${from} is not Atrium's, and is passed over`);
  }

  private turn(state: ListenerState, reason: unknown): void {
    if (state === 'deaf' && this.state !== 'deaf') this.options.onTrouble(deafness);
    if (state === 'opening' && this.state === 'open') this.options.onTrouble('live events are interrupted', reason);
    // What was told while nobody listened.
    if (state === 'open' && this.state !== 'open') this.readOn();
    this.state = state;
  }

  private readOn(): void {
    for (const tenantId of this.streams.keys()) this.pump(tenantId);
  }

  private pump(tenantId: string): void {
    // What cannot be read now is read at the next hint, or by the timer.
    this.streams
      .get(tenantId)
      ?.stream.pump()
      .catch(() => undefined);
  }

  /** Subscriptions of a tenant that was closed end, though nothing happens in it. */
  private async endClosed(): Promise<void> {
    const watched = new Set([...this.streams.keys(), ...this.presence.tenantIds, ...this.marks.tenantIds]);
    if (watched.size === 0) return;
    for (const [tenantId, reason] of await this.options.closedTenants([...watched])) {
      this.presence.endOf(tenantId, reason);
      this.marks.endOf(tenantId, reason);
      for (const each of this.streams.get(tenantId)?.subscriptions ?? []) each.end(reason);
    }
  }

  private async readSecret(): Promise<string> {
    if (this.secret !== null) return this.secret;
    const [row] = await this.options.budget.query<{ value: string }>(
      `select value from public.secrets where name = 'events'`,
    );
    if (!row) throw new Error('expected the secret of live events in the registry');
    this.secret = row.value;
    return row.value;
  }
}
