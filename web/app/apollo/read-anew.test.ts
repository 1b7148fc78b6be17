import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { parse } from 'graphql';
import { readAnew } from './read-anew';

const query = parse('{ unread }');

test('what was asked before a change does not answer for what is asked after it', async () => {
  const answers: ((unread: number) => void)[] = [];
  const link = new ApolloLink(
    () =>
      new Observable((observer) => {
        answers.push((unread) => {
          observer.next({ data: { unread } });
          observer.complete();
        });
      }),
  );
  const client = new ApolloClient({ link, cache: new InMemoryCache() });

  const both = [readAnew(client, query), readAnew(client, query)];
  answers.forEach((answer, unread) => {
    answer(unread);
  });
  await Promise.all(both);

  expect(client.cache.readQuery({ query })).toEqual({ unread: 1 });
});
