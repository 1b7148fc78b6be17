import pg, { type ClientConfig, type QueryConfig, type QueryResult } from 'pg';
import { DatabaseUnavailable, isConnectionLoss } from './unavailable';

/**
 * One connection that many requests share: statements are written one behind the other without waiting for answers.
 * Only for statements on their own, since a transaction would mix with its neighbours'.
 * Connects on first use and again after a loss. After `maxStatements` it is replaced, because a backend keeps about
 * 59 KB in its caches for each schema that it has touched.
 * Errors: `DatabaseUnavailable`; or the server's `DatabaseError`.
 */
export class Lane {
  private connection: Promise<LaneConnection> | null = null;
  private statements = 0;
  inFlight = 0;

  constructor(
    private readonly config: ClientConfig,
    private readonly maxStatements = 50_000,
  ) {}

  async run(text: string, values: unknown[] | undefined, begin: string): Promise<QueryResult> {
    this.inFlight += 1;
    try {
      const connection = await this.open();
      return await connection.run(text, values, begin);
    } finally {
      this.inFlight -= 1;
    }
  }

  get isOpen(): boolean {
    return this.connection !== null;
  }

  async close(): Promise<void> {
    const closing = this.connection;
    this.connection = null;
    await closing?.then((connection) => connection.close()).catch(() => undefined);
  }

  private open(): Promise<LaneConnection> {
    if (this.connection && ++this.statements > this.maxStatements) {
      this.statements = 0;
      void this.close();
    }
    if (!this.connection) {
      const opening = LaneConnection.open(this.config, () => {
        if (this.connection === opening) this.connection = null;
      });
      this.connection = opening;
      opening.catch(() => {
        if (this.connection === opening) this.connection = null;
      });
    }
    return this.connection;
  }
}

class LaneConnection {
  private lost = false;

  private constructor(private readonly client: pg.Client) {}

  static async open(config: ClientConfig, onLost: () => void): Promise<LaneConnection> {
    const client = new pg.Client({ ...config, pipeline: true } as ClientConfig);
    const connection = new LaneConnection(client);
    const markLost = () => {
      connection.lost = true;
      onLost();
    };
    client.on('error', markLost);
    client.on('end', markLost);
    try {
      await client.connect();
    } catch (error) {
      throw new DatabaseUnavailable(error);
    }
    return connection;
  }

  /**
   * All three in one round trip; where the statement fails, the COMMIT rolls back.
   * `queryMode: extended` even without values: the simple protocol would run a second statement that was smuggled into the text.
   */
  async run(text: string, values: unknown[] | undefined, begin: string): Promise<QueryResult> {
    const answers = await Promise.allSettled([
      this.client.query(begin),
      this.client.query({ text, values: values ?? [], queryMode: 'extended' } as QueryConfig),
      this.client.query('commit'),
    ]);
    for (const answer of answers) {
      if (answer.status === 'rejected') {
        const { reason } = answer;
        throw isConnectionLoss(reason, this.lost) ? new DatabaseUnavailable(reason) : reason;
      }
    }
    return (answers[1] as PromiseFulfilledResult<QueryResult>).value;
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
