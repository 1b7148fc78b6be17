/** @jest-environment node */
import { MockLink } from '@apollo/client/testing';
import { RouterContextProvider } from 'react-router';
import { ApolloClients } from '../apollo/clients';
import { apolloContext } from '../apollo/context';
import { ClosedCompaniesDocument, CompaniesDocument } from '../generated/graphql';
import { loader } from './home';

/** Where the page leads on the server for whoever belongs to these companies; null where it is shown. */
async function open(url: string, slugs: string[]): Promise<string | null> {
  const nodes = slugs.map((slug) => ({
    __typename: 'Tenant',
    id: slug,
    slug,
    name: slug,
    status: 'ACTIVE',
    isSandbox: false,
    createdAt: '2026-11-01T09:00:00.000Z',
  }));
  const tenants = {
    __typename: 'TenantConnection',
    nodes,
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    totalCount: nodes.length,
  };
  const viewer = { __typename: 'Viewer', id: 'ann', name: 'Ann', email: 'ann@acme.example', isOperator: false };
  const closed = { request: { query: ClosedCompaniesDocument }, result: { data: { closedTenants: [] } } };
  const mock = {
    request: { query: CompaniesDocument, variables: { search: null } },
    result: { data: { viewer, tenants } },
  };
  const context = new RouterContextProvider();
  context.set(apolloContext, new ApolloClients({ ssrMode: true, createLink: () => new MockLink([mock, closed]) }));
  const answer = await loader({ url: new URL(url, 'http://page.test'), params: {}, context }).catch((thrown) => thrown);
  return answer instanceof Response ? answer.headers.get('location') : answer;
}

test('whoever belongs to one company goes straight in', async () => {
  expect(await open('/', ['acme'])).toBe('/tenant/acme/inbox');
});

test.each([
  ['/?tab=choose', ['acme']],
  ['/', ['acme', 'globex']],
  ['/', []],
])('%s with the companies %j is shown', async (url, slugs) => {
  expect(await open(url, slugs)).toBeNull();
});
