import { ApolloLink } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { OperationTypeNode } from 'graphql';
import { statusOf } from './api-error';
import type { PageState } from './clients';
import { createHttpLink } from './http-link';
import { answerWhenLoaded } from './late-live-link';
import type { LiveConnection } from './live-connection';
import { sessionEnd } from './session-end';

/** Queries and mutations by HTTP, to the page's own origin; subscriptions from the tenant's stream, which comes by WebSocket. */
export function createBrowserLink(tenant: string | null, live: LiveConnection, page: PageState): ApolloLink {
  const http = createHttpLink({ uri: '/graphql', ...(tenant !== null && { headers: { 'x-tenant-id': tenant } }) });
  const noticing = ApolloLink.from([noticeRefusal(() => void page.readAnew().catch(() => undefined)), http]);
  if (tenant === null) return noticing;
  return ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    answerWhenLoaded(live, async () => (await import('./live-link')).createLiveLink(tenant, live, page)),
    noticing,
  );
}

/**
 * Whoever is signed out while a page is open is asked on that page to sign in again, and loses nothing that was typed there.
 * A change that is refused tells that the viewer's role has changed: the page is brought up to date with what they still may do.
 */
export const noticeRefusal = (onRoleChange: () => void): ApolloLink =>
  ApolloLink.from([
    new ApolloLink((operation, forward) => {
      operation.setContext({ resumptions: sessionEnd.resumptions });
      return forward(operation);
    }),
    new ErrorLink(({ error, operation }) => {
      const status = statusOf(error);
      // What was asked in the session before tells nothing of the one that was opened since.
      if (status === 401 && operation.getContext()['resumptions'] === sessionEnd.resumptions) sessionEnd.isOver = true;
      if (status === 403 && operation.operationType === OperationTypeNode.MUTATION) onRoleChange();
    }),
  ]);
