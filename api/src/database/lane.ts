import pg, { type ClientConfig, type QueryConfig, type QueryResult } from 'pg';
import { StatementNames } from './statement-names';
import { destroySocket } from './transaction';
import { DatabaseUnavailable, isConnectionLoss, sqlStateOf } from './unavailable';

export interface LaneStatement {
  text: string;
  values: unknown[] | undefined;
  /** What opens the transaction around it and sets its role. */
  begin: string;
  /** Of the tenant whose tables the backend will remember; none for the registry's own. */
  role: string | undefined;
}

interface LaneLimits {
  /**
   * Whichever comes first ends a connection's life. A backend keeps some 110 KB in its caches for each schema whose lists it has read
   * (`bench backends`): 35 MB for 300.
   */
  statements: number;
  roles: number;
  ageMs: number;
  /** Without an answer for so long, the server is held for gone. */
  answerWithinMs: number;
  /** Whether frequent statements get a name: not through a pooler, which hands the connection on. */
  usesNames: boolean;
}

export const laneLimits: LaneLimits = {
  statements: 50_000,
  roles: 300,
  ageMs: 1_200_000,
  answerWithinMs: 4_000,
  usesNames: true,
};

/**
 * One connection that many requests share: statements are written one behind the other without waiting for answers.
 * Only for statements on their own, since a transaction would mix with its neighbours'.
 * Connects on first use and again after a loss. A worn connection is closed when all of it is answered, before its successor opens.
 * Errors: `DatabaseUnavailable`; or the server's `DatabaseError`.
 */
export class Lane {
  inFlight = 0;
  private connection: Promise<LaneConnection> | null = null;
  private isClosed = false;
  private statements = 0;
  private openedAt = 0;
  /** Since the connection opened. */
  private readonly roles = new Set<string>();
  /** Whose statements are under way; `''` stands for the registry's. */
  private readonly under = new Map<string, number>();

  constructor(
    private readonly config: ClientConfig,
    private readonly onDeadline: () => void = () => undefined,
    private readonly limits = laneLimits,
  ) {}

  async run(statement: LaneStatement): Promise<QueryResult> {
    if (this.isClosed) throw new DatabaseUnavailable(new Error('this process has closed its connections'));
    const owner = statement.role ?? '';
    this.inFlight += 1;
    this.under.set(owner, (this.under.get(owner) ?? 0) + 1);
    try {
      const connection = await this.open(statement);
      return await connection.run(statement);
    } finally {
      this.inFlight -= 1;
      const left = (this.under.get(owner) ?? 1) - 1;
      if (left > 0) this.under.set(owner, left);
      else this.under.delete(owner);
    }
  }

  get isOpen(): boolean {
    return this.connection !== null;
  }

  /** Whether nobody else's statement is under way. */
  isFreeFor(role: string | undefined): boolean {
    return this.inFlight === (this.under.get(role ?? '') ?? 0);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const closing = this.connection;
    this.connection = null;
    await closing?.then((connection) => connection.close()).catch(() => undefined);
  }

  private open({ role }: LaneStatement): Promise<LaneConnection> {
    if (this.connection && this.isWorn()) this.connection = this.replace(this.connection);
    else this.connection ??= this.watch(this.connect());
    if (role !== undefined) this.roles.add(role);
    this.statements += 1;
    return this.connection;
  }

  private isWorn(): boolean {
    const { statements, roles, ageMs } = this.limits;
    return this.statements >= statements || this.roles.size >= roles || performance.now() - this.openedAt > ageMs;
  }

  private replace(old: Promise<LaneConnection>): Promise<LaneConnection> {
    const closed = old.then((connection) => connection.close()).catch(() => undefined);
    return this.watch(closed.then(() => this.connect()));
  }

  private async connect(): Promise<LaneConnection> {
    const connection = await LaneConnection.open(this.config, this.limits, this.onDeadline);
    if (!this.isClosed) return connection;
    await connection.close();
    throw new DatabaseUnavailable(new Error('this process has closed its connections'));
  }

  /** From here on, statements queue up on it; whoever finds it lost makes way for the next. */
  private watch(opening: Promise<LaneConnection>): Promise<LaneConnection> {
    this.statements = 0;
    this.roles.clear();
    this.openedAt = performance.now();
    const forget = () => {
      if (this.connection === opening) this.connection = null;
    };
    opening.then((connection) => connection.onLost(forget), forget);
    return opening;
  }
}

/** SQLSTATE: "cached plan must not change result type". */
const changedColumns = '0A000';

class LaneConnection {
  private lost = false;
  private readonly underWay = new Set<Promise<unknown>>();
  private forget: () => void = () => undefined;
  private deadline: NodeJS.Timeout | null = null;

  private constructor(
    private readonly client: pg.Client,
    private readonly answerWithinMs: number,
    private readonly onDeadline: () => void,
    private readonly names: StatementNames | null,
  ) {}

  static async open(
    config: ClientConfig,
    { answerWithinMs, usesNames }: LaneLimits,
    onDeadline: () => void,
  ): Promise<LaneConnection> {
    const client = new pg.Client({ ...config, pipeline: true } as ClientConfig);
    const connection = new LaneConnection(client, answerWithinMs, onDeadline, usesNames ? new StatementNames() : null);
    const markLost = () => connection.markLost();
    client.on('error', markLost);
    client.on('end', markLost);
    try {
      await client.connect();
    } catch (error) {
      throw new DatabaseUnavailable(error);
    }
    return connection;
  }

  onLost(forget: () => void): void {
    this.forget = forget;
    if (this.lost) forget();
  }

  /**
   * All three in one round trip; where the statement fails, the COMMIT rolls back.
   * `queryMode: extended` even without values: the simple protocol would run a second statement that was smuggled into the text.
   */
  async run(statement: LaneStatement): Promise<QueryResult> {
    const name = this.names?.nameFor(statement.text);
    try {
      return await this.send(statement, name);
    } catch (error) {
      if (name === undefined || sqlStateOf(error) !== changedColumns) throw error;
      this.names?.takeBack(statement.text);
      return this.send(statement, undefined);
    }
  }

  private async send({ text, values, begin }: LaneStatement, name: string | undefined): Promise<QueryResult> {
    const answering = Promise.allSettled([
      this.client.query(begin),
      this.client.query({ name, text, values: values ?? [], queryMode: 'extended' } as QueryConfig),
      this.client.query('commit'),
    ]);
    this.underWay.add(answering);
    this.deadline ??= setTimeout(() => this.giveUp(), this.answerWithinMs);
    const answers = await answering;
    this.underWay.delete(answering);
    this.restartDeadline();
    for (const answer of answers) {
      if (answer.status === 'rejected') {
        const { reason } = answer;
        throw isConnectionLoss(reason, this.lost) ? new DatabaseUnavailable(reason) : reason;
      }
    }
    return (answers[1] as PromiseFulfilledResult<QueryResult>).value;
  }

  /** When all is answered: the driver would otherwise cut the connection under its statements. */
  async close(): Promise<void> {
    await Promise.all(this.underWay);
    await this.client.end();
  }

  /** Answers come in order, so that one timer serves them all: it begins anew with each. */
  private restartDeadline(): void {
    if (this.underWay.size > 0) {
      this.deadline?.refresh();
    } else if (this.deadline) {
      clearTimeout(this.deadline);
      this.deadline = null;
    }
  }

  /** A server that is silent past its own timeout is gone, though its socket may stay open for hours. */
  private giveUp(): void {
    this.deadline = null;
    this.onDeadline();
    this.markLost();
    destroySocket(this.client);
  }

  private markLost(): void {
    this.lost = true;
    this.forget();
  }
}
