/** Handed the newest state whenever the reader is ready for it, and none in between. */
export class LatestSubscription<State> implements AsyncIterableIterator<State> {
  private latest: State | null;
  private ended: Error | null = null;
  private wake: () => void = () => undefined;

  /** `first`: null where nothing is told yet. `join`: where each matters, what a reader gets who was not ready for the earlier. */
  constructor(
    first: State | null,
    private readonly onEnd: () => void,
    private readonly join: (earlier: State, later: State) => State = (_, later) => later,
  ) {
    this.latest = first;
  }

  tell(state: State): void {
    this.latest = this.latest === null ? state : this.join(this.latest, state);
    this.wake();
  }

  async next(): Promise<IteratorResult<State>> {
    while (this.latest === null && this.ended === null)
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    if (this.ended === returned) return { value: undefined, done: true };
    if (this.ended) throw this.ended;
    const value = this.latest as State;
    this.latest = null;
    return { value, done: false };
  }

  async return(): Promise<IteratorResult<State>> {
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
