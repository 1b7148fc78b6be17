import { gql, InMemoryCache } from '@apollo/client';
import { connectionPolicy } from './connection-policy';

const query = gql`
  query ($after: String, $before: String, $last: Int) {
    things(after: $after, before: $before, last: $last) {
      nodes {
        id
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`;

interface Things {
  things: { nodes: { id: string }[]; pageInfo: Record<string, unknown> };
}

function newList() {
  const things = connectionPolicy([], 'ROOT_QUERY');
  const cache = new InMemoryCache({ typePolicies: { Query: { fields: { things } } } });
  return {
    cache,
    add(ids: string, variables: Record<string, unknown> = {}, more: { next?: boolean; previous?: boolean } = {}) {
      const nodes = [...ids].map((id) => ({ __typename: 'Thing', id }));
      const pageInfo = {
        __typename: 'PageInfo',
        hasNextPage: more.next ?? false,
        hasPreviousPage: more.previous ?? false,
        startCursor: nodes[0]?.id ?? null,
        endCursor: nodes.at(-1)?.id ?? null,
      };
      cache.writeQuery({ query, variables, data: { things: { __typename: 'ThingConnection', nodes, pageInfo } } });
    },
    listsKept: () => cache['storeReader']['executeSubSelectedArray'].size,
    nodes: () => cache.readQuery<Things>({ query })?.things.nodes ?? [],
    read() {
      const things = cache.readQuery<Things>({ query })?.things;
      return { ids: things?.nodes.map(({ id }) => id).join(''), ...things?.pageInfo };
    },
  };
}

test('a page after the cursor is added at the end, and tells what is beyond it', () => {
  const list = newList();
  list.add('abc', {}, { next: true });

  list.add('def', { after: 'c' }, { next: false, previous: true });

  expect(list.read()).toMatchObject({
    ids: 'abcdef',
    hasNextPage: false,
    hasPreviousPage: false,
    startCursor: 'a',
    endCursor: 'f',
  });
});

test('a page before the cursor is added in front', () => {
  const list = newList();
  list.add('def', { last: 3 }, { previous: true });

  list.add('abc', { before: 'd' }, { next: true, previous: false });

  expect(list.read()).toMatchObject({
    ids: 'abcdef',
    hasPreviousPage: false,
    hasNextPage: false,
    startCursor: 'a',
    endCursor: 'f',
  });
});

test('a refresh of the first page keeps what was loaded beyond it', () => {
  const list = newList();
  list.add('abc', {}, { next: true });
  list.add('def', { after: 'c' }, { next: true });

  list.add('xab', {}, { next: true });

  expect(list.read()).toMatchObject({ ids: 'xabcdef', hasNextPage: true, startCursor: 'x', endCursor: 'f' });
});

test('an item that moved to the top by a refresh appears once', () => {
  const list = newList();
  list.add('abc', {}, { next: true });
  list.add('def', { after: 'c' });

  list.add('eab', {}, { next: true });

  expect(list.read().ids).toBe('eabcdf');
});

test('a refresh that does not join on to the rest replaces the list, so that no hole is hidden', () => {
  const list = newList();
  list.add('abc', {}, { next: true });
  list.add('def', { after: 'c' });

  list.add('xyz', {}, { next: true });

  expect(list.read()).toMatchObject({ ids: 'xyz', hasNextPage: true, endCursor: 'z' });
});

test('a refresh of the last page keeps what was loaded before it', () => {
  const list = newList();
  list.add('def', { last: 3 }, { previous: true });
  list.add('abc', { before: 'd' }, { previous: false });

  list.add('efg', { last: 3 }, { previous: true });

  expect(list.read()).toMatchObject({ ids: 'abcdefg', hasPreviousPage: false, startCursor: 'a', endCursor: 'g' });
});

test('an item that left the cache leaves the list', () => {
  const list = newList();
  list.add('abc');

  list.cache.evict({ id: 'Thing:b' });

  expect(list.read().ids).toBe('ac');
});

test('of a list that grows, what was read of it before is not kept', () => {
  const list = newList();
  list.add('a', {}, { next: true });

  for (const id of 'bcdefghij') {
    list.add(id, { after: 'a' }, { next: true });
    list.read();
  }

  expect(list.read().ids).toBe('abcdefghij');
  expect(list.listsKept()).toBe(1);
});

test('a page that comes leaves the items that were read before as they are', () => {
  const list = newList();
  list.add('ab', {}, { next: true });
  const [first] = list.nodes();

  list.add('cd', { after: 'b' });

  expect(list.nodes()[0]).toBe(first);
});
