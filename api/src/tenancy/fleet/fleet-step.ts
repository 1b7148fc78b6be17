import type { QueryRunner } from 'typeorm';
import type { Trailing } from '../../database/in-transaction';
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

/** Another run has brought the tenant elsewhere since it was listed: nothing is done, and nothing is wrong. */
export class Overtaken extends Error {}

/**
 * The version is read under a lock on the tenant's row: whoever comes second finds what the first has made of it. The step is sent behind that
 * without waiting, and all of it taken back where the version was another one. The commit does not wait for the disk: what a crash takes
 * back, it takes back whole, version and tables, and the next run does it again.
 * Errors: `Overtaken`; the step's own.
 */
export async function take(
  runner: QueryRunner,
  { id, schemaName, schemaVersion }: VersionedSchema,
  step: Step,
  trailing: Trailing,
): Promise<boolean> {
  const [locked, stepped] = await Promise.allSettled([
    runner.query(
      `select schema_version as "schemaVersion", set_config('synchronous_commit', 'off', true)
       from public.tenants where id = $1 for no key update`,
      [id],
    ),
    step(runner, schemaName, schemaVersion),
  ]);
  if (locked.status === 'rejected') throw locked.reason;
  if (locked.value[0]?.schemaVersion !== schemaVersion) throw new Overtaken();
  if (stepped.status === 'rejected') throw stepped.reason;
  const version = stepped.value;
  trailing(
    runner.query(
      `update public.tenants set schema_version = $2, failed_at = null, failure = null, migrated_at = clock_timestamp(),
         migrated_ms = extract(epoch from clock_timestamp() - transaction_timestamp()) * 1000
       where id = $1`,
      [id, version],
    ),
  );
  return version !== schemaVersion;
}
