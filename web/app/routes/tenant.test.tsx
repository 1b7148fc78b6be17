import { MockLink } from '@apollo/client/testing';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { createRoutesStub } from 'react-router';
import { IfMay } from '../access/permissions';
import { ApolloClients } from '../apollo/clients';
import { ApolloClientsProvider } from '../apollo/provider';
import { SwitchableCompaniesDocument, TenantShellDocument } from '../generated/graphql';
import Tenant from './tenant';

const company = (name: string) => ({
  __typename: 'Tenant',
  id: `id of ${name}`,
  name,
  slug: name.toLowerCase(),
  sandboxEndsAt: null,
});

const shell = (name: string): MockLink.MockedResponse => ({
  request: { query: TenantShellDocument },
  result: { data: { viewer: null, unreadNotificationCount: 0, currentTenant: company(name) } },
});

const companies = (...names: string[]): MockLink.MockedResponse => ({
  request: { query: SwitchableCompaniesDocument },
  result: {
    data: {
      tenants: {
        __typename: 'TenantConnection',
        nodes: names.map(company),
        pageInfo: { __typename: 'PageInfo', hasNextPage: false },
      },
    },
  },
});

const Page = () => <p>The page</p>;

/** A company's frame around a page; each tenant, and the client without one, hears its own answers. */
function renderTenant(
  mocks: Record<string, MockLink.MockedResponse[]>,
  url = '/tenant/acme',
  Child: ComponentType = Page,
) {
  const clients = new ApolloClients({
    ssrMode: false,
    createLink: (tenant) => new MockLink(mocks[tenant ?? ''] ?? []),
  });
  const Stub = createRoutesStub([
    {
      path: '/tenant/:tenantId',
      Component: Tenant as ComponentType,
      children: [
        { index: true, Component: Child },
        { path: 'inbox', Component: () => null },
        // Its data never comes.
        { path: 'contacts', Component: () => null, loader: () => new Promise(() => undefined) },
      ],
    },
  ]);
  render(
    <ApolloClientsProvider clients={clients}>
      <Stub initialEntries={[url]} />
    </ApolloClientsProvider>,
  );
}

test('the frame names the company and leads to its pages', async () => {
  renderTenant({ acme: [shell('Acme')] });

  expect(await screen.findByRole('button', { name: /Company: Acme/ })).toBeVisible();
  const [navigation] = screen.getAllByRole('navigation', { name: 'Pages of the company' });
  expect(within(navigation as HTMLElement).getByRole('link', { name: 'Contacts' })).toHaveAttribute(
    'href',
    '/tenant/acme/contacts',
  );
  expect(within(navigation as HTMLElement).getByRole('link', { name: 'Dashboard' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  expect(screen.getByText('The page')).toBeVisible();
});

test('the page that a click leads to is marked before it is there', async () => {
  renderTenant({ acme: [shell('Acme')] });
  await screen.findByText('The page');
  const [navigation] = screen.getAllByRole('navigation', { name: 'Pages of the company' });
  const entry = (name: string) => within(navigation as HTMLElement).getByRole('link', { name });

  await userEvent.click(entry('Contacts'));

  expect(entry('Contacts')).toHaveAttribute('aria-busy', 'true');
  expect(entry('Dashboard')).not.toHaveAttribute('aria-busy');
  expect(screen.getByText('The page')).toBeVisible();
});

test('the first stop of the keyboard leads past the navigation', async () => {
  renderTenant({ acme: [shell('Acme')] });
  await screen.findByText('The page');

  await userEvent.tab();

  expect(screen.getByRole('link', { name: 'Skip to the content' })).toHaveFocus();
});

test('another company opens with data of its own', async () => {
  renderTenant({ acme: [shell('Acme')], globex: [shell('Globex')], '': [companies('Acme', 'Globex')] });

  await userEvent.click(await screen.findByRole('button', { name: /Company: Acme/ }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Globex' }));

  expect(await screen.findByRole('button', { name: /Company: Globex/ })).toBeVisible();
});

test('the frame says who is signed in, and what they may not do is not offered', async () => {
  const viewer = {
    __typename: 'Viewer',
    id: '1',
    name: 'Ann Able',
    email: 'ann@acme.example',
    isOperator: false,
    permissions: [],
  };
  const mock = { ...shell('Acme'), result: { data: { viewer, currentTenant: company('Acme') } } };
  renderTenant({ acme: [mock] }, '/tenant/acme', () => <IfMay permission="contacts:write">New contact</IfMay>);

  expect(await screen.findByRole('button', { name: /Signed in as Ann Able/ })).toBeVisible();
  expect(screen.queryByText('New contact')).not.toBeInTheDocument();
});

test('a company that does not exist is said to be none', async () => {
  const errors = [{ message: 'No.', extensions: { code: 'TENANT_NOT_FOUND' } }];
  renderTenant({ acme: [{ request: { query: TenantShellDocument }, result: { errors } }] });

  expect(await screen.findByRole('heading', { name: 'There is no such company' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'All companies' })).toHaveAttribute('href', '/?tab=choose');
});

test('a company that cannot be read can be asked for again', async () => {
  renderTenant({
    acme: [{ request: { query: TenantShellDocument }, error: new TypeError('fetch failed') }, shell('Acme')],
  });

  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));

  expect(await screen.findByText('The page')).toBeVisible();
});

test('above the page of a sandbox stands what it is and until when, and above no other', async () => {
  const sandbox = { ...company('Acme'), sandboxEndsAt: '2026-12-14T12:00:00.000Z' };
  renderTenant({
    acme: [
      {
        request: { query: TenantShellDocument },
        result: { data: { viewer: null, unreadNotificationCount: 0, currentTenant: sandbox } },
      },
    ],
  });

  expect(await screen.findByRole('complementary', { name: 'Sandbox' })).toHaveTextContent(
    'Sandbox · ends 14 Dec · people are invented',
  );

  renderTenant({ globex: [shell('Globex')] }, '/tenant/globex');
  expect(await screen.findAllByText('Globex')).not.toHaveLength(0);
  expect(screen.getAllByRole('complementary', { name: 'Sandbox' })).toHaveLength(1);
});
