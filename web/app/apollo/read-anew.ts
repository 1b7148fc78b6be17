import type { ApolloClient } from '@apollo/client';
import type { DocumentNode } from 'graphql';

/**
 * Reads into the cache what has changed; where it cannot be had, what is shown stays. The same question that is under way already was asked
 * before the change, so its answer is not taken for this one's.
 */
export const readAnew = (client: ApolloClient, query: DocumentNode): Promise<unknown> =>
  client.query({ query, fetchPolicy: 'network-only', context: { queryDeduplication: false } }).catch(() => undefined);
