import { CombinedGraphQLErrors } from '@apollo/client';
import { addTypenameToDocument } from '@apollo/client/utilities';
import { type DocumentNode, type GraphQLFormattedError, print } from 'graphql';
import type { Client } from 'graphql-ws';
import {
  concatWith,
  defer,
  filter,
  fromEvent,
  map,
  merge,
  Observable,
  Subject,
  switchMap,
  take,
  tap,
  throwError,
} from 'rxjs';
import {
  LiveCursorDocument,
  type LiveCursorQuery,
  TenantStreamDocument,
  type TenantStreamSubscription,
} from '../generated/graphql';
import { type EventSource, LostTrack } from './tenant-stream';

const pingEveryMs = 15_000;
const pongWithinMs = 5_000;

/** The one WebSocket of a tab and tenant. It tries nothing again by itself: that is the stream's, which knows where to go on. */
export function createEventSource(tenant: string | null): EventSource {
  const connections = new Subject<void>();
  const { open, terminate, probe } = createSocket(tenant, () => connections.next());
  return {
    connections,
    wakeUps: wakeUps(),
    watch: () => merge(wakeUps().pipe(tap(probe)), fromEvent(window, 'offline').pipe(tap(terminate))).subscribe(),
    drop: terminate,
    newestCursor: () =>
      request<LiveCursorQuery>(open, LiveCursorDocument).pipe(
        map(({ events }) => events.pageInfo.endCursor ?? 'now'),
        take(1),
      ),
    eventsAfter: (cursor) =>
      request<TenantStreamSubscription>(open, TenantStreamDocument, {
        // Read whenever it is sent: graphql-ws sends it again by itself after a closure that counts as normal.
        get after() {
          return cursor();
        },
      }).pipe(
        map(({ tenantEvents }) => tenantEvents),
        concatWith(throwError(() => new Error('Expected events without an end; they ended.'))),
      ),
  };
}

/** Errors: what the API answers as errors; the socket's closing; that the program of the socket could not be loaded. */
const request = <TData>(
  open: () => Promise<Client>,
  document: DocumentNode,
  variables: Record<string, unknown> = {},
): Observable<TData> => defer(open).pipe(switchMap((client) => requestOf<TData>(client, document, variables)));

const requestOf = <TData>(client: Client, document: DocumentNode, variables: Record<string, unknown>) =>
  new Observable<TData>((observer) =>
    client.subscribe<TData>(
      { query: print(addTypenameToDocument(document)), variables },
      {
        next: ({ data, errors }) =>
          data ? observer.next(data) : observer.error(new LostTrack(errors?.[0]?.message ?? 'No data.')),
        error: (error) =>
          observer.error(
            Array.isArray(error) ? new CombinedGraphQLErrors({ errors: error as GraphQLFormattedError[] }) : error,
          ),
        complete: () => observer.complete(),
      },
    ),
  );

/** The line is back, or somebody looks at the page again: no reason to wait any longer. */
export const wakeUps = (): Observable<unknown> =>
  merge(
    fromEvent(window, 'online'),
    fromEvent(document, 'visibilitychange').pipe(filter(() => document.visibilityState === 'visible')),
  );

/** A page without a tenant never opens it, and loads nothing for it. */
function createSocket(tenant: string | null, onConnected: () => void) {
  let client: Client | null = null;
  let socket: WebSocket | null = null;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  const terminate = () => client?.terminate();
  // A dead network closes no socket.
  const expectPong = () => {
    clearTimeout(deadline);
    deadline = setTimeout(terminate, pongWithinMs);
  };
  const open = async () => {
    const { createClient } = await import('graphql-ws');
    client ??= createClient({
      url: '/graphql',
      ...(tenant !== null && { connectionParams: { tenantId: tenant } }),
      keepAlive: pingEveryMs,
      retryAttempts: 0,
      connectionAckWaitTimeout: pongWithinMs,
      on: {
        connected: (opened) => {
          socket = opened as WebSocket;
          onConnected();
        },
        closed: () => {
          clearTimeout(deadline);
          socket = null;
        },
        ping: (received) => {
          if (!received) expectPong();
        },
        pong: (received) => {
          if (received) clearTimeout(deadline);
        },
      },
    });
    return client;
  };
  const probe = () => {
    if (socket?.readyState !== WebSocket.OPEN) return;
    socket.send(JSON.stringify({ type: 'ping' }));
    expectPong();
  };
  return { open, terminate, probe };
}
