import { type LogBounds, type LoggedEvent, requireWithin } from '../events/event-log';
import { eventsExpired } from '../graphql/errors';
import type { Loaders } from '../graphql/loaders';

/** An event with its row, as all subscribers of the process share it. */
export interface Delivered {
  event: LoggedEvent;
  /** As it is when it is read; null where it is gone by then. */
  row: unknown;
  /** For what subscribers select beneath the row: whatever one of them has read, the next one finds. */
  loaders: Loaders;
}

export interface StreamSource {
  /** The number of the newest event there is, and of the oldest that is kept, less one. */
  bounds(): Promise<LogBounds>;
  read(after: number, atMost: number): Promise<LoggedEvent[]>;
  /** With one loader set for all of them. */
  load(events: LoggedEvent[]): Promise<Delivered[]>;
}

/** What is kept at hand for subscribers that come after the first; who is further behind reads the log. */
const kept = 500;
const page = 200;

/**
 * One tenant's events in this process: read from the log once, in their order, and handed to all who wait. There is no queue for a subscriber:
 * each knows the number that it has come to, and takes the next when it is ready for it.
 */
export class TenantStream {
  private readonly recent: Delivered[] = [];
  private head = 0;
  private isOpen: Promise<void> | null = null;
  private pumping: Promise<void> | null = null;
  private isBehind = false;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly source: StreamSource) {}

  /** The number from which a subscriber that asks for nothing older begins. */
  async now(): Promise<number> {
    await this.open();
    return this.head;
  }

  /** Whether a reader may go on from there. Errors: `EVENTS_EXPIRED`. */
  async requireKept(after: number): Promise<void> {
    requireWithin(await this.source.bounds(), after);
  }

  /** Reads on from what it has. Errors: where the log cannot be read now. */
  async pump(): Promise<void> {
    this.isBehind = true;
    this.pumping ??= this.readOn().finally(() => {
      this.pumping = null;
    });
    await this.pumping;
  }

  /** The events behind a number; none where there is none yet. Errors: `EVENTS_EXPIRED`. */
  async after(seq: number): Promise<Delivered[]> {
    return seq < this.head ? this.behindHead(seq) : [];
  }

  /** Resolves when there is more, or at once when the waiting is called off. */
  waitForMore(): { more: Promise<void>; callOff(): void } {
    let callOff = () => {};
    const more = new Promise<void>((resolve) => {
      callOff = () => {
        this.waiting.delete(callOff);
        resolve();
      };
      this.waiting.add(callOff);
    });
    return { more, callOff: () => callOff() };
  }

  private async behindHead(seq: number): Promise<Delivered[]> {
    const first = this.recent[0]?.event.seq ?? this.head + 1;
    if (seq + 1 >= first) return this.recent.slice(seq + 1 - first);
    const events = await this.source.read(seq, page);
    // Numbers have no gaps: what does not go on from here was removed.
    if (events[0]?.seq !== seq + 1) throw eventsExpired((await this.source.bounds()).oldest);
    return this.source.load(events);
  }

  private async open(): Promise<void> {
    this.isOpen ??= this.source.bounds().then(
      ({ newest }) => {
        this.head = newest;
      },
      (error: unknown) => {
        this.isOpen = null;
        throw error;
      },
    );
    await this.isOpen;
  }

  private async readOn(): Promise<void> {
    await this.open();
    while (this.isBehind) {
      this.isBehind = false;
      const events = await this.source.read(this.head, page);
      if (events.length === 0) continue;
      this.recent.push(...(await this.source.load(events)));
      this.recent.splice(0, this.recent.length - kept);
      this.head = events.at(-1)?.seq ?? this.head;
      this.isBehind ||= events.length === page;
      for (const wake of [...this.waiting]) wake();
    }
  }
}
