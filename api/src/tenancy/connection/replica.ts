import type { EntityManager } from 'typeorm';
import { ConnectionBudget } from '../../database/connection-budget';
import { sqlState, sqlStateOf } from '../../database/sql-state';
import type { Tenant } from '../tenant';
import { PoolMap } from './pool-map';

/** Units: milliseconds. */
const lookEveryMs = 250;
const tellEveryMs = 60_000;

/** Some minutes' worth: one that is further behind serves nobody. */
const mostSamples = 240;

/** Tenants with a write that the replica may not have yet. Where there are more, all are taken for such. */
const mostWritten = 20_000;

export interface ReplicaOptions {
  url: string;
  /** Beyond it, nobody reads there. Units: milliseconds. */
  maxLagMs: number;
  /** A sentence for the operator, at most once a minute. */
  onTrouble(sentence: string, error?: unknown): void;
}

/** How far the primary was at a moment of this process's own clock. */
interface Sample {
  at: number;
  lsn: string;
}

/**
 * A standby of the database, from which tenants are read while it has all that this process knows to be written to them.
 * Each look notes how far the primary is, and asks the standby which of the notes before it has reached: no clocks are compared.
 */
export class Replica {
  private readonly budget: ConnectionBudget;
  private readonly pools: PoolMap;
  /** Since the start of the process: statements answered there, and those that had to be asked of the primary again. */
  reads = 0;
  fallbacks = 0;
  private samples: Sample[] = [];
  /** What was written before this moment is there. */
  private caughtUpTo = Number.NEGATIVE_INFINITY;
  private readonly writtenAt = new Map<string, number>();
  private allWrittenAt = Number.NEGATIVE_INFINITY;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();
  private isSame: boolean | null = null;
  private toldAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly primary: ConnectionBudget,
    entities: (new () => object)[],
    private readonly options: ReplicaOptions,
  ) {
    this.budget = new ConnectionBudget(options.url);
    this.pools = new PoolMap(this.budget, entities);
  }

  get openConnections(): number {
    return this.budget.openConnections;
  }

  /** Units: seconds, 0 at best; infinite where it was never caught up with. */
  get lagSeconds(): number {
    return Math.max(0, (performance.now() - this.caughtUpTo - lookEveryMs) / 1_000);
  }

  start(): void {
    this.timer = setInterval(() => void this.look(), lookEveryMs).unref();
  }

  async close(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.looking;
    await this.budget.close();
  }

  /** After a commit, this process's or another's: until the standby has it, the tenant is read from the primary. */
  wrote(tenantId: string): void {
    const now = performance.now();
    this.writtenAt.set(tenantId, now);
    if (this.writtenAt.size <= mostWritten) return;
    this.allWrittenAt = now;
    this.writtenAt.clear();
  }

  /**
   * Answers a read of the tenant; null where the primary has to. Whatever the standby finds wrong is not told: it may be a table that it
   * has not got yet, or a read that stood in the way of what it was to write.
   * Errors: where the read takes too long, which it would on the primary too.
   */
  async read<Result>(
    { id, schemaName }: Pick<Tenant, 'id' | 'schemaName'>,
    work: (manager: EntityManager) => Promise<Result>,
  ): Promise<Result | null> {
    if (!this.isFreshFor(id)) return null;
    try {
      const result = await work((await this.pools.dataSource(schemaName)).manager);
      this.reads += 1;
      return result;
    } catch (error) {
      if (sqlStateOf(error) === sqlState.queryCanceled) throw error;
      this.fallbacks += 1;
      this.complain('a read failed on the database in DATABASE_REPLICA_URL, and was made on the primary', error);
      return null;
    }
  }

  private isFreshFor(tenantId: string): boolean {
    if (performance.now() - this.caughtUpTo > this.options.maxLagMs + lookEveryMs) return false;
    return Math.max(this.writtenAt.get(tenantId) ?? this.allWrittenAt, this.allWrittenAt) < this.caughtUpTo;
  }

  /** Compares once. The next look waits for the one before. */
  look(): Promise<void> {
    this.looking = this.looking.then(() => this.lookNow()).catch((error: unknown) => this.complain(away, error));
    return this.looking;
  }

  private async lookNow(): Promise<void> {
    this.isSame ??= await this.isOfPrimary();
    if (!this.isSame) return this.complain(isOther);
    const at = performance.now();
    const [now] = await this.primary.query<{ lsn: string }>('select pg_current_wal_lsn()::text as lsn');
    if (!now) return;
    this.samples = [...this.samples, { at, lsn: now.lsn }].slice(-mostSamples);
    const [found] = await this.budget.query<{ reached: number }>(
      `select count(*) filter (where lsn <= pg_last_wal_replay_lsn()) as reached from unnest($1::pg_lsn[]) as lsn`,
      [this.samples.map(({ lsn }) => lsn)],
    );
    const newest = this.samples[Number(found?.reached ?? 0) - 1];
    if (!newest) return;
    this.caughtUpTo = newest.at;
    this.samples = this.samples.filter(({ at }) => at > newest.at);
    for (const [tenantId, when] of this.writtenAt) if (when < newest.at) this.writtenAt.delete(tenantId);
  }

  /** Every cluster has an identifier, which its standbys share. */
  private async isOfPrimary(): Promise<boolean> {
    const identity =
      'select system_identifier::text as id, pg_is_in_recovery() as "isStandby" from pg_control_system()';
    const [[primary], [standby]] = await Promise.all([
      this.primary.query<{ id: string }>(identity),
      this.budget.query<{ id: string; isStandby: boolean }>(identity),
    ]);
    return standby?.isStandby === true && standby.id === primary?.id;
  }

  private complain(sentence: string, error?: unknown): void {
    if (performance.now() - this.toldAt < tellEveryMs) return;
    this.toldAt = performance.now();
    this.options.onTrouble(sentence, error);
  }
}

const away = 'the database in DATABASE_REPLICA_URL does not answer; all is read from the primary';
const isOther = 'DATABASE_REPLICA_URL names no standby of this database; all is read from the primary';
