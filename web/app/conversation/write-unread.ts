import type { ApolloClient } from '@apollo/client';
import { readAnew } from '../apollo/read-anew';
import {
  MarkConversationReadDocument,
  MarkConversationUnreadDocument,
  UnreadCountDocument,
} from '../generated/graphql';

/**
 * The row says so before the answer has come. Written as it is, and not as `optimisticResponse`: beside such a write Apollo Client reads all
 * that is shown a second time (`apollo/read-once.ts`).
 */
export async function markRead(client: ApolloClient, id: string, number: number): Promise<void> {
  const before = writeUnread(client, id, () => 0);
  // What has been told of it since then stands.
  const takeBack = () => void writeUnread(client, id, (count) => (count === 0 ? before : count));
  const variables = { input: { id, number } };
  const { data } = await client
    .mutate({ mutation: MarkConversationReadDocument, variables })
    .catch((error: unknown) => {
      takeBack();
      throw error;
    });
  if (!data?.markConversationRead.conversation) takeBack();
  recountUnread(client);
}

/** Answers how many were unread before. */
function writeUnread({ cache }: ApolloClient, id: string, countAfter: (count: number) => number): number {
  let before = 0;
  cache.modify<{ unreadCount: number }>({
    id: cache.identify({ __typename: 'Conversation', id }) ?? '',
    fields: {
      unreadCount: (count) => {
        before = count;
        return countAfter(count);
      },
    },
  });
  return before;
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
