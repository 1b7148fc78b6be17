/** @jest-environment node */
import { ApolloLink } from '@apollo/client';
import { MockLink } from '@apollo/client/testing';
import { RouterContextProvider } from 'react-router';
import {
  LiveCursorDocument,
  type LiveCursorQuery,
  TenantShellDocument,
  type TenantShellQuery,
} from '../generated/graphql';
import { ApolloClients } from './clients';
import { apolloContext } from './context';
import { readLiveCursor } from './live-cursor';
import { preload } from './preload';

const shell: TenantShellQuery = {
  viewer: null,
  unreadNotificationCount: 0,
  currentTenant: { __typename: 'Tenant', id: '1', name: 'Acme', slug: 'acme', sandboxEndsAt: null },
};

const logStandsAt = (endCursor: string): MockLink.MockedResponse<LiveCursorQuery> => ({
  request: { query: LiveCursorDocument },
  result: {
    data: {
      events: { __typename: 'TenantEventConnection', pageInfo: { __typename: 'PageInfo', endCursor } },
    },
  },
});

function newRequest(mocks: MockLink.MockedResponse[]) {
  const clients = new ApolloClients({
    ssrMode: true,
    createLink: () => new MockLink([...mocks, logStandsAt('event 7')]),
  });
  const context = new RouterContextProvider();
  context.set(apolloContext, clients);
  return { clients, args: { url: new URL('http://page.test/tenant/acme'), params: { tenantId: 'acme' }, context } };
}

const read = preload(TenantShellDocument, () => ({}));

test('the data is in the cache of the tenant before the page renders', async () => {
  const { clients, args } = newRequest([{ request: { query: TenantShellDocument }, result: { data: shell } }]);

  await read(args);

  expect(clients.of('acme').apollo.readQuery({ query: TenantShellDocument })).toEqual(shell);
});

test('how far the log had come is noted before the page is read, so that what the page lacks comes behind it', async () => {
  const asked: string[] = [];
  const { clients, args } = newRequest([{ request: { query: TenantShellDocument }, result: { data: shell } }]);
  const { apollo } = clients.of('acme');
  const noting = new ApolloLink((operation, forward) => {
    asked.push(`${operation.operationName} ${readLiveCursor(apollo.cache)}`);
    return forward(operation);
  });
  apollo.setLink(noting.concat(apollo.link));

  await read(args);

  expect(asked).toEqual(['LiveCursor null', 'TenantShell event 7']);
});

test('an unknown tenant answers 404', async () => {
  const errors = [{ message: 'No.', extensions: { code: 'TENANT_NOT_FOUND' } }];
  const { args } = newRequest([{ request: { query: TenantShellDocument }, result: { errors } }]);

  await expect(read(args)).rejects.toMatchObject({ init: { status: 404 } });
});

test('whoever is not signed in is led to sign in, and back', async () => {
  const errors = [{ message: 'No.', extensions: { code: 'UNAUTHENTICATED' } }];
  const { args } = newRequest([{ request: { query: TenantShellDocument }, result: { errors } }]);

  const response: Response = await read(args).catch((thrown) => thrown);

  expect([response.status, response.headers.get('location')]).toEqual([302, '/sign-in?next=%2Ftenant%2Facme']);
});

test('an API that is away answers 503, and the log says why', async () => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { args } = newRequest([{ request: { query: TenantShellDocument }, error: new TypeError('fetch failed') }]);

  await expect(read(args)).rejects.toMatchObject({ init: { status: 503 } });

  expect(log).toHaveBeenCalledWith('web: a page answered 503, because the API did not: fetch failed');
  log.mockRestore();
});

test('a page whose subject does not exist answers 404', async () => {
  const { args } = newRequest([{ request: { query: TenantShellDocument }, result: { data: shell } }]);

  const readViewer = preload(TenantShellDocument, () => ({}), { isFound: ({ viewer }) => viewer !== null });

  await expect(readViewer(args)).rejects.toMatchObject({ init: { status: 404 } });
});

test('a page of somebody’s own leads nobody to sign in', async () => {
  const { args } = newRequest([{ request: { query: TenantShellDocument }, result: { data: shell } }]);

  const readOwn = preload(TenantShellDocument, () => ({}), { needsViewer: true });
  const response: Response = await readOwn(args).catch((thrown) => thrown);

  expect(response.headers.get('location')).toBe('/sign-in?next=%2Ftenant%2Facme');
});
