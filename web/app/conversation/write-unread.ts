import type { ApolloClient } from '@apollo/client';
import { readAnew } from '../apollo/read-anew';
import {
  MarkConversationReadDocument,
  MarkConversationUnreadDocument,
  UnreadCountDocument,
} from '../generated/graphql';

/** The row says so before the answer has come. */
export async function markRead(client: ApolloClient, id: string, number: number): Promise<void> {
  await client.mutate({
    mutation: MarkConversationReadDocument,
    variables: { input: { id, number } },
    optimisticResponse: {
      markConversationRead: {
        __typename: 'MarkConversationReadPayload',
        conversation: { __typename: 'Conversation', id, unreadCount: 0 },
        userErrors: [],
      },
    },
  });
  recountUnread(client);
}

/** Answers what kept it from being so; null where nothing did. */
export async function markUnread(client: ApolloClient, id: string): Promise<string | null> {
  const answer = await client
    .mutate({ mutation: MarkConversationUnreadDocument, variables: { input: { id } } })
    .catch(() => null);
  if (!answer?.data) return 'It was not marked unread: the service does not answer.';
  return answer.data.markConversationUnread.userErrors[0]?.message ?? null;
}

/** Views and the tab's title say how many are unread: of that the API tells nobody by itself. */
export const recountUnread = (client: ApolloClient): void => void readAnew(client, UnreadCountDocument);
