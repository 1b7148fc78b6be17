import pg, { type PoolClient, type PoolConfig, type QueryResult } from 'pg';
import { Lane } from './lane';
import { columnTypes } from './types';
import { DatabaseUnavailable, isConnectionLoss } from './unavailable';

export interface BudgetSize {
  /** Shared pipelined connections, for statements on their own. */
  lanes: number;
  /** Connections for transactions, each lent to one at a time. */
  transactions: number;
}

const defaultSize: BudgetSize = { lanes: 4, transactions: 6 };

/** Units: milliseconds, set for every statement of a tenant and every transaction. */
const statementTimeoutMs = 10_000;
const lockTimeoutMs = 5_000;
const idleInTransactionMs = 10_000;
const waitForConnectionMs = 5_000;

/** Only what provisioning generated ever reaches SQL as an identifier. */
const generatedName = /^t_[a-z0-9]{1,60}$/;

function quoteGenerated(name: string): string {
  if (!generatedName.test(name))
    throw new Error(`expected a generated role or schema name, got ${JSON.stringify(name)}`);
  return `"${name}"`;
}

/** Without one: the process itself, whatever role a statement before it has set for the whole session. */
function setRole(role: string | undefined): string {
  return `set local role ${role === undefined ? 'none' : quoteGenerated(role)}`;
}

const timeouts = `set local statement_timeout = ${statementTimeoutMs}; set local lock_timeout = ${lockTimeoutMs}`;

/**
 * All the connections this process has to the database, whoever uses them: a few pipelined lanes and a small pool for transactions.
 * Role and timeouts are set within each transaction and for that transaction alone, so that no connection remembers its last tenant;
 * this also holds behind a pooler in transaction mode.
 * Errors: `DatabaseUnavailable` where no connection is to be had; or the server's `DatabaseError`.
 */
export class ConnectionBudget {
  private readonly lanes: Lane[];
  private readonly pool: pg.Pool;

  constructor(
    readonly url: string,
    readonly size: BudgetSize = defaultSize,
  ) {
    const config: PoolConfig = {
      connectionString: url,
      application_name: 'atrium-api',
      types: columnTypes,
      keepAlive: true,
      connectionTimeoutMillis: waitForConnectionMs,
    };
    this.lanes = Array.from({ length: size.lanes }, () => new Lane(config));
    this.pool = new pg.Pool({
      ...config,
      max: size.transactions,
      maxLifetimeSeconds: 1_200,
      idleTimeoutMillis: 60_000,
    });
    // An idle connection that dies is replaced at the next use; without a listener the error would end the process.
    this.pool.on('error', () => undefined);
  }

  /** One statement in a transaction of its own: under the role; without one as the process itself, for the registry. */
  run(text: string, values?: unknown[], role?: string): Promise<QueryResult> {
    return this.quietestLane().run(text, values, `begin; ${setRole(role)}; ${timeouts}`);
  }

  /** A registry statement's rows. */
  async query<Row>(text: string, values?: unknown[]): Promise<Row[]> {
    return (await this.run(text, values)).rows as Row[];
  }

  /** A transaction that has begun: under the role where one is given. Whoever begins it must end it, or `abandon` it. */
  async begin(role?: string): Promise<OpenTransaction> {
    const client = await this.pool.connect().catch((error: unknown) => {
      throw new DatabaseUnavailable(error);
    });
    const transaction = new OpenTransaction(client);
    await transaction.start(
      `begin; ${setRole(role)}; ${timeouts}; set local idle_in_transaction_session_timeout = ${idleInTransactionMs}`,
    );
    return transaction;
  }

  /** Connections that are open now, for the gauges. */
  get openConnections(): number {
    return this.pool.totalCount + this.lanes.filter((lane) => lane.isOpen).length;
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.end(), ...this.lanes.map((lane) => lane.close())]);
  }

  private quietestLane(): Lane {
    return this.lanes.reduce((best, lane) => (lane.inFlight < best.inFlight ? lane : best));
  }
}

/** A checked-out connection with an open transaction. It goes back to the pool only in the state in which it came. */
export class OpenTransaction {
  private lost = false;
  private ended = false;
  private readonly onError = () => {
    this.lost = true;
  };

  constructor(private readonly client: PoolClient) {
    client.on('error', this.onError);
  }

  async start(preamble: string): Promise<void> {
    try {
      await this.client.query(preamble);
    } catch (error) {
      this.giveBack();
      throw this.named(error);
    }
  }

  async query(text: string, values?: unknown[]): Promise<QueryResult> {
    if (this.ended) throw new Error('expected an open transaction, but it has ended');
    try {
      return await this.client.query({ text, values, queryMode: 'extended' } as pg.QueryConfig);
    } catch (error) {
      throw this.named(error);
    }
  }

  async end(how: 'commit' | 'rollback'): Promise<QueryResult> {
    try {
      return await this.query(how);
    } finally {
      this.giveBack();
    }
  }

  /** For a caller that goes away in the middle: the connection is closed, and with it whatever the transaction did. */
  abandon(): void {
    this.giveBack();
  }

  private giveBack(): void {
    if (this.ended) return;
    this.ended = true;
    this.client.removeListener('error', this.onError);
    const isIdle = !this.lost && this.client.getTransactionStatus() === 'I';
    this.client.release(isIdle ? undefined : new Error('released within a transaction'));
  }

  private named(error: unknown): unknown {
    return isConnectionLoss(error, this.lost) ? new DatabaseUnavailable(error) : error;
  }
}
