import { gql } from '@apollo/client';
import { newCacheReadOnce } from './read-once';

const query = gql`
  query {
    thing {
      id
      name
    }
  }
`;
const thingNamed = (name: string) => ({ query, data: { thing: { __typename: 'Thing', id: 'a', name } } });

function newCache() {
  const cache = newCacheReadOnce();
  cache.writeQuery(thingNamed('before'));
  return {
    cache,
    nameOf: (optimistic: boolean) =>
      (cache.diff({ query, optimistic, returnPartialData: true }).result as { thing: { name: string } }).thing.name,
    resultsKept: () => cache['storeReader']['executeSelectionSet'].size,
  };
}

test('what is read in both ways is kept once', () => {
  const { nameOf, resultsKept } = newCache();
  nameOf(true);
  const kept = resultsKept();

  expect(nameOf(false)).toBe('before');

  expect(resultsKept()).toBe(kept);
});

test('what a mutation is expected to answer is seen by those alone who ask for it', () => {
  const { cache, nameOf } = newCache();
  nameOf(false);

  cache.recordOptimisticTransaction(() => cache.writeQuery(thingNamed('expected')), 'a-mutation');
  expect([nameOf(true), nameOf(false)]).toEqual(['expected', 'before']);

  cache.removeOptimistic('a-mutation');
  expect([nameOf(true), nameOf(false)]).toEqual(['before', 'before']);
});

test('a query hears of each change', () => {
  const { cache } = newCache();
  const heard: unknown[] = [];
  cache.watch({ query, optimistic: true, immediate: true, callback: ({ result }) => heard.push(result) });

  cache.writeQuery(thingNamed('after'));
  cache.recordOptimisticTransaction(() => cache.writeQuery(thingNamed('expected')), 'a-mutation');
  cache.removeOptimistic('a-mutation');

  expect(heard).toMatchObject(['before', 'after', 'expected', 'after'].map((name) => ({ thing: { name } })));
});
