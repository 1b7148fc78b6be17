import { Semaphore } from 'async-mutex';
import pg, { type Client } from 'pg';
import { requireGenerated } from './generated-name';
import { writeTimeouts } from './timeouts';
import { columnTypes } from './types';
import { DatabaseUnavailable } from './unavailable';

/** How many at a time: no more than there are tasks at a time in a process. */
const atOnce = 2;

/** Units: milliseconds. A statement lasts as long as whoever takes or brings its rows. */
const timeouts = {
  statement_timeout: 2 * 3_600_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 120_000,
};

const connectWithinMs = 10_000;

/**
 * Connections for whole tables, out of a tenant's schema and into it, as its own role: apart from those of requests, which never wait for
 * them. Who finds all of them taken waits for its turn.
 */
export class CopyConnections {
  private readonly turns = new Semaphore(atOnce);
  private open = 0;

  constructor(private readonly url: string) {}

  get openConnections(): number {
    return this.open;
  }

  /** All that is read belongs to the moment of the first statement, whatever is written meanwhile. */
  readSnapshot<Result>(role: string, work: (client: Client) => Promise<Result>): Promise<Result> {
    return this.transaction('begin isolation level repeatable read read only', role, work);
  }

  write<Result>(role: string, work: (client: Client) => Promise<Result>): Promise<Result> {
    return this.transaction('begin', role, work);
  }

  private transaction<Result>(begin: string, role: string, work: (client: Client) => Promise<Result>): Promise<Result> {
    return this.turns.runExclusive(async () => {
      const client = await this.connect();
      this.open += 1;
      try {
        // Through a pooler too, nothing is set but for this transaction.
        await client.query(
          `${begin}; set local role "${requireGenerated(role)}"; ${writeTimeouts('set local', timeouts)}; set local search_path = pg_catalog`,
        );
        const result = await work(client);
        await client.query('commit');
        return result;
      } finally {
        this.open -= 1;
        // What was not committed is undone with it.
        await client.end().catch(() => undefined);
      }
    });
  }

  private async connect(): Promise<Client> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'atrium-copy',
      types: columnTypes,
      keepAlive: true,
      connectionTimeoutMillis: connectWithinMs,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      throw new DatabaseUnavailable(error);
    }
  }
}
