import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import type { ConnectionBudget } from '../../database/connection-budget';
import { driverOver } from './tenant-connection';
import { TenantDataSource } from './tenant-data-source';

/** Some 4 KB of heap each: 35 MB where all are in use. */
const defaultCapacity = 10_000;

/** How many of a DataSource's connections are lent at this moment. */
interface Use {
  lent: number;
  isDropped: boolean;
}

interface Pool {
  opening: Promise<DataSource>;
  use: Use;
}

/**
 * The DataSource of each tenant, opened on first use and shared by concurrent callers.
 * Shape:  one per tenant schema, all over the process's one connection budget.
 * Units:  `capacity` counts open DataSources, not connections.
 * The least recently used is dropped, never destroyed: destroying one in flight would hand its open transaction to whoever comes next.
 * One that is dropped in use drains: its statements and transactions come to their end, and the last takes it along.
 */
export class PoolMap {
  /** Since the start of the process. */
  opened = 0;
  evicted = 0;
  /** Tenants that have a statement or a transaction under way now; of these, those that are dropped already. */
  inUse = 0;
  draining = 0;
  private readonly pools: LRUCache<string, Pool>;

  constructor(
    private readonly budget: ConnectionBudget,
    private readonly entities: (new () => object)[],
    capacity = defaultCapacity,
  ) {
    this.pools = new LRUCache({ max: capacity, dispose: (pool, _schemaName, reason) => this.drop(pool, reason) });
  }

  get size(): number {
    return this.pools.size;
  }

  /** `schemaName` is the schema's and the role's name alike. */
  dataSource(schemaName: string): Promise<DataSource> {
    const known = this.pools.get(schemaName);
    if (known) return known.opening;
    const pool = this.open(schemaName);
    this.pools.set(schemaName, pool);
    pool.opening.catch(() => {
      if (this.pools.peek(schemaName) === pool) this.pools.delete(schemaName);
    });
    return pool.opening;
  }

  /** For a tenant that is no more. */
  forget(schemaName: string): void {
    this.pools.delete(schemaName);
  }

  private open(schemaName: string): Pool {
    this.opened += 1;
    const use: Use = { lent: 0, isDropped: false };
    const driver = driverOver(this.budget, schemaName, (change) => this.count(use, change));
    return { opening: new TenantDataSource(schemaName, this.entities, driver).initialize(), use };
  }

  private count(use: Use, change: 1 | -1): void {
    use.lent += change;
    const hasTurned = use.lent === (change === 1 ? 1 : 0);
    if (!hasTurned) return;
    this.inUse += change;
    if (use.isDropped) this.draining += change;
  }

  private drop({ use }: Pool, reason: LRUCache.DisposeReason): void {
    if (reason === 'evict') this.evicted += 1;
    use.isDropped = true;
    if (use.lent > 0) this.draining += 1;
  }
}
