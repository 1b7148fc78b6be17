import type { ApolloClient } from '@apollo/client';
import { OlderMessagesDocument } from '../generated/graphql';

/** Into the cache, where the thread finds them. Errors: those of the query. */
export const readOlder = (client: ApolloClient, id: string, before: string): Promise<unknown> =>
  client.query({ query: OlderMessagesDocument, variables: { id, before }, fetchPolicy: 'network-only' });
