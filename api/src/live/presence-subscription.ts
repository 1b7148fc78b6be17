import type { Seen } from './room';

/** Whoever watches one conversation: handed the newest state when they are ready for it, and none in between. */
export class PresenceSubscription implements AsyncIterableIterator<Seen> {
  private latest: Seen | null;
  private ended: Error | null = null;
  private wake: () => void = () => undefined;

  /** `first`: null where there is no such conversation, and nothing is ever told. */
  constructor(
    first: Seen | null,
    private readonly onEnd: () => void,
  ) {
    this.latest = first;
  }

  tell(seen: Seen): void {
    this.latest = seen;
    this.wake();
  }

  async next(): Promise<IteratorResult<Seen>> {
    while (this.latest === null && this.ended === null)
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    if (this.ended === returned) return { value: undefined, done: true };
    if (this.ended) throw this.ended;
    const value = this.latest as Seen;
    this.latest = null;
    return { value, done: false };
  }

  async return(): Promise<IteratorResult<Seen>> {
    this.end(returned);
    return { value: undefined, done: true };
  }

  /** Whoever waits for more gets this error instead. */
  end(reason: Error): void {
    if (this.ended) return;
    this.ended = reason;
    this.wake();
    this.onEnd();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

const returned = new Error('returned');
