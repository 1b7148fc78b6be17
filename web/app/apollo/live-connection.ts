export type LiveState = 'idle' | 'connecting' | 'live' | 'offline';

/** Whether the page hears of changes as they happen: the state of one tenant's WebSocket, for `useSyncExternalStore`. */
export class LiveConnection {
  private current: LiveState = 'idle';
  private readonly listeners = new Set<() => void>();

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
}
