import { pauseMs } from '../apollo/back-off';
import type { Outbox } from './outbox';
import { earliestDue, nextDue, type OutgoingMessage } from './outgoing-message';

/** How an attempt ended: stored; refused for good, in one sentence; or not got through, with how long the service asks to wait. */
export type Outcome =
  | { kind: 'stored' }
  | { kind: 'refused'; problem: string; isLate?: boolean }
  | { kind: 'failed'; heldForMs: number };

export type Deliver = (message: OutgoingMessage) => Promise<Outcome>;

/** The API forgets keys after a day: a later attempt could store a second time what the first one did. */
const keyLivesMs = 23 * 60 * 60_000;
const unconfirmed = 'it is not known whether an attempt of yesterday arrived. Look into the conversation first.';

const longestTimerMs = 60_000;

/** Sends what waits, by itself, in the order of each conversation; of all tabs, one at a time. */
export class Sender {
  private wokenAt = 0;
  private isRunning = false;
  private isAskedAgain = false;
  private isStopped = true;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly outbox: Outbox;
  private readonly deliver: Deliver;
  private readonly lockName: string;

  constructor(outbox: Outbox, deliver: Deliver, lockName: string) {
    this.outbox = outbox;
    this.deliver = deliver;
    this.lockName = lockName;
  }

  /** Answers how to stop. */
  start(): () => void {
    this.isStopped = false;
    const unsubscribe = this.outbox.subscribe(() => void this.run());
    void this.run();
    return () => {
      this.isStopped = true;
      clearTimeout(this.timer);
      unsubscribe();
    };
  }

  /** Something speaks for trying at once: pauses end, save those that the service has asked for. */
  wake(): void {
    this.wokenAt = Date.now();
    void this.run();
  }

  private async run(): Promise<void> {
    this.isAskedAgain = true;
    if (this.isRunning) return;
    this.isRunning = true;
    while (this.isAskedAgain && !this.isStopped) {
      this.isAskedAgain = false;
      if (this.next()) await exclusively(this.lockName, () => this.sendDue());
    }
    this.isRunning = false;
    this.waitForNext();
  }

  private next(): OutgoingMessage | undefined {
    return nextDue(this.outbox.messages, this.wokenAt);
  }

  private async sendDue(): Promise<void> {
    // Another tab may have sent some of it while this one waited for its turn.
    await this.outbox.refresh();
    for (let message = this.next(); message && !this.isStopped; message = this.next()) {
      await this.attempt(message);
    }
  }

  private async attempt(message: OutgoingMessage): Promise<void> {
    const { key, failures } = message;
    const firstTriedAt = message.firstTriedAt ?? Date.now();
    if (Date.now() - firstTriedAt > keyLivesMs) return this.outbox.change(key, { problem: unconfirmed });
    this.outbox.change(key, { firstTriedAt });
    this.outbox.noteSending(key);
    const outcome = await this.deliver(message);
    this.outbox.noteSending(null);
    if (outcome.kind === 'stored') return this.outbox.remove(key);
    if (outcome.kind === 'refused')
      return this.outbox.change(key, { problem: outcome.problem, isLate: outcome.isLate ?? false });
    const failedAt = Date.now();
    this.outbox.change(key, {
      failures: failures + 1,
      failedAt,
      retryAt: failedAt + pauseMs(failures + 1),
      heldUntil: failedAt + outcome.heldForMs,
    });
  }

  private waitForNext(): void {
    clearTimeout(this.timer);
    if (this.isStopped) return;
    const inMs = earliestDue(this.outbox.messages, this.wokenAt) - Date.now();
    if (Number.isFinite(inMs))
      this.timer = setTimeout(() => void this.run(), Math.min(Math.max(inMs, 0), longestTimerMs));
  }
}

/** On plain HTTP there are no locks: then each tab sends, and the key makes one message of it. */
const exclusively = (name: string, work: () => Promise<void>): Promise<void> =>
  navigator.locks ? navigator.locks.request(name, work) : work();
