import type pg from 'pg';
import type { PoolClient, QueryResult } from 'pg';
import { DatabaseUnavailable, isConnectionLoss } from './unavailable';

interface Lent {
  /** Units: milliseconds without an answer after which the server is held for gone; 0 waits for ever. */
  answerWithinMs: number;
  /** Whether the connection has served its time: it is closed instead of lent again. */
  isWorn: boolean;
  onDeadline(): void;
  onEnd(): void;
  onStatement(text: string, values: unknown[] | undefined): void;
}

/** A checked-out connection with an open transaction. It goes back to the pool only in the state in which it came. */
export class OpenTransaction {
  private lost = false;
  private ended = false;
  private starting: Promise<unknown> = Promise.resolve();
  private unanswered = 0;
  private readonly onError = () => {
    this.lost = true;
  };

  constructor(
    private readonly client: PoolClient,
    private readonly lent: Lent,
  ) {
    client.on('error', this.onError);
  }

  /** In one round trip with the first statement, which fails where this does: begun it is in any case, and outside of it nothing runs. */
  start(preamble: string): void {
    this.starting = this.inTime(this.client.query(preamble));
    this.starting.catch(() => undefined);
  }

  async query(text: string, values?: unknown[]): Promise<QueryResult> {
    if (this.ended) throw new Error('expected an open transaction, but it has ended');
    this.lent.onStatement(text, values);
    const answer = this.inTime(this.client.query({ text, values, queryMode: 'extended' } as pg.QueryConfig));
    answer.catch(() => undefined);
    try {
      await this.starting;
      return await answer;
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

  /** The server's own timeout comes first; who does not even say so is gone, though its socket may stay open for hours. */
  private async inTime<Result>(answer: Promise<Result>): Promise<Result> {
    this.unanswered += 1;
    const timer =
      this.lent.answerWithinMs === 0 ? undefined : setTimeout(() => this.giveUp(), this.lent.answerWithinMs);
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
      this.unanswered -= 1;
    }
  }

  private giveUp(): void {
    // Of all that waits for one server, one deadline is told.
    if (!this.lost) this.lent.onDeadline();
    this.lost = true;
    destroySocket(this.client);
  }

  private giveBack(): void {
    if (this.ended) return;
    this.ended = true;
    this.client.removeListener('error', this.onError);
    // While an answer is on its way, the driver's word is that of before.
    const isClean = !this.lost && this.unanswered === 0 && this.client.getTransactionStatus() === 'I';
    this.client.release(isClean ? this.lent.isWorn : new Error('released within a transaction'));
    this.lent.onEnd();
  }

  private named(error: unknown): unknown {
    return isConnectionLoss(error, this.lost) || !isQueryable(this.client) ? new DatabaseUnavailable(error) : error;
  }
}

/** Ends everything that waits for an answer on it. */
export function destroySocket(client: pg.ClientBase): void {
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } };
  connection.stream.destroy();
}

/** The driver knows of a loss before anyone hears an `error`: what is asked then fails without a SQLSTATE. */
function isQueryable(client: pg.ClientBase): boolean {
  const { _queryable, _ending } = client as unknown as { _queryable?: boolean; _ending?: boolean };
  return _queryable !== false && _ending !== true;
}
