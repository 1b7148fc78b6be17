import pg, { type ClientConfig, type QueryResult, type Submittable } from 'pg';
import { Deadline } from './deadline';
import { QueryAs, type RoleSetting } from './query-as';
import { sqlState, sqlStateOf } from './sql-state';
import { StatementNames } from './statement-names';
import { graceMs, statementMsOnLane, timeoutsOnLane, writeTimeouts } from './timeouts';
import { destroySocket, inOneWrite, setForSession } from './transaction';
import { DatabaseUnavailable, isConnectionLoss } from './unavailable';

export interface LaneStatement {
  text: string;
  values: unknown[] | undefined;
  /** Of the tenant whose tables the backend will remember; none for the registry's own, which the process itself asks. */
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
  /** Whether a pooler stands in between, which hands connections on: then nothing is prepared, and timeouts are each transaction's. */
  isPooled: boolean;
}

export const laneLimits: LaneLimits = {
  statements: 50_000,
  roles: 300,
  ageMs: 1_200_000,
  answerWithinMs: statementMsOnLane + graceMs,
  isPooled: false,
};

/** Nothing was run, and without its name it can be. */
const aboutName = new Set<string>([sqlState.featureNotSupported, sqlState.invalidStatementName]);

/** The process itself, whatever role a statement before has set for the whole session. */
const noRole = 'none';
const preparedRole = { name: 'role', text: "select set_config('role', $1, true)" };

const roleAndTimeouts = {
  text: [
    preparedRole.text,
    ...Object.entries(timeoutsOnLane).map(([name, ms]) => `set_config('${name}', '${ms}', true)`),
  ].join(', '),
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

class LaneConnection {
  private lost = false;
  private readonly underWay = new Set<Promise<unknown>>();
  private forget: () => void = () => undefined;
  private deadline: Deadline | null = null;

  private constructor(
    private readonly client: pg.Client,
    private readonly answerWithinMs: number,
    private readonly onDeadline: () => void,
    private readonly names: StatementNames | null,
    private readonly setting: RoleSetting,
  ) {}

  static async open(
    config: ClientConfig,
    { answerWithinMs, isPooled }: LaneLimits,
    onDeadline: () => void,
  ): Promise<LaneConnection> {
    const client = new pg.Client({ ...config, pipeline: true } as ClientConfig);
    const names = isPooled ? null : new StatementNames();
    const setting = isPooled ? roleAndTimeouts : preparedRole;
    const connection = new LaneConnection(client, answerWithinMs, onDeadline, names, setting);
    const markLost = () => connection.markLost();
    client.on('error', markLost);
    client.on('end', markLost);
    try {
      await client.connect();
    } catch (error) {
      throw new DatabaseUnavailable(error);
    }
    if (!isPooled) {
      setForSession(client, writeTimeouts('set', timeoutsOnLane));
      setForSession(client, { ...preparedRole, values: [noRole] });
    }
    return connection;
  }

  onLost(forget: () => void): void {
    this.forget = forget;
    if (this.lost) forget();
  }

  /** `queryMode: extended` even without values: the simple protocol would run a second statement that was smuggled into the text. */
  async run(statement: LaneStatement): Promise<QueryResult> {
    const name = this.names?.nameFor(statement.text);
    try {
      return await this.send(statement, name);
    } catch (error) {
      if (name === undefined || !aboutName.has(sqlStateOf(error))) throw error;
      if (sqlStateOf(error) === sqlState.featureNotSupported) this.names?.takeBack(statement.text);
      return this.send(statement, undefined);
    }
  }

  private async send({ text, values, role }: LaneStatement, name: string | undefined): Promise<QueryResult> {
    const query = { name, text, values: values ?? [], queryMode: 'extended' };
    const answering = new Promise<QueryResult>((resolve, reject) => {
      const done = (error: Error | null | undefined, result: QueryResult) => (error ? reject(error) : resolve(result));
      const sent = new QueryAs(query, this.setting, role ?? noRole, done);
      inOneWrite(this.client, () => this.client.query(sent as unknown as Submittable));
    });
    this.underWay.add(answering);
    this.deadline ??= new Deadline(this.answerWithinMs, () => this.giveUp());
    try {
      return await answering;
    } catch (error) {
      throw isConnectionLoss(error, this.lost) ? new DatabaseUnavailable(error) : error;
    } finally {
      this.underWay.delete(answering);
      this.restartDeadline();
    }
  }

  /** When all is answered: the driver would otherwise cut the connection under its statements. */
  async close(): Promise<void> {
    await Promise.allSettled(this.underWay);
    await this.client.end();
  }

  /** Answers come in order, so that one deadline serves them all: it begins anew with each. */
  private restartDeadline(): void {
    if (this.underWay.size > 0) {
      this.deadline?.refresh();
    } else {
      this.deadline?.stop();
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
