import { Observable } from 'rxjs';

/** Whether the API has said, while a page was open, that its session is over: signed out elsewhere, revoked, or too old. */
export class SessionEnd {
  private over = false;
  /** How often somebody has signed in again on this page. */
  resumptions = 0;
  private readonly listeners = new Set<() => void>();

  get isOver(): boolean {
    return this.over;
  }

  set isOver(next: boolean) {
    if (next === this.over) return;
    this.over = next;
    if (!next) this.resumptions += 1;
    for (const listener of this.listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Says so once when somebody has signed in again on this page. */
  get resumed(): Observable<void> {
    return new Observable((observer) =>
      this.subscribe(() => {
        if (this.over) return;
        observer.next();
        observer.complete();
      }),
    );
  }
}

/** One a page, since a page has one person. The server never writes to it. */
export const sessionEnd = new SessionEnd();
