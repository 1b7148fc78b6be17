import { LRUCache } from 'lru-cache';
import pg, { type ClientConfig, type PoolClient, type PoolConfig, type QueryResult } from 'pg';
import { Gate } from './gate';
import { requireGenerated } from './generated-name';
import { Lane, laneLimits } from './lane';
import { sqlStateOf } from './sql-state';
import { StatementNames } from './statement-names';
import { graceMs, type Timeouts, timeoutsOfPool, usualTimeouts, writeTimeouts } from './timeouts';
import { OpenTransaction, setForSession } from './transaction';
import { columnTypes } from './types';
import { DatabaseUnavailable } from './unavailable';

export interface BudgetOptions {
  /** Shared pipelined connections, for statements on their own. */
  lanes: number;
  /** Connections for transactions, each lent to one at a time. */
  transactions: number;
  timeouts?: Timeouts;
  /** Whether a pooler stands in between, which hands connections on: then nothing may rest on one, neither names nor timeouts. */
  isPooled?: boolean;
}

export const usualOptions: BudgetOptions = { lanes: 4, transactions: 6 };

/** What one tenant may have of the lanes, and of the connections for transactions (with six of them: two). */
const statementsOfOneTenant = { atOnce: 2, waiting: 500, waitMs: 5_000 };
const shareOfTransactions = 0.4;
const transactionsOfOneTenant = { waiting: 500, waitMs: 5_000 };

/** Units: milliseconds. */
const waitForConnectionMs = 5_000;

/** A tenant that held a lane up goes over the pool for so long. */
const avoidLanesMs = 5_000;

/**
 * A backend keeps some 110 KB in its caches for each schema that it has touched: 17 MB in a connection's life. With four lanes of
 * 300 each and six of these, all backends of a process stay below 300 MB, however many tenants there are.
 */
const maxRolesOfConnection = 150;
const maxAgeSeconds = 1_200;

/** SQLSTATE: a lock was not to be had in time; the statement took too long. */
const tooLongForLanes = new Set(['55P03', '57014']);

export interface SentStatement {
  text: string;
  values: unknown[] | undefined;
  /** The tenant's; undefined for the registry's. */
  role: string | undefined;
  over: 'lane' | 'pool';
}

/** Without one: the process itself, whatever role a statement before it has set for the whole session. */
function setRole(role: string | undefined): string {
  return `set local role ${role === undefined ? 'none' : `"${requireGenerated(role)}"`}`;
}

/**
 * The connections that this process has to the database as one role, whoever uses them: a few pipelined lanes and a small pool for transactions.
 * The tenant's role is set within each transaction and for that transaction alone, so that no connection remembers its last tenant;
 * this also holds behind a pooler in transaction mode, where the timeouts are set in the same way. A gate in front of each kind keeps any
 * tenant to its share.
 * Errors: `DatabaseUnavailable` where no connection is to be had; `TooManyRequests` where the tenant has its share;
 *         or the server's `DatabaseError`.
 */
export class ConnectionBudget {
  readonly laneGate = new Gate('requests', statementsOfOneTenant);
  readonly poolGate: Gate;
  /** Since the start of the process. */
  statements = { lane: 0, pool: 0 };
  deadlines = 0;
  /** Told of each statement before it is sent: for tests, which hold them to rules, and for benchmarks. */
  onStatement: (statement: SentStatement) => void = () => undefined;
  /** Told how long a transaction waited for its connection, in seconds. */
  onWait: (seconds: number) => void = () => undefined;
  /** Told that a connection is lent to the tenant. Answers whom to tell of the end. */
  onPool: (role: string) => () => void = () => () => undefined;
  private readonly poolLimits: string;
  private readonly answerWithinMs: number;
  private readonly lanes: Lane[];
  private readonly pool: pg.Pool;
  private readonly rolesOf = new WeakMap<PoolClient, Set<string>>();
  private readonly namesOf = new WeakMap<PoolClient, StatementNames>();
  private readonly slow = new LRUCache<string, true>({ max: 10_000, ttl: avoidLanesMs });
  private isClosed = false;

  constructor(
    url: string,
    readonly size: BudgetOptions = usualOptions,
  ) {
    const timeouts = size.timeouts ?? usualTimeouts;
    const { statementMs } = timeouts;
    const isOurs = !size.isPooled;
    this.poolLimits = isOurs ? '' : `; ${writeTimeouts('set local', timeoutsOfPool(timeouts))}`;
    this.answerWithinMs = statementMs === 0 ? 0 : statementMs + graceMs;
    const config: ClientConfig & PoolConfig = {
      connectionString: url,
      application_name: 'atrium-api',
      types: columnTypes,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: waitForConnectionMs,
    };
    const late = () => {
      this.deadlines += 1;
    };
    const limits = { ...laneLimits, isPooled: !isOurs };
    this.lanes = Array.from({ length: size.lanes }, () => new Lane(config, late, limits));
    this.pool = new pg.Pool({
      ...config,
      // What need not wait for an answer is sent behind the one before it.
      pipeline: true,
      max: size.transactions,
      maxLifetimeSeconds: maxAgeSeconds,
      idleTimeoutMillis: 60_000,
    } as PoolConfig);
    // Without a listener of its own from the first moment, a connection that dies while nobody listens ends the process: the pool's
    // listener is off between a connection's being lent and ours being on.
    this.pool.on('connect', (client) => {
      client.on('error', () => undefined);
      if (isOurs) setForSession(client, writeTimeouts('set', timeoutsOfPool(timeouts)));
    });
    this.pool.on('error', () => undefined);
    this.poolGate = new Gate('requests', {
      ...transactionsOfOneTenant,
      atOnce: Math.max(1, Math.floor(size.transactions * shareOfTransactions)),
    });
  }

  /**
   * One statement in a transaction of its own: under the role; without one as the process itself, for the registry.
   * One that is too long for a lane, where others wait behind it, is run once more over the pool: it must be a read.
   */
  async run(text: string, values?: unknown[], role?: string): Promise<QueryResult> {
    if (role === undefined) return this.onLane(this.laneFor(role), text, values, role);
    if (this.slow.has(role)) return this.overPool(text, values, role);
    const giveTurnBack = await this.laneGate.take(role);
    try {
      // Asked again: what has waited behind one that was too long would hold the lanes up as that one did.
      if (!this.slow.has(role)) return await this.onLane(this.laneFor(role), text, values, role);
    } catch (error) {
      if (!tooLongForLanes.has(sqlStateOf(error))) throw error;
      this.slow.set(role, true);
    } finally {
      giveTurnBack();
    }
    return this.overPool(text, values, role);
  }

  /** A registry statement's rows. */
  async query<Row>(text: string, values?: unknown[]): Promise<Row[]> {
    return (await this.run(text, values)).rows as Row[];
  }

  /** A transaction, which begins with its first statement: under the role where one is given. Whoever begins it must end it, or `abandon` it. */
  async begin(role?: string): Promise<OpenTransaction> {
    const since = performance.now();
    const giveTurnBack = role === undefined ? () => undefined : await this.takePoolTurn(role);
    try {
      const client = await this.connect();
      this.onWait((performance.now() - since) / 1_000);
      this.statements.pool += 1;
      return new OpenTransaction(client, `begin; ${setRole(role)}${this.poolLimits}`, {
        answerWithinMs: this.answerWithinMs,
        isWorn: this.isWorn(client, role),
        names: this.size.isPooled ? null : this.namesFor(client),
        onDeadline: () => {
          this.deadlines += 1;
        },
        onEnd: giveTurnBack,
        onStatement: (text, values) => this.onStatement({ text, values, role, over: 'pool' }),
      });
    } catch (error) {
      giveTurnBack();
      throw error;
    }
  }

  /** Connections that are open now. */
  get openConnections(): number {
    return this.pool.totalCount + this.lanes.filter((lane) => lane.isOpen).length;
  }

  /** Connections that are at work now. */
  get busyConnections(): number {
    return this.pool.totalCount - this.pool.idleCount + this.lanes.filter((lane) => lane.inFlight > 0).length;
  }

  /** What comes afterwards is refused. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    await Promise.all([this.pool.end(), ...this.lanes.map((lane) => lane.close())]);
  }

  private async takePoolTurn(role: string): Promise<() => void> {
    const giveTurnBack = await this.poolGate.take(role);
    const tellEnd = this.onPool(role);
    return () => {
      tellEnd();
      giveTurnBack();
    };
  }

  private async connect(): Promise<PoolClient> {
    if (this.isClosed) throw new DatabaseUnavailable(new Error('this process has closed its connections'));
    try {
      return await this.pool.connect();
    } catch (error) {
      throw new DatabaseUnavailable(error);
    }
  }

  private onLane(lane: Lane, text: string, values: unknown[] | undefined, role: string | undefined) {
    this.statements.lane += 1;
    this.onStatement({ text, values, role, over: 'lane' });
    return lane.run({ text, values, role: role && requireGenerated(role) });
  }

  private async overPool(text: string, values: unknown[] | undefined, role: string): Promise<QueryResult> {
    const transaction = await this.begin(role);
    try {
      const result = await transaction.query(text, values);
      await transaction.end('commit');
      return result;
    } finally {
      transaction.abandon();
    }
  }

  /**
   * The tenant's own lane, so that few backends remember its tables, where no other tenant's statement is under way on it; else an idle one;
   * else the one with the fewest.
   */
  private laneFor(role: string | undefined): Lane {
    const own = this.lanes[role === undefined ? 0 : hash(role) % this.lanes.length];
    if (own?.isFreeFor(role)) return own;
    return this.lanes.reduce((best, lane) => (lane.inFlight < best.inFlight ? lane : best));
  }

  private namesFor(client: PoolClient): StatementNames {
    const names = this.namesOf.get(client) ?? new StatementNames();
    this.namesOf.set(client, names);
    return names;
  }

  private isWorn(client: PoolClient, role: string | undefined): boolean {
    const roles = this.rolesOf.get(client) ?? new Set<string>();
    this.rolesOf.set(client, roles);
    if (role !== undefined) roles.add(role);
    return roles.size >= maxRolesOfConnection;
  }
}

/** FNV-1a: ids that were made in the same moment differ in their last characters only. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return state >>> 0;
}
