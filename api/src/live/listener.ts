import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { destroySocket } from '../database/transaction';

/** Units: milliseconds. */
const firstRetryMs = 500;
const longestRetryMs = 10_000;
const checkEveryMs = 15_000;
const answerWithinMs = 5_000;

/**
 * `open` only once a NOTIFY of our own was heard; `deaf` where it was not, though the connection stands: it goes through a pooler, which
 * hands the connection that listens to somebody else.
 */
export type ListenerState = 'closed' | 'opening' | 'open' | 'deaf';

interface ListenerOptions {
  url: string;
  channels: readonly string[];
  /** By another connection. */
  notify(payload: string): Promise<unknown>;
  /** Units: milliseconds in which a notification of our own is to come back. */
  heardWithinMs?: number;
  onPayload(payload: string, channel: string): void;
  onState(state: ListenerState, reason?: unknown): void;
}

/** The one connection of this process that listens. Comes back by itself after a loss; a pooler in transaction mode cannot carry it. */
export class Listener {
  private client: pg.Client | null = null;
  private isClosed = false;
  private attempts = 0;
  private timer: NodeJS.Timeout | null = null;
  private awaited: { payload: string; heard: () => void } | null = null;

  constructor(private readonly options: ListenerOptions) {}

  /** Settles when the first attempt is over; a failed one is repeated in the background. */
  async open(): Promise<void> {
    if (this.isClosed) return;
    const client = new pg.Client({
      connectionString: this.options.url,
      application_name: 'atrium-listener',
      keepAlive: true,
      connectionTimeoutMillis: answerWithinMs,
    });
    this.client = client;
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, new Error('the listening connection ended')));
    client.on('notification', ({ payload, channel }) => this.hear(payload ?? '', channel));
    try {
      await client.connect();
      await client.query(this.options.channels.map((channel) => `listen ${channel}`).join('; '));
      await this.check(client);
    } catch (error) {
      this.lost(client, error);
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.timer) clearTimeout(this.timer);
    const client = this.client;
    this.client = null;
    // Ending in order takes an answer, and nothing is left to be asked.
    await Promise.race([
      client?.end().catch(() => undefined),
      new Promise((resolve) => setTimeout(resolve, 1_000).unref()),
    ]);
  }

  /** Whether what is sent is heard: at first, and again and again, for a connection can be dead without saying so. */
  private async check(client: pg.Client): Promise<void> {
    const isHeard = await this.hearsOwn();
    if (this.client !== client || this.isClosed) return;
    if (isHeard) this.attempts = 0;
    else if ((await answers(client)) === false) throw new Error('the listening connection does not answer');
    this.options.onState(isHeard ? 'open' : 'deaf');
    this.timer = setTimeout(() => {
      this.check(client).catch((error: unknown) => this.lost(client, error));
    }, checkEveryMs);
    this.timer.unref();
  }

  private async hearsOwn(): Promise<boolean> {
    const payload = `check ${randomUUID()}`;
    let late: NodeJS.Timeout | undefined;
    const heard = new Promise<boolean>((resolve) => {
      this.awaited = { payload, heard: () => resolve(true) };
      late = setTimeout(resolve, this.options.heardWithinMs ?? answerWithinMs, false);
    });
    try {
      await this.options.notify(payload);
      return await heard;
    } finally {
      clearTimeout(late);
      this.awaited = null;
    }
  }

  private hear(payload: string, channel: string): void {
    if (payload === this.awaited?.payload) this.awaited.heard();
    else this.options.onPayload(payload, channel);
  }

  private lost(client: pg.Client, error: unknown): void {
    if (this.isClosed || this.client !== client) return;
    this.client = null;
    if (this.timer) clearTimeout(this.timer);
    destroySocket(client);
    this.options.onState('opening', error);
    this.attempts += 1;
    const inMs = Math.min(firstRetryMs * 2 ** (this.attempts - 1), longestRetryMs);
    this.timer = setTimeout(() => void this.open(), inMs);
  }
}

async function answers(client: pg.Client): Promise<boolean> {
  let late: NodeJS.Timeout | undefined;
  const silence = new Promise<false>((resolve) => {
    late = setTimeout(resolve, answerWithinMs, false);
  });
  const answer = client.query('select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([answer, silence]).finally(() => clearTimeout(late));
}
