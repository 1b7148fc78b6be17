import type { Logger } from 'pino';
import type { Tenancy } from '../tenancy/tenancy';
import type { LeasedTask, TaskProgress, TaskStore } from './task-store';

/** What the work of a task is given. It may be begun anew after a kill, and finds out itself how far it had come. */
export interface TaskScope {
  task: LeasedTask;
  tenancy: Tenancy;
  /** Kept, and shown, twice a second at most; costs nothing in between. `step`: what it is at, in words. */
  report(done: number, total: number | null, step?: string): void;
  /** Aborted where it is not wanted any more, or the process ends. */
  signal: AbortSignal;
}

/** Answers what came of it, as JSON. Errors: `TaskFailure` with a sentence for whoever asked; any other is told of in the log alone. */
export type TaskWork = (scope: TaskScope) => Promise<unknown>;

/** Why it cannot be done, for whoever asked. It is not begun again. */
export class TaskFailure extends Error {}

interface TasksOptions {
  kinds: Record<string, TaskWork>;
  tenancy: Tenancy;
  logger: Pick<Logger, 'warn'>;
}

/** Units: milliseconds. */
const lookEveryMs = 1_000;
const keepEveryMs = 10_000;
const reportEveryMs = 500;

const atOnce = 2;
const mostAttempts = 5;

const ourFault = 'It failed for a reason that is ours; the operator finds it in the log. Nothing was left half done.';
const triedOften = `It was begun ${mostAttempts} times, and the process that worked on it ended each time.`;

/** Runs long work, two at a time in each process, beside the jobs, which it keeps from nothing. */
export class Tasks {
  private readonly ending = new AbortController();
  private running: Promise<unknown> = Promise.resolve();
  private wake: () => void = () => undefined;

  constructor(
    private readonly store: TaskStore,
    private readonly options: TasksOptions,
  ) {}

  start(): void {
    this.running = Promise.all(Array.from({ length: atOnce }, () => this.loop()));
  }

  /** What is under way is handed back, for another process to go on with. */
  async close(): Promise<void> {
    this.ending.abort();
    this.wake();
    await this.running;
  }

  /** Works on what waits now, to its end. */
  async runWaiting(): Promise<void> {
    while (!this.ending.signal.aborted) {
      const task = await this.store.lease(Object.keys(this.options.kinds));
      if (!task) return;
      await this.run(task);
    }
  }

  private async loop(): Promise<void> {
    while (!this.ending.signal.aborted) {
      await this.runWaiting().catch(() => undefined);
      if (!this.ending.signal.aborted) await this.pause();
    }
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, lookEveryMs).unref();
      const wakeOthers = this.wake;
      this.wake = () => {
        clearTimeout(timer);
        resolve();
        wakeOthers();
      };
    });
  }

  private async run(task: LeasedTask): Promise<void> {
    const { kinds, tenancy, logger } = this.options;
    const work = kinds[task.kind];
    if (!work || task.attempts > mostAttempts) return this.store.end(task.id, { failure: triedOften });
    const unwanted = new AbortController();
    const signal = AbortSignal.any([unwanted.signal, this.ending.signal]);
    const reports = new Reports(this.store, task, () => unwanted.abort());
    try {
      const result = await work({ task, tenancy, report: reports.take, signal });
      await reports.end();
      await this.store.end(task.id, { result });
    } catch (error) {
      await reports.end();
      if (unwanted.signal.aborted) return;
      if (this.ending.signal.aborted) return this.store.handBack(task.id).catch(() => undefined);
      if (!(error instanceof TaskFailure)) logger.warn({ err: error, task: task.id, kind: task.kind }, 'a task failed');
      const failure = error instanceof TaskFailure ? error.message : ourFault;
      // Where even that fails, the lease runs out, and it is begun again.
      await this.store.end(task.id, { failure }).catch(() => undefined);
    }
  }
}

/** What one task says of itself: the last word of each half second, and a sign of life in between. */
class Reports {
  private latest: TaskProgress;
  private writing: Promise<void> | null = null;
  private lastAt = 0;
  private readonly alive: NodeJS.Timeout;

  constructor(
    private readonly store: TaskStore,
    private readonly task: LeasedTask,
    private readonly onUnwanted: () => void,
  ) {
    this.latest = { done: task.done, total: task.total, step: task.step };
    this.alive = setInterval(() => this.write(), keepEveryMs);
  }

  readonly take = (done: number, total: number | null, step?: string): void => {
    this.latest = { done, total, step: step ?? this.latest.step };
    if (Date.now() - this.lastAt >= reportEveryMs) this.write();
  };

  /** The last word is kept too. */
  async end(): Promise<void> {
    clearInterval(this.alive);
    await this.writing;
    await this.store.report(this.task.id, this.latest).catch(() => undefined);
  }

  private write(): void {
    if (this.writing !== null) return;
    this.lastAt = Date.now();
    this.writing = this.store
      .report(this.task.id, this.latest)
      .then(
        (isWanted) => {
          if (!isWanted) this.onUnwanted();
        },
        // The database is away: the lease lasts for some reports more.
        () => undefined,
      )
      .finally(() => {
        this.writing = null;
      });
  }
}
