import { setTimeout as sleep } from 'node:timers/promises';
import type { QueryRunner } from 'typeorm';
import { sqlStateOf } from '../../database/sql-state';
import { isDatabaseUnavailable } from '../../database/unavailable';
import type { Registry, VersionedSchema } from '../registry';
import { noVersion } from './migration-list';
import type { Migrator } from './migrator';

export interface FleetProgress {
  done: number;
  total: number;
  slug: string;
  /** Why this tenant stayed at its version; the others went on. */
  failure: Error | null;
}

export interface FleetResult {
  changed: number;
  /** Marked: it is broken, and takes no writes. Else somebody was at work in it, and a later run may bring it through. */
  failures: { slug: string; error: Error; isMarked: boolean }[];
}

type OnProgress = (progress: FleetProgress) => void;

/** Within a transaction that holds the tenant's registry row. Answers the version reached. */
type Step = (runner: QueryRunner, schemaName: string, from: string) => Promise<string>;

/** How many tenants at a time: the owner has two connections, and one of them stays free for registrations. */
const jobs = 1;

/** SQLSTATE: a lock was not to be had in time; a deadlock. Someone is at work in the tenant; it is not broken. */
const passing = new Set(['55P03', '40P01', '40001']);
const maxAttempts = 5;
const firstRetryMs = 100;

/**
 * All tenants' schemas, brought forward or back: each in one transaction, from the version that this transaction reads.
 * A run that was cut off is simply run again, and two at once share the work. A tenant whose step fails is marked with the reason,
 * and answers reads only, until a later run brings it through.
 */
export class Fleet {
  constructor(
    private readonly migrator: Migrator,
    private readonly registry: Registry,
  ) {}

  /** Only the tenants that are behind cost anything. */
  async migrate(onProgress: OnProgress = () => undefined): Promise<FleetResult> {
    const behind = await this.registry.listSchemas({ below: this.migrator.latest });
    return this.forEach(behind, onProgress, (runner, schemaName, from) =>
      this.migrator.upgradeSchema(runner, schemaName, from),
    );
  }

  /** Undoes each tenant's newest migration, where it has one. */
  async rollBack(onProgress: OnProgress = () => undefined): Promise<FleetResult> {
    const migrated = await this.registry.listSchemas({ above: noVersion });
    return this.forEach(migrated, onProgress, (runner, schemaName, from) =>
      this.migrator.downgradeSchema(runner, schemaName, from),
    );
  }

  private async forEach(schemas: VersionedSchema[], onProgress: OnProgress, step: Step): Promise<FleetResult> {
    const waiting = schemas.values();
    const failures: FleetResult['failures'] = [];
    let changed = 0;
    let done = 0;
    const worker = async () => {
      for (const schema of waiting) {
        const failure = await this.attempt(schema, step).then(
          (isChanged) => {
            changed += isChanged ? 1 : 0;
            return null;
          },
          (error: Error) => error,
        );
        if (failure) failures.push(await this.mark(schema, failure));
        done += 1;
        onProgress({ done, total: schemas.length, slug: schema.slug, failure });
      }
    };
    await Promise.all(Array.from({ length: jobs }, worker));
    return { changed, failures };
  }

  /** Whether it was this run that changed it: another process may have been first. */
  private async attempt(schema: VersionedSchema, step: Step): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.migrator.inTransaction((runner) => take(runner, schema, step));
      } catch (error) {
        if (attempt === maxAttempts || !passing.has(sqlStateOf(error))) throw error;
        await sleep(firstRetryMs * 2 ** attempt * (0.5 + Math.random() / 2));
      }
    }
  }

  /** Errors: where the database itself is gone, which is no tenant's fault and ends the run. */
  private async mark({ id, slug }: VersionedSchema, error: Error): Promise<FleetResult['failures'][number]> {
    if (isDatabaseUnavailable(error)) throw error;
    const isMarked = !passing.has(sqlStateOf(error));
    if (isMarked) {
      await this.migrator.inTransaction((runner) =>
        runner.query('update public.tenants set failed_at = now(), failure = left($2, 500) where id = $1', [
          id,
          error.message,
        ]),
      );
    }
    return { slug, error, isMarked };
  }
}

/** The version is read under a lock on the tenant's row: whoever comes second finds what the first has made of it. */
async function take(
  runner: QueryRunner,
  { id, schemaName, schemaVersion }: VersionedSchema,
  step: Step,
): Promise<boolean> {
  const [row]: { schemaVersion: string }[] = await runner.query(
    'select schema_version as "schemaVersion" from public.tenants where id = $1 for no key update',
    [id],
  );
  if (row?.schemaVersion !== schemaVersion) return false;
  const version = await step(runner, schemaName, schemaVersion);
  await runner.query('update public.tenants set schema_version = $2, failed_at = null, failure = null where id = $1', [
    id,
    version,
  ]);
  return version !== schemaVersion;
}
