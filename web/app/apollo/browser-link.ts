import { ApolloLink, HttpLink } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { retry, tap, throwError, timer } from 'rxjs';
import { statusOf } from './api-error';
import type { LiveConnection } from './live-connection';

const pingEveryMs = 15_000;
const pongWithinMs = 5_000;
const longestPauseMs = 10_000;

/** Queries and mutations by HTTP, subscriptions by WebSocket, both to the page's own origin; the socket opens with the first subscription. */
export function createBrowserLink(tenant: string | null, live: LiveConnection, onReconnect: () => void): ApolloLink {
  const http = new HttpLink({ uri: '/graphql', ...(tenant !== null && { headers: { 'x-tenant-id': tenant } }) });
  const webSocket = new GraphQLWsLink(createSocketClient(tenant, live, onReconnect));
  return ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    ApolloLink.from([resubscribe(onReconnect), webSocket]),
    http,
  );
}

/**
 * Begins a subscription anew that the API has ended with an error of its own, such as a database that is away:
 * the socket outlives that, so graphql-ws does not. What the sender may not hear stays ended.
 */
export const resubscribe = (onResume: () => void): ApolloLink =>
  new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      retry({
        delay: (error, attempt) =>
          statusOf(error) < 500 ? throwError(() => error) : timer(pauseMs(attempt)).pipe(tap(onResume)),
        resetOnSuccess: true,
      }),
    ),
  );

function createSocketClient(tenant: string | null, live: LiveConnection, onReconnect: () => void): Client {
  let pongTimer: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url: '/graphql',
    ...(tenant !== null && { connectionParams: { tenantId: tenant } }),
    // A page that is left keeps nothing open, but one that changes its subscriptions does not reconnect for it.
    lazyCloseTimeout: 2_000,
    keepAlive: pingEveryMs,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: (attempt) => new Promise((resolve) => setTimeout(resolve, pauseMs(attempt))),
    shouldRetry: () => true,
    on: {
      connecting: () => {
        live.state = live.state === 'offline' ? 'offline' : 'connecting';
      },
      connected: (_socket, _payload, wasRetry) => {
        live.state = 'live';
        if (wasRetry) onReconnect();
      },
      closed: (event) => {
        clearTimeout(pongTimer);
        live.state = isNormalClosure(event) ? 'idle' : 'offline';
      },
      // A dead network closes no socket: without an answer in time the socket counts as lost.
      ping: (received) => {
        if (!received) pongTimer = setTimeout(() => client.terminate(), pongWithinMs);
      },
      pong: (received) => {
        if (received) clearTimeout(pongTimer);
      },
    },
  });
  return client;
}

/** Longer with each attempt, and spread over time: a thousand browsers must not return in the same instant to an API that restarted. */
const pauseMs = (attempt: number): number => Math.min(2 ** attempt * 250, longestPauseMs) * (0.5 + Math.random());

const isNormalClosure = (event: unknown): boolean => event instanceof CloseEvent && event.code === 1000;
