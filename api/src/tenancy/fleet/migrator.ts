import { DataSource, type QueryRunner } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import type { ConnectionBudget } from '../../database/connection-budget';
import { Gate } from '../../database/gate';
import type { Trailing } from '../../database/in-transaction';
import { driverOver } from '../connection/tenant-connection';
import { grantGateway, grantTables, listClosed } from './grants';
import { latestVersion, type Migration, noVersion, registryMigrations } from './migration-list';
import { createsMore, recordSteps } from './recorded-steps';

/** Any fixed number: it keeps two processes that start at once from migrating the registry side by side. */
const registryLock = 4_701_764;

/** Registrations and migrations take turns at the owner's few connections. */
const turns = { waiting: 200, waitMs: 30_000 };

/** Who looks at schemas, at some owner's wish, holds one of the two connections at most: registrations have the other. */
const looks = { atOnce: 1, waiting: 50, waitMs: 30_000 };

/** Who serves requests: reads the registry, and becomes tenants' roles where it is no superuser, who may anyway. */
export interface Gateway {
  role: string;
  isSuperuser: boolean;
}

export interface Steps {
  /** Of every tenant's schema, oldest first. */
  migrations: Migration[];
  /** The tables of the newest version, to which a tenant's role is given its rights. */
  tables: readonly string[];
}

type Work<Result> = (runner: QueryRunner, trailing: Trailing) => Promise<Result>;

/** DDL, with the owner's rights: the registry's migrations, and the steps of one tenant's schema. */
export class Migrator {
  readonly steps: Migration[];
  readonly queue: Gate;
  private readonly looks = new Gate('looks at schemas', looks);
  /** By where they begin and end; null where the steps have to be gone one by one. */
  private readonly recorded = new Map<string, Promise<string[] | null>>();
  /** Those that a tenant's schema of the newest version has. */
  readonly tables: readonly string[];
  private readonly dataSource: DataSource;
  private knownGateway: Promise<Gateway> | null = null;

  constructor(
    budget: ConnectionBudget,
    private readonly gatewayBudget: ConnectionBudget,
    { migrations, tables }: Steps,
  ) {
    this.steps = migrations;
    this.tables = tables;
    this.queue = new Gate('registrations', { ...turns, atOnce: budget.size.transactions });
    this.dataSource = new DataSource({
      type: 'postgres',
      installExtensions: false,
      driver: driverOver(budget, undefined),
    });
    const driver = this.dataSource.driver as PostgresDriver;
    driver.version = '13.0';
    driver.database = 'atrium';
    driver.searchSchema = 'public';
  }

  /** The version to which every tenant's schema is brought. */
  get latest(): string {
    return latestVersion(this.steps);
  }

  /** Whether this program can serve a schema of that version: its own, the one before, or one that a later program has made. */
  serves(version: string): boolean {
    const oldest = this.steps.at(-2) ?? this.steps.at(-1);
    return !oldest || version >= oldest.version;
  }

  /** Answers the names of the migrations that ran. */
  async migrateRegistry(): Promise<string[]> {
    const gateway = await this.gateway();
    return this.inTransaction(async (runner) => {
      const applied = await appliedToRegistry(runner);
      const pending = registryMigrations.filter(({ version }) => !applied.includes(version));
      for (const { migration, version, name } of pending) {
        await migration.up(runner);
        await runner.query('insert into public.registry_migrations (version, name) values ($1, $2)', [version, name]);
      }
      if (!gateway.isSuperuser) await grantGateway(runner, gateway.role);
      return pending.map(({ name }) => name);
    });
  }

  /** Undoes the registry's newest migration. Answers its name, or null where there is none. */
  rollbackRegistry(): Promise<string | null> {
    return this.inTransaction(async (runner) => {
      const applied = await appliedToRegistry(runner);
      const newest = registryMigrations.findLast(({ version }) => applied.includes(version));
      if (!newest) return null;
      await newest.migration.down(runner);
      await runner.query('delete from public.registry_migrations where version = $1', [newest.version]);
      return newest.name;
    });
  }

  /** Within the caller's transaction: a new schema, of which the role of that name has the use. Answers the version reached. */
  async createSchema(runner: QueryRunner, schemaName: string, version = this.latest): Promise<string> {
    await runner.query(`create schema "${schemaName}"`);
    await runner.query(`grant usage on schema "${schemaName}" to "${schemaName}"`);
    return this.upgradeSchema(runner, schemaName, noVersion, version);
  }

  /** Within the caller's transaction: the steps behind `from` in the given schema. Answers the version reached. */
  async upgradeSchema(runner: QueryRunner, schemaName: string, from: string, to = this.latest): Promise<string> {
    const pending = this.steps.filter(({ version }) => version > from && version <= to);
    if (pending.length === 0) return from;
    const recorded = await this.record(pending);
    const run = async (): Promise<readonly string[]> => {
      if (recorded) await Promise.all(recorded.map((text) => runner.query(text)));
      else for (const { migration } of pending) await migration.up(runner);
      if (from === noVersion && to === this.latest) return this.tables;
      return recorded && !createsMore(recorded) ? [] : listClosed(runner, schemaName, this.tables);
    };
    // The path goes in one write with the first statement of the first step.
    const [, tables] = await Promise.all([enterSchema(runner, schemaName), run()]);
    await grantTables(runner, schemaName, tables);
    return to;
  }

  private record(steps: readonly Migration[]): Promise<string[] | null> {
    const key = steps.map(({ version }) => version).join();
    const recorded = this.recorded.get(key) ?? recordSteps(steps);
    this.recorded.set(key, recorded);
    return recorded;
  }

  /** Within the caller's transaction: one step back. Answers the version reached. */
  async downgradeSchema(runner: QueryRunner, schemaName: string, from: string): Promise<string> {
    if (from === noVersion) return from;
    const index = this.steps.findIndex(({ version }) => version === from);
    const newest = this.steps[index];
    if (!newest) throw new Error(`expected a version that this program knows, got ${from}`);
    await Promise.all([enterSchema(runner, schemaName), newest.migration.down(runner)]);
    return latestVersion(this.steps.slice(0, index));
  }

  /** What `trailing` is given goes in one write with the COMMIT behind it. Errors: `TooManyRequests` where too many wait already. */
  async inTransaction<T>(work: Work<T>): Promise<T> {
    const giveTurnBack = await this.queue.take('');
    try {
      return await this.transact(work);
    } finally {
      giveTurnBack();
    }
  }

  /** As `inTransaction`, one at a time in the process: for what reads catalogs, which may take seconds. */
  async looking<T>(work: Work<T>): Promise<T> {
    const giveTurnBack = await this.looks.take('');
    try {
      return await this.inTransaction(work);
    } finally {
      giveTurnBack();
    }
  }

  gateway(): Promise<Gateway> {
    this.knownGateway ??= this.readGateway().catch((error: unknown) => {
      this.knownGateway = null;
      throw error;
    });
    return this.knownGateway;
  }

  private async transact<T>(work: Work<T>): Promise<T> {
    if (!this.dataSource.isInitialized) await this.dataSource.initialize();
    const runner = this.dataSource.createQueryRunner();
    const underWay: Promise<unknown>[] = [];
    try {
      await runner.startTransaction();
      const result = await work(runner, (statement) => void underWay.push(statement));
      await Promise.all([...underWay, runner.commitTransaction()]);
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async readGateway(): Promise<Gateway> {
    const [gateway] = await this.gatewayBudget.query<Gateway>(
      `select rolname::text as role, rolsuper as "isSuperuser" from pg_roles where rolname = session_user`,
    );
    if (!gateway) throw new Error('expected the role of this session to exist');
    return gateway;
  }
}

async function appliedToRegistry(runner: QueryRunner): Promise<string[]> {
  await runner.query('select pg_advisory_xact_lock($1)', [registryLock]);
  await runner.query(`
    create table if not exists public.registry_migrations (
      version text constraint registry_migrations_pkey primary key,
      name text not null,
      applied_at timestamptz(3) not null default now()
    )`);
  const rows: { version: string }[] = await runner.query(
    'select version from public.registry_migrations order by version',
  );
  return rows.map(({ version }) => version);
}

/** Migration SQL names its tables without a schema: for this transaction alone they are the tenant's. */
async function enterSchema(runner: QueryRunner, schemaName: string): Promise<void> {
  await runner.query(`select set_config('search_path', quote_ident($1), true)`, [schemaName]);
}
