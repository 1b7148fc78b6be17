export type LiveState = 'idle' | 'connecting' | 'live' | 'offline';

/** Whether the page hears of changes as they happen: the state of one tenant's stream, for `useSyncExternalStore`. */
export class LiveConnection {
  private current: LiveState = 'idle';
  private readonly listeners = new Set<() => void>();
  private holders = 0;
  private open: () => () => void = () => () => undefined;
  private close: () => void = () => undefined;

  get state(): LiveState {
    return this.current;
  }

  set state(next: LiveState) {
    if (next === this.current) return;
    this.current = next;
    for (const listener of this.listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What is opened while somebody holds the connection, and at once where somebody does; it answers how to close it. */
  opensWith(open: () => () => void): void {
    this.open = open;
    if (this.holders === 0) return;
    this.close();
    this.close = open();
  }

  /** Keeps the connection open until the answer is called. */
  readonly hold = (): (() => void) => {
    this.holders += 1;
    if (this.holders === 1) this.close = this.open();
    return () => {
      this.holders -= 1;
      if (this.holders === 0) this.close();
    };
  };
}
