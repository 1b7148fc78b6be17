import pg from 'pg';
import { channel, type TenantEvent } from './notifier';

const retryMs = 500;

/** The one connection of this process that listens. Comes back by itself after a loss; a pooler in transaction mode cannot carry it. */
export class Listener {
  private client: pg.Client | null = null;
  private closed = false;
  private retry: NodeJS.Timeout | null = null;

  constructor(
    private readonly url: string,
    private readonly onEvent: (event: TenantEvent) => void,
    private readonly onLoss: (error: unknown) => void,
  ) {}

  /** Settles when the first attempt is over; a failed one is repeated in the background. */
  async open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'atrium-listener', keepAlive: true });
    this.client = client;
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, new Error('the listening connection ended')));
    client.on('notification', ({ payload }) => {
      for (const event of JSON.parse(payload ?? '[]') as TenantEvent[]) this.onEvent(event);
    });
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
    } catch (error) {
      this.lost(client, error);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end();
  }

  private lost(client: pg.Client, error: unknown): void {
    if (this.closed || this.client !== client) return;
    this.client = null;
    void client.end().catch(() => undefined);
    this.onLoss(error);
    this.retry = setTimeout(() => void this.open(), retryMs);
  }
}
