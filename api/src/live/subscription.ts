import type { Delivered, TenantStream } from './tenant-stream';

/** A reader of one tenant's events, from a number on. It ends when it is returned, or when its tenant is closed to it. */
export class EventSubscription implements AsyncIterableIterator<Delivered> {
  private ended: Error | null = null;
  private callOff: () => void = () => undefined;
  private readonly ready: Delivered[] = [];

  constructor(
    private readonly stream: TenantStream,
    /** The number of the last event that the reader has. */
    private position: number,
    private readonly isWanted: (delivered: Delivered) => boolean | Promise<boolean>,
    private readonly onEnd: (subscription: EventSubscription) => void,
  ) {}

  /** How far it has come: what it is handed next has a greater number. */
  get seq(): number {
    return this.position;
  }

  async next(): Promise<IteratorResult<Delivered>> {
    for (;;) {
      for (let next = this.ready.shift(); next && !this.ended; next = this.ready.shift()) {
        this.position = next.event.seq;
        if (await this.wants(next)) return { value: next, done: false };
      }
      if (this.ended === returned) return { value: undefined, done: true };
      if (this.ended) throw this.ended;
      await this.fetch();
    }
  }

  /** Where that cannot be told, the subscription ends with the reason, so that whoever reads on from a cursor misses nothing. */
  private async wants(next: Delivered): Promise<boolean> {
    try {
      return await this.isWanted(next);
    } catch (error) {
      this.end(error instanceof Error ? error : new Error(String(error)));
      return false;
    }
  }

  async return(): Promise<IteratorResult<Delivered>> {
    this.end(returned);
    return { value: undefined, done: true };
  }

  /** Whoever waits for the next event gets this error instead. */
  end(reason: Error): void {
    this.ended ??= reason;
    this.callOff();
    this.onEnd(this);
  }

  private async fetch(): Promise<void> {
    // Asked for first, so that nothing is missed between the look and the wait.
    const { more, callOff } = this.stream.waitForMore();
    this.callOff = callOff;
    try {
      const found = await this.stream.after(this.position);
      this.ready.push(...found);
      if (found.length === 0 && !this.ended) await more;
    } catch (error) {
      this.end(error instanceof Error ? error : new Error(String(error)));
    } finally {
      callOff();
    }
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

const returned = new Error('returned');
