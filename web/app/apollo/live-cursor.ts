import type { ApolloCache, ApolloClient } from '@apollo/client';
import { LiveCursorDocument } from '../generated/graphql';

/**
 * Notes in the cache how far the tenant's log has come, before anything of the page is read: what the page lacks comes behind it.
 * Where that fails, the page's own query tells why.
 */
export const noteLiveCursor = (client: ApolloClient): Promise<unknown> =>
  client.query({ query: LiveCursorDocument, fetchPolicy: 'cache-first' }).catch(() => undefined);

/** What was noted; null where nobody did. */
export const readLiveCursor = (cache: ApolloCache): string | null =>
  cache.readQuery({ query: LiveCursorDocument })?.events.pageInfo.endCursor ?? null;
