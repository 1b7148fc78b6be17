import { ApolloClient, gql } from '@apollo/client';
import { MockLink } from '@apollo/client/testing';
import { createCache } from '../apollo/cache';
import { MarkConversationReadDocument, UnreadCountDocument } from '../generated/graphql';
import { markRead } from './write-unread';

const fragment = gql`
  fragment Unread on Conversation {
    unreadCount
  }
`;

const counted = {
  request: { query: UnreadCountDocument },
  result: { data: { inboxCounts: { __typename: 'InboxCounts', unread: 0 } } },
};

function unreadRow(answer: Pick<MockLink.MockedResponse, 'result' | 'error'>) {
  const request = { query: MarkConversationReadDocument, variables: { input: { id: 'a', number: 3 } } };
  const client = new ApolloClient({ cache: createCache(), link: new MockLink([{ request, ...answer }, counted]) });
  const id = 'Conversation:a';
  const write = (unreadCount: number) =>
    client.cache.writeFragment({ id, fragment, data: { __typename: 'Conversation', unreadCount } });
  write(2);
  return {
    client,
    write,
    count: () => client.cache.readFragment<{ unreadCount: number }>({ id, fragment })?.unreadCount,
  };
}

const answered = (conversation: object | null) => ({
  result: {
    data: { markConversationRead: { __typename: 'MarkConversationReadPayload', conversation, userErrors: [] } },
  },
});

test('a row is read before the answer has come, and after it', async () => {
  const { client, count } = unreadRow(answered({ __typename: 'Conversation', id: 'a', unreadCount: 0 }));

  const marked = markRead(client, 'a', 3);

  expect(count()).toBe(0);
  await marked;
  expect(count()).toBe(0);
});

test('a row that could not be marked is as unread as it was', async () => {
  const [refused, failed] = [unreadRow(answered(null)), unreadRow({ error: new Error('no answer') })];

  await markRead(refused.client, 'a', 3);
  await expect(markRead(failed.client, 'a', 3)).rejects.toThrow('no answer');

  expect([refused.count(), failed.count()]).toEqual([2, 2]);
});

test('what has come to a row meanwhile stands when it could not be marked', async () => {
  const { client, write, count } = unreadRow({ error: new Error('no answer') });

  const marked = markRead(client, 'a', 3);
  write(5);

  await expect(marked).rejects.toThrow('no answer');
  expect(count()).toBe(5);
});
