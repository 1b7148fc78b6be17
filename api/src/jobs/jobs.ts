import type { EntityManager } from 'typeorm';
import type { Permission } from '../access/permission';
import type { Post } from '../access/post';
import type { Standing } from '../access/standing';
import type { Lifecycle } from '../tenancy/lifecycle/lifecycle';
import type { Tenancy } from '../tenancy/tenancy';
import type { Job, JobStore } from './job-store';

/** What the work of a job gets of its tenant. */
export interface JobScope {
  manager: EntityManager;
  schemaVersion: string;
  /** Tells subscribers, after the commit, how far the log has come; null where nothing happened. */
  tell(seq: number | null): void;
  /** Of members and API keys, those that have the permission now: for what is done in their name. */
  standingOf(actorIds: readonly string[], permission: Permission): Promise<ReadonlyMap<string, Standing>>;
}

/**
 * The work of one kind in one tenant. It may run twice, and finds out itself whether there is anything left to do.
 * Answers when it is to run again; null for never.
 */
export type TenantJob = (scope: JobScope & { now: Date }) => Promise<Date | null>;

/** Work of the whole deployment, in one process at a time. It may run twice. Answers when it is to run again. */
export type FleetJob = (scope: FleetScope & { now: Date }) => Promise<Date>;

/** What the deployment's own work is given. */
export interface FleetScope {
  tenancy: Tenancy;
  lifecycle: Lifecycle;
  post: Post;
}

/** `gone` where the tenant is no more, `closed` where it takes no writes now. */
type OpenTenant = (tenantId: string) => Promise<JobScope | 'gone' | 'closed'>;

/** Answers when it is to run again; null for never; `closed` where it cannot run now. */
type Work = (job: Job, now: Date) => Promise<Date | null | 'closed'>;

interface JobsOptions {
  kinds: Record<string, Work>;
  onFailure(error: unknown, job: Job): void;
}

/** Units: milliseconds. */
const lookEveryMs = 2_000;
const extendEveryMs = 20_000;
const askClosedAgainMs = 600_000;
const firstRetryMs = 5_000;
const longestRetryMs = 3_600_000;
const againAfterMs = 1_000;

const jobsOfRound = 20;
const atOnce = 2;

/**
 * Runs what is due, a few at a time. The next round starts when the last has ended. A job that fails comes up again later and later,
 * and harms no other.
 */
export class Jobs {
  /** Since the start of the process. */
  done = 0;
  failed = 0;
  private isClosed = false;
  private running: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;

  constructor(
    private readonly store: JobStore,
    private readonly options: JobsOptions,
  ) {}

  start(): void {
    this.running = this.loop();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.wake();
    await this.running;
  }

  /** Runs what is due now, to its end. */
  async runDue(): Promise<void> {
    while ((await this.round()) === jobsOfRound && !this.isClosed);
  }

  private async loop(): Promise<void> {
    while (!this.isClosed) {
      await this.runDue().catch(() => undefined);
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        if (this.isClosed) resolve();
        else setTimeout(resolve, lookEveryMs).unref();
      });
    }
  }

  private async round(): Promise<number> {
    const jobs = await this.store.lease(Object.keys(this.options.kinds), jobsOfRound);
    const waiting = jobs.values();
    const worker = async () => {
      for (const job of waiting) await this.run(job);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return jobs.length;
  }

  private async run(job: Job): Promise<void> {
    const extending = setInterval(() => void this.store.extend(job.id).catch(() => undefined), extendEveryMs);
    try {
      await this.work(job);
      this.done += 1;
    } catch (error) {
      this.failed += 1;
      this.options.onFailure(error, job);
      const inMs = Math.min(firstRetryMs * 2 ** (job.attempts - 1), longestRetryMs) * (0.75 + Math.random() / 2);
      // Where even that fails, the lease runs out.
      await this.store.putOff(job.id, new Date(Date.now() + inMs), messageOf(error)).catch(() => undefined);
    } finally {
      clearInterval(extending);
    }
  }

  private async work(job: Job): Promise<void> {
    const again = (await this.options.kinds[job.kind]?.(job, new Date())) ?? null;
    if (again === 'closed') {
      return this.store.putOff(job.id, new Date(Date.now() + askClosedAgainMs), 'The company takes no writes now.');
    }
    // Never for its own moment, with which it would be removed: clocks differ.
    const atLeast = Date.parse(job.dueAt) + againAfterMs;
    if (again) await this.store.schedule(job.kind, job.tenantId, new Date(Math.max(again.getTime(), atLeast)));
    await this.store.remove(job.id);
  }
}

export const inTenants = (kinds: Record<string, TenantJob>, openTenant: OpenTenant): Record<string, Work> =>
  mapValues(kinds, (work) => async ({ tenantId }, now) => {
    const tenant = tenantId === null ? 'gone' : await openTenant(tenantId);
    if (tenant === 'closed') return 'closed';
    return tenant === 'gone' ? null : work({ ...tenant, now });
  });

export const inFleet = (kinds: Record<string, FleetJob>, scope: FleetScope): Record<string, Work> =>
  mapValues(kinds, (work) => (_job, now) => work({ ...scope, now }));

const mapValues = <From, To>(from: Record<string, From>, to: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(from).map(([key, value]) => [key, to(value)]));

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
