import type { QueryRunner } from 'typeorm';
import type { VersionedSchema } from '../registry';
import type { Migrator } from './migrator';

/** Within a transaction that holds the tenant's registry row. Answers the version reached. */
export type Step = (runner: QueryRunner, schemaName: string, from: string) => Promise<string>;

export const upward =
  (migrator: Migrator): Step =>
  (runner, schemaName, from) =>
    migrator.upgradeSchema(runner, schemaName, from);

export const downward =
  (migrator: Migrator): Step =>
  (runner, schemaName, from) =>
    migrator.downgradeSchema(runner, schemaName, from);

/**
 * The version is read under a lock on the tenant's row: whoever comes second finds what the first has made of it.
 * The commit does not wait for the disk: what a crash takes back, it takes back whole, version and tables, and the next run does it again.
 */
export async function take(
  runner: QueryRunner,
  { id, schemaName, schemaVersion }: VersionedSchema,
  step: Step,
): Promise<boolean> {
  const [row]: { schemaVersion: string }[] = await runner.query(
    `select schema_version as "schemaVersion", set_config('synchronous_commit', 'off', true)
     from public.tenants where id = $1 for no key update`,
    [id],
  );
  if (row?.schemaVersion !== schemaVersion) return false;
  const version = await step(runner, schemaName, schemaVersion);
  await runner.query(
    `update public.tenants set schema_version = $2, failed_at = null, failure = null, migrated_at = clock_timestamp(),
       migrated_ms = extract(epoch from clock_timestamp() - transaction_timestamp()) * 1000
     where id = $1`,
    [id, version],
  );
  return version !== schemaVersion;
}
