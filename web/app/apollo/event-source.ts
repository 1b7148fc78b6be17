import { CombinedGraphQLErrors } from '@apollo/client';
import { addTypenameToDocument } from '@apollo/client/utilities';
import { type DocumentNode, type GraphQLFormattedError, print } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { concatWith, defer, fromEvent, map, merge, Observable, Subject, take, tap, throwError } from 'rxjs';
import {
  LiveCursorDocument,
  type LiveCursorQuery,
  TenantStreamDocument,
  type TenantStreamSubscription,
} from '../generated/graphql';
import { type EventSource, LostTrack } from './tenant-stream';
import { wakeUps } from './wake-ups';

const pingEveryMs = 15_000;
const pongWithinMs = 5_000;

/** What is no event of the log, over the same socket. */
export interface Listening {
  /** Without an end of its own. Errors: whatever ended it. */
  listen(document: DocumentNode, variables: Record<string, unknown>): Observable<Record<string, unknown>>;
}

/** The one WebSocket of a tab and tenant. It tries nothing again by itself: that is the stream's, which knows where to go on. */
export function createEventSource(tenant: string): EventSource & Listening {
  const connections = new Subject<void>();
  const { open, terminate, probe } = createSocket(tenant, () => connections.next());
  return {
    connections,
    wakeUps: wakeUps(),
    watch: () => merge(wakeUps().pipe(tap(probe)), fromEvent(window, 'offline').pipe(tap(terminate))).subscribe(),
    drop: terminate,
    listen: (document, variables) => request<Record<string, unknown>>(open, document, variables),
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

/** Errors: what the API answers as errors; the socket's closing. */
const request = <TData>(
  open: () => Client,
  document: DocumentNode,
  variables: Record<string, unknown> = {},
): Observable<TData> => defer(() => requestOf<TData>(open(), document, variables));

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

function createSocket(tenant: string, onConnected: () => void) {
  let client: Client | null = null;
  let socket: WebSocket | null = null;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  const terminate = () => client?.terminate();
  // A dead network closes no socket.
  const expectPong = () => {
    clearTimeout(deadline);
    deadline = setTimeout(terminate, pongWithinMs);
  };
  const open = () => {
    client ??= createClient({
      url: '/graphql',
      connectionParams: { tenantId: tenant },
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
