import {
  catchError,
  defer,
  EMPTY,
  ignoreElements,
  merge,
  type Observable,
  race,
  retry,
  Subject,
  switchMap,
  tap,
  throwError,
  timer,
  type Unsubscribable,
} from 'rxjs';
import type { TenantStreamSubscription } from '../generated/graphql';
import { errorCodes, statusOf } from './api-error';
import { pauseMs } from './back-off';
import type { PageState } from './clients';
import type { LiveConnection } from './live-connection';
import { sessionEnd } from './session-end';

export type StreamedEvent = TenantStreamSubscription['tenantEvents'];

/** One connection's way to a tenant's log of events. */
export interface EventSource {
  /** Without an end of its own. Errors: whatever ended it; `LostTrack` where it cannot go on from the cursor. */
  eventsAfter(cursor: () => string): Observable<StreamedEvent>;
  newestCursor(): Observable<string>;
  /** Tells each time that the connection has opened. */
  connections: Observable<unknown>;
  /** Tells when an attempt is worth it at once: the line is back, or somebody looks. */
  wakeUps: Observable<unknown>;
  /** Notices a connection that is dead without being closed, for as long as the answer is not unsubscribed. */
  watch(): Unsubscribable;
  /** Drops the connection, so that the next attempt begins with a new one. */
  drop(): void;
}

/** An event that came without what it is about. */
export class LostTrack extends Error {}

/** What a page shows was asked for, and has arrived, within this time. */
const recentMs = 30_000;
const mostRecent = 500;

/** A connection that is refused at once was never live. */
const provenAfterMs = 300;

/**
 * All that happens in a tenant, in order, each event once, over however many connections it takes: each begins behind the last event of the one before.
 * Where the log does not reach back so far, it goes on from the newest event, and the page is read anew.
 */
export class TenantStream {
  readonly events = new Subject<StreamedEvent>();
  private cursor: string | null = null;
  /** Since it was last live. */
  private failures = 0;
  private recent: { event: StreamedEvent; at: number }[] = [];

  private readonly live: LiveConnection;
  private readonly source: EventSource;
  private readonly page: Pick<PageState, 'cursor' | 'readAnew'>;

  constructor(live: LiveConnection, source: EventSource, page: Pick<PageState, 'cursor' | 'readAnew'>) {
    this.live = live;
    this.source = source;
    this.page = page;
    live.opensWith(() => this.open());
  }

  /** Behind which it goes on; null where that is not known yet. */
  get position(): string | null {
    return this.cursor;
  }

  /** What arrived so shortly ago that a page that opens now may have been read before. */
  get justArrived(): StreamedEvent[] {
    const since = Date.now() - recentMs;
    return this.recent.filter(({ at }) => at >= since).map(({ event }) => event);
  }

  private open(): () => void {
    this.cursor ??= this.page.cursor;
    this.live.state = 'connecting';
    const { connections, wakeUps } = this.source;
    const watching = this.source.watch();
    const proof = connections.pipe(
      switchMap(() => timer(provenAfterMs)),
      tap(() => this.succeed()),
      ignoreElements(),
    );
    const running = defer(() => merge(proof, this.goOn()))
      .pipe(
        retry({
          delay: (error: unknown) => {
            this.fail(error);
            // Nobody is let in before somebody has signed in on the page.
            if (sessionEnd.isOver) return sessionEnd.resumed;
            return race(timer(pauseMs(this.failures)), wakeUps);
          },
        }),
      )
      .subscribe((event) => this.take(event));
    return () => {
      running.unsubscribe();
      watching.unsubscribe();
      this.source.drop();
      this.live.state = 'idle';
    };
  }

  private goOn(): Observable<StreamedEvent> {
    if (this.cursor !== null) return this.follow();
    return this.source.newestCursor().pipe(
      switchMap((cursor) => {
        this.cursor = cursor;
        return merge(this.follow(), defer(() => this.page.readAnew()).pipe(ignoreElements(), catchError(loseTrack)));
      }),
    );
  }

  private follow(): Observable<StreamedEvent> {
    return this.source.eventsAfter(() => this.cursor ?? 'now');
  }

  private take(event: StreamedEvent): void {
    this.cursor = event.cursor;
    this.succeed();
    this.recent = [...this.recent.slice(1 - mostRecent), { event, at: Date.now() }];
    this.events.next(event);
  }

  private succeed(): void {
    this.failures = 0;
    this.live.state = 'live';
  }

  private fail(error: unknown): void {
    this.failures += 1;
    if (statusOf(error) === 401) sessionEnd.isOver = true;
    if (error instanceof LostTrack || errorCodes(error).some((code) => startAnew.has(code))) this.cursor = null;
    this.live.state = 'offline';
    this.source.drop();
  }
}

/** The page is as old as before: all begins again. What the API itself refuses, the page shows. */
const loseTrack = (error: unknown): Observable<never> =>
  statusOf(error) === 503 ? throwError(() => new LostTrack()) : EMPTY;

/** The log begins behind the cursor, or the cursor is none of this log's, as after a restore from a backup. */
export const startAnew = new Set(['EVENTS_EXPIRED', 'BAD_USER_INPUT']);
