import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { EntityManager } from 'typeorm';
import { citusFaults } from '../database/citus';
import { type BudgetOptions, ConnectionBudget, usualOptions } from '../database/connection-budget';
import { CopyConnections } from '../database/copy-connections';
import { Courtesy } from '../database/courtesy';
import { Gate } from '../database/gate';
import type { DatabaseUrls } from '../database/roles';
import type { ArchiveSettings } from './archive-settings';
import { PoolMap } from './connection/pool-map';
import { Replica, type ReplicaOptions } from './connection/replica';
import { Activity } from './fleet/activity';
import { Drift } from './fleet/drift';
import { Fleet } from './fleet/fleet';
import { Migrator, type Steps } from './fleet/migrator';
import { HiddenTenants } from './hidden-tenants';
import { type NewTenant, Provisioning } from './provisioning';
import { Registry } from './registry';
import { RoleReserve } from './role-reserve';
import { SchemaReserve } from './schema-reserve';
import { type Tenant, TenantStatus } from './tenant';

/** How long another process's change to a tenant (its name, its suspension) may go unnoticed here. */
const rememberTenantMs = 1_000;

export interface TenancyOptions extends Steps {
  /** What the nouns keep in a tenant's schema, for its DataSource. */
  entities: (new () => object)[];
  budget?: BudgetOptions;
  /** The kinds of jobs that the nouns do in a tenant. */
  jobKinds: readonly string[];
  /** How many DataSources are kept open. */
  poolCapacity?: number;
  /** How many schemas are made before somebody registers. */
  readySchemas?: number;
  /** A standby to read from. */
  replica?: ReplicaOptions | undefined;
  /** How many of the owner's transactions run at a time: for commands, which work on many tenants and serve nobody. */
  ownerTransactions?: number;
  /** Without it, no company is kept as a file. */
  archives?: ArchiveSettings;
  /** Of the deployment. */
  secret?: string;
}

/**
 * How many operations of one tenant are worked on at a time in one process; what comes on top waits, for so long. Those that have a
 * connection of their own, whose statements may take long, do not count. Two keep the process as busy as ten do.
 */
const operationsOfOneTenant = { atOnce: 2, waiting: 1_000, waitMs: 5_000 };

/** One lane for statements on their own, and a transaction each for a migration and a registration. */
const ownerOptions: BudgetOptions = {
  lanes: 1,
  transactions: 2,
  // DDL takes as long as its table is large; but who waits for a lock makes all others wait behind it.
  timeouts: { statementMs: 0, lockMs: 3_000, idleInTransactionMs: 60_000 },
};

/** Requests then go another way than migrations do. */
const isPooled = ({ gateway, owner }: Pick<DatabaseUrls, 'gateway' | 'owner'>): boolean =>
  new URL(gateway).host !== new URL(owner).host;

/** The tenants of this deployment and the way into each one's schema. One per process. */
export class Tenancy {
  /** For requests, as the gateway. */
  readonly budget: ConnectionBudget;
  readonly registry: Registry;
  readonly migrator: Migrator;
  readonly fleet: Fleet;
  readonly drift: Drift;
  readonly activity: Activity;
  readonly pools: PoolMap;
  /** Null where there is none. */
  readonly replica: Replica | null;
  /** For whole tables, in and out. */
  readonly copies: CopyConnections;
  readonly jobKinds: readonly string[];
  readonly archives: ArchiveSettings | null;
  /** Of the deployment; of this process alone where it was given none. */
  readonly secret: string;
  /** Companies that come from somewhere else. */
  readonly hidden: HiddenTenants;
  /** Of schemas of companies to come. */
  readonly reserve: SchemaReserve;
  readonly operations = new Gate('requests', operationsOfOneTenant, new Courtesy());
  private readonly ownerBudget: ConnectionBudget;
  private readonly provisioning: Provisioning;
  /** Whoever asks while the same is being read waits for that: many at once are one statement. */
  private readonly remembered = new LRUCache<string, Tenant>({
    max: 10_000,
    ttl: rememberTenantMs,
    fetchMethod: async (key) => (await this.registry.findKnown(key.slice(key.indexOf(' ') + 1))) ?? undefined,
  });
  private generation = 0;

  constructor(
    urls: Pick<DatabaseUrls, 'gateway' | 'owner'>,
    {
      budget,
      poolCapacity,
      readySchemas,
      replica,
      ownerTransactions,
      entities,
      jobKinds,
      archives,
      secret,
      ...steps
    }: TenancyOptions,
  ) {
    this.budget = new ConnectionBudget(urls.gateway, { ...(budget ?? usualOptions), isPooled: isPooled(urls) });
    this.budget.onPool = (role) => this.operations.lendOut(role);
    this.ownerBudget = new ConnectionBudget(urls.owner, {
      ...ownerOptions,
      transactions: ownerTransactions ?? ownerOptions.transactions,
    });
    this.registry = new Registry(this.budget);
    this.migrator = new Migrator(this.ownerBudget, this.budget, steps);
    this.fleet = new Fleet(this.migrator, this.registry);
    this.activity = new Activity(this.budget);
    this.drift = new Drift(this.migrator, this.registry);
    this.pools = new PoolMap(this.budget, entities, poolCapacity);
    this.replica = replica ? new Replica(this.budget, entities, replica) : null;
    this.copies = new CopyConnections(urls.gateway);
    this.jobKinds = jobKinds;
    this.archives = archives ?? null;
    this.secret = secret ?? randomBytes(32).toString('base64url');
    const roles = new RoleReserve(this.migrator);
    this.hidden = new HiddenTenants(this.migrator, roles);
    this.reserve = new SchemaReserve(this.migrator, roles, readySchemas ?? 0);
    this.provisioning = new Provisioning(this.migrator, this.reserve);
  }

  /** Connections that are open now, of all kinds. */
  get openConnections(): number {
    const kept = this.budget.openConnections + this.ownerBudget.openConnections;
    return kept + this.copies.openConnections + (this.replica?.openConnections ?? 0);
  }

  async close(): Promise<void> {
    await this.replica?.close();
    this.activity.close();
    await this.reserve.close();
    await Promise.all([this.budget.close(), this.ownerBudget.close()]);
  }

  /** By id or slug, a former one too; null where there is none that is in use. */
  async findTenant(idOrSlug: string): Promise<Tenant | null> {
    const tenant = await this.findKnown(idOrSlug);
    return tenant?.status === TenantStatus.ACTIVE ? tenant : null;
  }

  /** The same, and those that are closed to their members. */
  async findKnown(idOrSlug: string): Promise<Tenant | null> {
    return (await this.remembered.fetch(`${this.generation} ${idOrSlug}`)) ?? null;
  }

  /** After a change to a tenant's row: what is being read at this moment may be older, and is remembered under the number before. */
  forgetTenants(): void {
    this.generation += 1;
  }

  /** How many tenants' tables are older than this program, and in how many that could not be mended. */
  fleetState(): Promise<{ behind: number; failed: number }> {
    return this.registry.countBehind(this.migrator.latest);
  }

  /** What the database's engine lacks for many tenants, a sentence each. */
  async engineFaults(): Promise<string[]> {
    return citusFaults(this.budget, await this.registry.anySchema());
  }

  /** The tenant's own manager: each statement runs in its schema, under its role. */
  async managerOf(tenant: Pick<Tenant, 'schemaName'>): Promise<EntityManager> {
    return (await this.pools.dataSource(tenant.schemaName)).manager;
  }

  /** Errors: `IdempotencyConflict`; `TooManyRequests`. */
  async createTenant(newTenant: NewTenant): Promise<Tenant> {
    const id = await this.provisioning.provision(newTenant);
    this.replica?.wrote(id);
    const tenant = await this.registry.findTenant(id);
    if (!tenant) throw new Error(`expected tenant ${id} to exist`);
    return tenant;
  }
}
