import type { Duplex } from 'node:stream';
import type pg from 'pg';
import type { PoolClient, QueryResult } from 'pg';
import { Deadline } from './deadline';
import { sqlState, sqlStateOf } from './sql-state';
import type { StatementNames } from './statement-names';
import { DatabaseUnavailable, isConnectionLoss } from './unavailable';

/** Each statement of the transaction is planned for its values, and not for all that may come. */
export const planningForValues = 'set local plan_cache_mode = force_custom_plan';

interface Lent {
  /** Units: milliseconds without an answer after which the server is held for gone; 0 waits for ever. */
  answerWithinMs: number;
  /** Whether the connection has served its time: it is closed instead of lent again. */
  isWorn: boolean;
  /** Of the connection's frequent statements; null where they get none. */
  names: StatementNames | null;
  onDeadline(): void;
  onEnd(): void;
  onStatement(text: string, values: unknown[] | undefined): void;
}

/** A checked-out connection with a transaction, which begins with its first statement. It goes back to the pool only in the state in which it came. */
export class OpenTransaction {
  private lost = false;
  private ended = false;
  /** Null until something is sent. */
  private starting: Promise<unknown> | null = null;
  private unanswered = 0;
  /** What failed first: the server answers all that was sent behind it by one word, that it does nothing any more. */
  private failure: unknown = null;
  private readonly onError = () => {
    this.lost = true;
  };

  constructor(
    private readonly client: PoolClient,
    private preamble: string,
    private readonly lent: Lent,
  ) {
    client.on('error', this.onError);
  }

  /** Before the first statement: it is a part of the beginning. */
  planForValues(): void {
    this.preamble += `; ${planningForValues}`;
  }

  async query(text: string, values?: unknown[]): Promise<QueryResult> {
    if (this.ended) throw new Error('expected an open transaction, but it has ended');
    this.lent.onStatement(text, values);
    const name = this.lent.names?.nameFor(text);
    const [starting, answer] = inOneWrite(this.client, () => [
      this.start(),
      this.inTime(this.client.query({ name, text, values, queryMode: 'extended' } as pg.QueryConfig)),
    ]);
    answer.catch(() => undefined);
    try {
      await starting;
      return await answer;
    } catch (error) {
      if (sqlStateOf(error) === sqlState.featureNotSupported) this.lent.names?.takeBack(text);
      throw this.named(this.firstOf(error));
    }
  }

  /** Errors: where a statement has failed and nobody was told, the server answers a COMMIT by rolling back. */
  async end(how: 'commit' | 'rollback'): Promise<QueryResult> {
    try {
      const ended = await this.query(how);
      if (ended.command.toLowerCase() !== how) throw new Error(`expected ${how}, but the server did ${ended.command}`);
      return ended;
    } finally {
      this.giveBack();
    }
  }

  /** For a caller that goes away in the middle: the connection is closed, and with it whatever the transaction did. */
  abandon(): void {
    this.giveBack();
  }

  /** In one write with the first statement, which fails where this does: begun it is in any case, and outside of it nothing runs. */
  private start(): Promise<unknown> {
    if (this.starting === null) {
      this.starting = this.inTime(this.client.query(this.preamble));
      this.starting.catch(() => undefined);
    }
    return this.starting;
  }

  /** The server's own timeout comes first; who does not even say so is gone, though its socket may stay open for hours. */
  private async inTime<Result>(answer: Promise<Result>): Promise<Result> {
    this.unanswered += 1;
    const { answerWithinMs } = this.lent;
    const deadline = answerWithinMs === 0 ? null : new Deadline(answerWithinMs, () => this.giveUp());
    try {
      return await answer;
    } finally {
      deadline?.stop();
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

  private firstOf(error: unknown): unknown {
    if (sqlStateOf(error) === sqlState.inFailedTransaction) return this.failure ?? error;
    this.failure ??= error;
    return error;
  }

  private named(error: unknown): unknown {
    return isConnectionLoss(error, this.lost) || !isQueryable(this.client) ? new DatabaseUnavailable(error) : error;
  }
}

/** Ends everything that waits for an answer on it. */
export function destroySocket(client: pg.ClientBase): void {
  socketOf(client).destroy();
}

/** What is sent in one turn of the event loop goes to the socket in one call: each took a fifth of a small statement's time. */
export function inOneWrite<Sent>(client: pg.ClientBase, send: () => Sent): Sent {
  const socket = socketOf(client);
  socket.cork();
  try {
    return send();
  } finally {
    process.nextTick(() => socket.uncork());
  }
}

/** In the round trip of the first statement, which comes after it; on a connection that fails here, that one fails too. */
export function setForSession(client: pg.ClientBase, settings: string | pg.QueryConfig): void {
  client.query(settings).catch(() => undefined);
}

const socketOf = (client: pg.ClientBase): Duplex =>
  (client as unknown as { connection: { stream: Duplex } }).connection.stream;

/** The driver knows of a loss before anyone hears an `error`: what is asked then fails without a SQLSTATE. */
function isQueryable(client: pg.ClientBase): boolean {
  const { _queryable, _ending } = client as unknown as { _queryable?: boolean; _ending?: boolean };
  return _queryable !== false && _ending !== true;
}
