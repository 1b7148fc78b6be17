import { ApolloLink, HttpLink } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { createEventSource } from './event-source';
import type { LiveConnection } from './live-connection';
import { answerFromStream } from './stream-link';
import { type PageState, TenantStream } from './tenant-stream';

/** Queries and mutations by HTTP, to the page's own origin; subscriptions from the tenant's stream, which comes by WebSocket. */
export function createBrowserLink(tenant: string | null, live: LiveConnection, page: PageState): ApolloLink {
  const http = new HttpLink({ uri: '/graphql', ...(tenant !== null && { headers: { 'x-tenant-id': tenant } }) });
  const stream = new TenantStream(live, createEventSource(tenant), page);
  return ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    answerFromStream(stream),
    http,
  );
}
