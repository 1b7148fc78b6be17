import { DataSource, type QueryRunner } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import type { ConnectionBudget } from '../database/connection-budget';
import { grantTables } from './grants';
import { latestVersion, noVersion, registryMigrations, tenantMigrations } from './migration-list';
import type { Registry } from './registry';
import { driverOver } from './tenant-connection';

export interface FleetProgress {
  done: number;
  total: number;
  schemaName: string;
  /** Why this schema stayed at its version; the others went on. */
  failure: Error | null;
}

export interface FleetResult {
  migrated: number;
  failures: { schemaName: string; error: Error }[];
}

/** Any fixed number: it keeps two processes that start at once from migrating the registry side by side. */
const registryLock = 4_701_764;
const parallelSchemas = 2;

/**
 * Brings the registry and every tenant's schema to the version of this program, or one step back.
 * Each schema is one transaction with its version, so that a run that was cut off is simply run again.
 */
export class Migrator {
  private readonly dataSource: DataSource;

  constructor(
    budget: ConnectionBudget,
    private readonly registry: Registry,
  ) {
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

  /** Answers the names of the migrations that ran. */
  migrateRegistry(): Promise<string[]> {
    return this.inTransaction(async (runner) => {
      const applied = await appliedToRegistry(runner);
      const pending = registryMigrations.filter(({ version }) => !applied.includes(version));
      for (const { migration, version, name } of pending) {
        await migration.up(runner);
        await runner.query('insert into public.registry_migrations (version, name) values ($1, $2)', [version, name]);
      }
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

  /** Only the schemas that are behind cost anything. */
  async migrateTenants(onProgress: (progress: FleetProgress) => void = () => undefined): Promise<FleetResult> {
    const latest = latestVersion(tenantMigrations);
    const behind = (await this.registry.listSchemas()).filter(({ schemaVersion }) => schemaVersion < latest);
    return this.forEachSchema(behind, onProgress, (runner, { schemaName, schemaVersion }) =>
      this.upgradeSchema(runner, schemaName, schemaVersion),
    );
  }

  /** Undoes the newest migration of every tenant that has one. */
  async rollbackTenants(onProgress: (progress: FleetProgress) => void = () => undefined): Promise<FleetResult> {
    const migrated = (await this.registry.listSchemas()).filter(({ schemaVersion }) => schemaVersion > noVersion);
    return this.forEachSchema(migrated, onProgress, async (runner, { schemaName, schemaVersion }) => {
      const index = tenantMigrations.findIndex(({ version }) => version === schemaVersion);
      const newest = tenantMigrations[index];
      if (!newest) throw new Error(`expected a version that this program knows, got ${schemaVersion}`);
      await enterSchema(runner, schemaName);
      await newest.migration.down(runner);
      await recordVersion(runner, schemaName, tenantMigrations[index - 1]?.version ?? noVersion);
    });
  }

  /** Within the caller's transaction: the steps from a version to the newest, in the given schema. */
  async upgradeSchema(runner: QueryRunner, schemaName: string, from: string): Promise<void> {
    await enterSchema(runner, schemaName);
    for (const { migration, version } of tenantMigrations) {
      if (version > from) await migration.up(runner);
    }
    await grantTables(runner, schemaName);
    await recordVersion(runner, schemaName, latestVersion(tenantMigrations));
  }

  /** Runs with the process's own rights, without the timeouts of a request. */
  async inTransaction<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    if (!this.dataSource.isInitialized) await this.dataSource.initialize();
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query('set local statement_timeout = 0');
      const result = await work(runner);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async forEachSchema<S extends { schemaName: string }>(
    schemas: S[],
    onProgress: (progress: FleetProgress) => void,
    work: (runner: QueryRunner, schema: S) => Promise<void>,
  ): Promise<FleetResult> {
    const waiting = [...schemas];
    const failures: FleetResult['failures'] = [];
    let done = 0;
    const worker = async () => {
      for (let schema = waiting.shift(); schema; schema = waiting.shift()) {
        const current = schema;
        const failure = await this.inTransaction((runner) => work(runner, current)).then(
          () => null,
          (error: Error) => error,
        );
        done += 1;
        if (failure) failures.push({ schemaName: current.schemaName, error: failure });
        onProgress({ done, total: schemas.length, schemaName: current.schemaName, failure });
      }
    };
    await Promise.all(Array.from({ length: parallelSchemas }, worker));
    return { migrated: done - failures.length, failures };
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

async function recordVersion(runner: QueryRunner, schemaName: string, version: string): Promise<void> {
  await runner.query('update public.tenants set schema_version = $2 where schema_name = $1', [schemaName, version]);
}
