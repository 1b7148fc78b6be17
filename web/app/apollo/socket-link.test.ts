import { ApolloClient, CombinedGraphQLErrors, gql } from '@apollo/client';
import type { DocumentNode } from 'graphql';
import { Subject } from 'rxjs';
import { createCache } from './cache';
import { LiveConnection } from './live-connection';
import { answerFromSocket } from './socket-link';
import { LostTrack } from './tenant-stream';

const Presence = gql`subscription Presence($conversationId: ID!) { presence(conversationId: $conversationId) { typing { id } } }`;
const Added = gql`subscription Added($after: String) { notificationAdded(after: $after) { id } }`;

function newClient() {
  const live = new LiveConnection();
  const stream = { position: 'event 9' as string | null };
  const asked: { variables: Record<string, unknown>; answers: Subject<Record<string, unknown>> }[] = [];
  const listen = (_: DocumentNode, variables: Record<string, unknown>) => {
    const answers = new Subject<Record<string, unknown>>();
    asked.push({ variables, answers });
    return answers;
  };
  const link = answerFromSocket({ live, source: { listen }, stream, cursor: 'event 7' });
  return { live, stream, asked, client: new ApolloClient({ cache: createCache(), link }) };
}

const typing = (id: string) => ({ presence: { __typename: 'Presence', typing: [{ __typename: 'Account', id }] } });

test('nothing is asked before the stream is live; then it is asked once, and what comes is handed on', () => {
  const { live, asked, client } = newClient();
  const heard: unknown[] = [];
  client
    .subscribe({ query: Presence, variables: { conversationId: 'talk' }, fetchPolicy: 'no-cache' })
    .subscribe(({ data }) => heard.push(data));
  expect(asked).toHaveLength(0);

  live.state = 'connecting';
  live.state = 'live';
  asked[0]?.answers.next(typing('ben'));

  expect(asked.map(({ variables }) => variables)).toEqual([{ conversationId: 'talk' }]);
  expect(heard).toMatchObject([{ presence: { typing: [{ id: 'ben' }] } }]);
});

test('after a break it is asked again when the stream is live again, from where the stream was', () => {
  const { live, stream, asked, client } = newClient();
  client.subscribe({ query: Added }).subscribe();
  live.state = 'live';

  asked[0]?.answers.error(new Error('gone'));
  expect(asked).toHaveLength(1);
  live.state = 'offline';
  stream.position = 'event 12';
  live.state = 'live';

  expect(asked.map(({ variables }) => variables)).toEqual([{ after: 'event 7' }, { after: 'event 9' }]);
});

test('where the log does not reach back so far, it goes on from now', () => {
  const { live, asked, client } = newClient();
  client.subscribe({ query: Added }).subscribe();
  live.state = 'live';

  asked[0]?.answers.error(
    new CombinedGraphQLErrors({ errors: [{ message: 'Expired.', extensions: { code: 'EVENTS_EXPIRED' } }] }),
  );
  live.state = 'offline';
  live.state = 'live';

  expect(asked[1]?.variables).toEqual({ after: null });
});

test('a single answer that fails is asked for again on the same connection', async () => {
  jest.useFakeTimers();
  const { live, asked, client } = newClient();
  client.subscribe({ query: Presence, variables: { conversationId: 'talk' } }).subscribe();
  live.state = 'live';

  asked[0]?.answers.error(new LostTrack('changed meanwhile'));
  await jest.advanceTimersByTimeAsync(1_000);
  jest.useRealTimers();

  expect(asked).toHaveLength(2);
});

test('whoever stops listening is not heard of any more', () => {
  const { live, asked, client } = newClient();
  const listening = client.subscribe({ query: Presence, variables: { conversationId: 'talk' } }).subscribe();
  live.state = 'live';

  listening.unsubscribe();

  expect(asked[0]?.answers.observed).toBe(false);
});
