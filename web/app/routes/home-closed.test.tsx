import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ClosedCompaniesDocument,
  type ClosedCompaniesQuery,
  CompaniesDocument,
  RestoreCompanyDocument,
} from '../generated/graphql';
import { renderRoute } from '../testing/render-route';
import Home from './home';

type Closed = ClosedCompaniesQuery['closedTenants'][number];

const deleted: Closed = {
  __typename: 'ClosedTenant',
  id: 'acme',
  name: 'Acme',
  slug: 'acme',
  status: 'DELETING',
  reason: null,
  until: '2026-12-24T09:00:00.000Z',
  canRestore: true,
};
const suspended: Closed = {
  ...deleted,
  id: 'globex',
  name: 'Globex',
  status: 'SUSPENDED',
  reason: 'The invoice of March is open.',
  until: null,
  canRestore: false,
};

const companies: MockLink.MockedResponse = {
  request: { query: CompaniesDocument, variables: { search: null } },
  result: {
    data: {
      viewer: { __typename: 'Viewer', id: 'ann', name: 'Ann Able', email: 'ann@acme.example', isOperator: false },
      tenants: {
        __typename: 'TenantConnection',
        nodes: [],
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        totalCount: 0,
      },
    },
  },
  maxUsageCount: Number.POSITIVE_INFINITY,
};
const closed = (...closedTenants: Closed[]): MockLink.MockedResponse => ({
  request: { query: ClosedCompaniesDocument },
  result: { data: { closedTenants } },
});

const renderHome = (...mocks: MockLink.MockedResponse[]) =>
  renderRoute({ Component: Home, path: '/', url: '/', mocks: [companies, ...mocks] });

test('a company that is suspended says why, and one that is being deleted until when; its owner restores it', async () => {
  renderHome(
    closed(deleted, suspended),
    {
      request: { query: RestoreCompanyDocument, variables: { input: { id: 'acme' } } },
      result: { data: { restoreTenant: { __typename: 'RestoreTenantPayload', tenant: null, userErrors: [] } } },
    },
    closed(suspended),
  );

  const region = within(await screen.findByRole('region', { name: 'Closed for the time being' }));
  expect(screen.getByRole('region', { name: 'Closed for the time being' })).toHaveTextContent(
    /removed on 24 December 2026/,
  );
  expect(region.getByText('The invoice of March is open.')).toBeVisible();
  expect(region.queryByRole('button', { name: 'Restore Globex' })).not.toBeInTheDocument();
  await userEvent.click(region.getByRole('button', { name: 'Restore Acme' }));

  await waitFor(() => expect(region.queryByText('Acme')).not.toBeInTheDocument());
  expect(await screen.findByText('Acme is restored.')).toBeVisible();
});

test('a refusal to restore is told', async () => {
  renderHome(closed(deleted), {
    request: { query: RestoreCompanyDocument, variables: { input: { id: 'acme' } } },
    result: {
      data: {
        restoreTenant: {
          __typename: 'RestoreTenantPayload',
          tenant: null,
          userErrors: [
            {
              __typename: 'UserError',
              code: 'CONFLICT',
              field: ['id'],
              message: 'The company is being removed for good.',
            },
          ],
        },
      },
    },
  });

  await userEvent.click(await screen.findByRole('button', { name: 'Restore Acme' }));

  expect(await screen.findByText('The company is being removed for good.')).toBeVisible();
});
