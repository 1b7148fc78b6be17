import type { ApolloClient } from '@apollo/client';
import { OlderMessagesDocument } from '../generated/graphql';

/** So many at most into the cache, where the thread finds them. Errors: those of the query. */
export const readOlder = (client: ApolloClient, id: string, before: string, size = 50): Promise<unknown> =>
  client.query({ query: OlderMessagesDocument, variables: { id, before, size }, fetchPolicy: 'network-only' });
