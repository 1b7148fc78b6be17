import { LRUCache } from 'lru-cache';
import type { EntityManager } from 'typeorm';
import type { ConnectionBudget } from '../database/connection-budget';
import { Migrator } from './migrator';
import { PoolMap } from './pool-map';
import { type NewTenant, provisionTenant } from './provisioning';
import { Registry } from './registry';
import type { Tenant } from './tenant';
import { WakeUps } from './wake-ups';

/** How long another process's change to a tenant (its name, its suspension) may go unnoticed here. */
const rememberTenantMs = 1_000;

/** The tenants of this deployment and the way into each one's schema. One per process. */
export class Tenancy {
  readonly registry: Registry;
  readonly migrator: Migrator;
  readonly pools: PoolMap;
  readonly wakeUps: WakeUps;
  private readonly remembered = new LRUCache<string, Tenant>({ max: 10_000, ttl: rememberTenantMs });

  constructor(readonly budget: ConnectionBudget) {
    this.registry = new Registry(budget);
    this.migrator = new Migrator(budget, this.registry);
    this.pools = new PoolMap(budget);
    this.wakeUps = new WakeUps(budget);
  }

  /** By id or slug; null where there is none, or none that is open for use. */
  async findTenant(idOrSlug: string): Promise<Tenant | null> {
    const remembered = this.remembered.get(idOrSlug);
    if (remembered) return remembered;
    const tenant = await this.registry.findTenant(idOrSlug);
    if (tenant) this.remembered.set(idOrSlug, tenant);
    return tenant;
  }

  /** The tenant's own manager: each statement runs in its schema, under its role. */
  async managerOf(tenant: Pick<Tenant, 'schemaName'>): Promise<EntityManager> {
    return (await this.pools.dataSource(tenant.schemaName)).manager;
  }

  /** Errors: `IdempotencyConflict`. */
  async createTenant(newTenant: NewTenant): Promise<Tenant> {
    const id = await provisionTenant(this.migrator, this.registry, newTenant);
    const tenant = await this.registry.findTenant(id);
    if (!tenant) throw new Error(`expected tenant ${id} to exist after its registration`);
    return tenant;
  }

  /** Something in the tenant becomes due then; a process that is alive will see to it within seconds. */
  scheduleWakeUp(tenantId: string, dueAt: Date): Promise<void> {
    return this.wakeUps.schedule(tenantId, dueAt);
  }
}
