import { setTimeout as sleep } from 'node:timers/promises';
import { sqlStateOf } from '../../database/sql-state';
import { isDatabaseUnavailable } from '../../database/unavailable';
import type { Registry, VersionedSchema } from '../registry';
import { listSmallest } from './fleet-list';
import { downward, Overtaken, type Step, take, upward } from './fleet-step';
import { noVersion } from './migration-list';
import type { Migrator } from './migrator';
import { wavesOf } from './waves';

export interface FleetProgress {
  done: number;
  total: number;
  slug: string;
  /** Why this tenant stayed at its version; the others went on. */
  failure: Error | null;
}

export interface FleetOptions {
  /** Slugs or ids of the only tenants that are meant; null for all. Errors: one that there is not. */
  only?: readonly string[] | null;
  /** How many tenants at a time: of the owner's connections, each takes one. */
  jobs?: number;
  /** At most so many in this run. */
  limit?: number;
  /** Who goes first, before all others: the given ones, or so many of the smallest. Where one of them fails, the run ends. */
  canaries?: number | readonly string[];
  /** Units: percent of a wave. Where more of it fails, the run ends; 100 goes through to the end. */
  maxFailures?: number;
}

export interface FleetResult {
  changed: number;
  /** Marked: it is broken, and takes no writes. Else somebody was at work in it, and a later run may bring it through. */
  failures: { slug: string; error: Error; isMarked: boolean }[];
  /** Why the run ended before the last tenant, in a sentence. */
  stopped?: string;
}

type OnProgress = (progress: FleetProgress) => void;

/** The process that serves has two owner's connections, and one of them stays free for registrations. */
const usualJobs = 1;

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
  async migrate(onProgress: OnProgress = () => undefined, options: FleetOptions = {}): Promise<FleetResult> {
    return this.forEach(await this.behind(options), onProgress, upward(this.migrator), options);
  }

  /** Those that `migrate` would bring forward, in its order. */
  async behind({ only = null, limit, canaries = 0 }: FleetOptions = {}): Promise<VersionedSchema[]> {
    const behind = await this.registry.listSchemas({ below: this.migrator.latest, only });
    return (await this.canariesFirst(behind, canaries)).slice(0, limit);
  }

  /** Undoes each tenant's newest migration, where it has one. */
  async rollBack(onProgress: OnProgress = () => undefined, options: FleetOptions = {}): Promise<FleetResult> {
    const migrated = await this.registry.listSchemas({ above: noVersion, only: options.only ?? null });
    return this.forEach(migrated.slice(0, options.limit), onProgress, downward(this.migrator), options);
  }

  private async canariesFirst(
    schemas: VersionedSchema[],
    canaries: NonNullable<FleetOptions['canaries']>,
  ): Promise<VersionedSchema[]> {
    if (canaries === 0) return schemas;
    const first =
      typeof canaries === 'number'
        ? new Set(await this.migrator.inTransaction((runner) => listSmallest(runner, schemas, canaries)))
        : new Set((await this.registry.listSchemas({ only: canaries })).map(({ id }) => id));
    return [...schemas.filter(({ id }) => first.has(id)), ...schemas.filter(({ id }) => !first.has(id))];
  }

  private async forEach(
    schemas: VersionedSchema[],
    onProgress: OnProgress,
    step: Step,
    { jobs = usualJobs, canaries = 0, maxFailures = 100 }: FleetOptions,
  ): Promise<FleetResult> {
    const canaryCount = typeof canaries === 'number' ? canaries : canaries.length;
    const result: FleetResult = { changed: 0, failures: [] };
    let done = 0;
    for (const [index, wave] of wavesOf(schemas, canaryCount).entries()) {
      const isCanary = index === 0 && canaryCount > 0;
      const mostFailures = isCanary ? 0 : Math.floor((wave.length * maxFailures) / 100);
      const waiting = wave.values();
      let failed = 0;
      const worker = async () => {
        while (failed <= mostFailures) {
          const { value: schema, done: isOver } = waiting.next();
          if (isOver) return;
          const failure = await this.attempt(schema, step).then(
            (isChanged) => {
              result.changed += isChanged ? 1 : 0;
              return null;
            },
            (error: Error) => error,
          );
          if (failure) {
            const marked = await this.mark(schema, failure);
            result.failures.push(marked);
            failed += marked.isMarked ? 1 : 0;
          }
          done += 1;
          onProgress({ done, total: schemas.length, slug: schema.slug, failure });
        }
      };
      await Promise.all(Array.from({ length: jobs }, worker));
      if (failed > mostFailures) {
        result.stopped = isCanary
          ? canaryFailed(schemas.length - done)
          : tooManyFailed(failed, wave, schemas.length - done);
        return result;
      }
    }
    return result;
  }

  /** Whether it was this run that changed it: another process may have been first. */
  private async attempt(schema: VersionedSchema, step: Step): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.migrator.inTransaction((runner, trailing) => take(runner, schema, step, trailing));
      } catch (error) {
        if (error instanceof Overtaken) return false;
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

const canaryFailed = (left: number): string =>
  `A company that goes first failed, so the ${left} behind it were left as they are.`;

const tooManyFailed = (failed: number, { length }: readonly unknown[], left: number): string =>
  `${failed} of a wave of ${length} companies failed, so the ${left} behind them were left as they are.`;
