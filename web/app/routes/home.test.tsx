import type { MockLink } from '@apollo/client/testing';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CompaniesDocument, type CompaniesQuery, CreateTenantDocument, TenantSlugDocument } from '../generated/graphql';
import { renderRoute } from '../testing/render-route';
import Home from './home';

type Company = CompaniesQuery['tenants']['nodes'][number];

const newCompany = (name: string): Company => ({
  __typename: 'Tenant',
  id: `id of ${name}`,
  name,
  slug: name.toLowerCase().replaceAll(' ', '-'),
  status: 'ACTIVE',
  isSandbox: false,
});

function companies(
  names: string[],
  {
    search = null,
    totalCount = names.length,
    hasNextPage = false,
    after,
  }: { search?: string | null; totalCount?: number; hasNextPage?: boolean; after?: string } = {},
): MockLink.MockedResponse {
  return {
    request: { query: CompaniesDocument, variables: { search, ...(after && { after }) } },
    result: {
      data: {
        viewer: { __typename: 'Viewer', id: 'ann', name: 'Ann Able', email: 'ann@acme.example', isOperator: false },
        tenants: {
          __typename: 'TenantConnection',
          nodes: names.map(newCompany),
          pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: names.at(-1) ?? null },
          totalCount,
        },
      },
    },
  };
}

const renderHome = (mocks: MockLink.MockedResponse[], url = '/', rootData?: object) =>
  renderRoute({
    Component: Home,
    path: '/',
    url,
    mocks,
    rootData,
    destinations: ['/tenant/:tenantId', '/tenant/:tenantId/inbox'],
  });

const slug = (name: string, tenantSlug: string): MockLink.MockedResponse => ({
  request: { query: TenantSlugDocument, variables: { name } },
  result: { data: { tenantSlug } },
  maxUsageCount: Number.POSITIVE_INFINITY,
});

function creation(name: string, answer: { tenant?: Company; userErrors?: object[] }): MockLink.MockedResponse {
  return {
    request: {
      query: CreateTenantDocument,
      variables: ({ input }) => input.name === name && /^[0-9a-f]{32}$/.test(input.idempotencyKey),
    },
    result: {
      data: {
        createTenant: {
          __typename: 'CreateTenantPayload',
          tenant: answer.tenant ?? null,
          userErrors: answer.userErrors ?? [],
        },
      },
    },
  };
}

test('the companies load behind a skeleton', async () => {
  renderHome([companies(['Acme', 'Globex'])]);
  expect(screen.getByRole('status', { name: 'The companies are loading' })).toBeInTheDocument();

  const list = await screen.findByRole('list', { name: 'Companies' });
  expect(within(list).getAllByRole('link')).toHaveLength(2);
});

test('the company that was open last says so, and Enter opens it', async () => {
  renderHome([companies(['Acme', 'Globex'])], '/', { lastCompany: 'globex' });

  const last = await screen.findByRole('link', { name: /Globex.*Open last/ });
  expect(screen.getAllByText('Open last')).toHaveLength(1);
  act(() => last.focus());
  await userEvent.keyboard('{Enter}');

  expect(await screen.findByText('Opened /tenant/globex/inbox')).toBeVisible();
});

test('the page says who is signed in', async () => {
  renderHome([companies(['Acme'])]);

  expect(await screen.findByRole('button', { name: /Signed in as Ann Able/ })).toBeVisible();
});

test('one click opens a company', async () => {
  renderHome([companies(['Acme', 'Globex'])]);

  await userEvent.click(await screen.findByRole('link', { name: /Globex/ }));

  expect(await screen.findByText('Opened /tenant/globex/inbox')).toBeVisible();
});

test('where no company exists, the way to create one shows first', async () => {
  renderHome([companies([])]);

  expect(await screen.findByRole('tab', { name: 'Create a company', selected: true })).toBeVisible();
});

test('a few companies need no search', async () => {
  renderHome([companies(['Acme'])]);
  await screen.findByRole('link', { name: /Acme/ });

  expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
});

test('many companies are searched, and a search that finds none says so', async () => {
  renderHome([
    companies(['Acme', 'Globex'], { totalCount: 20, hasNextPage: true }),
    companies(['Globex'], { search: 'glo' }),
    companies([], { search: 'zzz' }),
  ]);

  await userEvent.type(await screen.findByRole('searchbox', { name: 'Search 20 companies' }), 'glo');
  await waitFor(() => expect(screen.queryByRole('link', { name: /Acme/ })).not.toBeInTheDocument());
  expect(screen.getByRole('link', { name: /Globex/ })).toBeVisible();

  await userEvent.clear(screen.getByRole('searchbox'));
  await userEvent.type(screen.getByRole('searchbox'), 'zzz');
  expect(await screen.findByText('No company is called “zzz”')).toBeVisible();
});

test('"show more" adds the next page', async () => {
  renderHome([
    companies(['Acme', 'Globex'], { totalCount: 3, hasNextPage: true }),
    companies(['Initech'], { totalCount: 3, after: 'Globex' }),
  ]);
  await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));

  expect(await screen.findByRole('link', { name: /Initech/ })).toBeVisible();
  expect(screen.getByRole('link', { name: /Globex/ })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
});

test('companies that cannot be loaded can be asked for again', async () => {
  renderHome([
    { request: { query: CompaniesDocument, variables: { search: null } }, error: new TypeError('fetch failed') },
    companies(['Acme']),
  ]);

  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));

  expect(await screen.findByRole('link', { name: /Acme/ })).toBeVisible();
});

test('a new company shows its address while its name is typed, and opens when it exists', async () => {
  renderHome(
    [companies([]), slug('Acme', 'acme-2'), creation('Acme', { tenant: newCompany('Acme') }), companies(['Acme'])],
    '/?tab=create',
  );

  await userEvent.type(await screen.findByLabelText(/Company name/), 'Acme');
  expect(await screen.findByText('/tenant/acme-2')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Create company' }));

  expect(await screen.findByText('Opened /tenant/acme')).toBeVisible();
});

test('a name that the schema refuses is never sent', async () => {
  renderHome([companies([])], '/?tab=create');

  await userEvent.click(await screen.findByRole('button', { name: 'Create company' }));

  expect(await screen.findByText('Name is required.')).toBeVisible();
  expect(screen.getByLabelText(/Company name/)).toHaveFocus();
});

test('what the API refuses stands at its field, and the entry is kept', async () => {
  const userErrors = [{ __typename: 'UserError', code: 'INVALID', field: ['name'], message: 'Name is not allowed.' }];
  renderHome([companies([]), slug('Acme', 'acme'), creation('Acme', { userErrors }), companies([])], '/?tab=create');
  await userEvent.type(await screen.findByLabelText(/Company name/), 'Acme');

  await userEvent.click(screen.getByRole('button', { name: 'Create company' }));

  await waitFor(() =>
    expect(screen.getByLabelText(/Company name/)).toHaveAccessibleDescription(/Name is not allowed\./),
  );
  expect(screen.getByLabelText(/Company name/)).toHaveValue('Acme');
});

test('a lost answer keeps the entry, and the second try is the same write', async () => {
  const keys: string[] = [];
  const remember = ({ input }: { input: { idempotencyKey: string } }) => keys.push(input.idempotencyKey) > 0;
  renderHome(
    [
      companies([]),
      slug('Acme', 'acme'),
      { request: { query: CreateTenantDocument, variables: remember }, error: new TypeError('fetch failed') },
      {
        ...creation('Acme', { tenant: newCompany('Acme') }),
        request: { query: CreateTenantDocument, variables: remember },
      },
      companies(['Acme']),
    ],
    '/?tab=create',
  );
  await userEvent.type(await screen.findByLabelText(/Company name/), 'Acme');

  await userEvent.click(screen.getByRole('button', { name: 'Create company' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Your entry is kept');
  await userEvent.click(screen.getByRole('button', { name: 'Create company' }));

  expect(await screen.findByText('Opened /tenant/acme')).toBeVisible();
  expect(new Set(keys).size).toBe(1);
});

test('whoever is signed in by a company’s provider is told what it takes to make another company', async () => {
  renderHome(
    [
      companies([]),
      slug('Acme', 'acme'),
      {
        ...creation('Acme', {}),
        result: { errors: [{ message: 'No.', extensions: { code: 'ONE_COMPANY_ONLY' } }] },
      },
    ],
    '/?tab=create',
  );
  await userEvent.type(await screen.findByLabelText(/Company name/), 'Acme');

  await userEvent.click(screen.getByRole('button', { name: 'Create company' }));

  expect(await screen.findByRole('alert')).toHaveTextContent('Sign in with your password');
});
