import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { openAnew } from '../access/open-anew';
import {
  BeginSingleSignOnDocument,
  FinishSingleSignOnDocument,
  RemoveSingleSignOnDocument,
  SetSingleSignOnDocument,
  SingleSignOnSettingsDocument,
} from '../generated/graphql';
import { renderRoute } from '../testing/render-route';
import SingleSignOnSettings from './settings-single-sign-on';
import SignInCompany from './sign-in-company';
import SignInCompanyCallback from './sign-in-company-callback';

jest.mock('../access/open-anew', () => ({ openAnew: jest.fn() }));

beforeEach(() => {
  jest.mocked(openAnew).mockClear();
  sessionStorage.clear();
});

const userError = (field: string, message: string) => ({
  __typename: 'UserError',
  code: 'INVALID',
  field: [field],
  message,
});

const beginAnswer = (company: string, payload: object): MockLink.MockedResponse => ({
  request: { query: BeginSingleSignOnDocument, variables: { input: { company } } },
  result: {
    data: { beginSingleSignOn: { __typename: 'BeginSingleSignOnPayload', url: null, userErrors: [], ...payload } },
  },
});

const renderBegin = (mocks: MockLink.MockedResponse[], url = '/sign-in/company') =>
  renderRoute({ Component: SignInCompany, path: '/sign-in/company', url, mocks });

test('whoever names their company goes on to its provider', async () => {
  renderBegin([beginAnswer('acme', { url: 'https://login.example/authorize' })]);

  await userEvent.type(screen.getByLabelText(/Company/), 'acme{Enter}');

  await waitFor(() => expect(openAnew).toHaveBeenCalledWith('https://login.example/authorize'));
});

test('the company on the way to whose pages somebody is stands there already', () => {
  renderBegin([], '/sign-in/company?next=%2Ftenant%2Facme%2Fcontacts');

  expect(screen.getByLabelText(/Company/)).toHaveValue('acme');
});

test('a company without a provider is said at its field', async () => {
  renderBegin([beginAnswer('acme', { userErrors: [userError('company', 'No company of this name.')] })]);

  await userEvent.type(screen.getByLabelText(/Company/), 'acme{Enter}');

  expect(await screen.findByText('No company of this name.')).toBeVisible();
  expect(openAnew).not.toHaveBeenCalled();
});

const input = { code: 'c', state: 's', iss: 'https://login.example' };

const finishAnswer = (payload: object): MockLink.MockedResponse => ({
  request: { query: FinishSingleSignOnDocument, variables: { input } },
  result: {
    data: {
      finishSingleSignOn: {
        __typename: 'FinishSingleSignOnPayload',
        viewer: null,
        tenant: null,
        userErrors: [],
        ...payload,
      },
    },
  },
});

/** Runs effects twice, as the page does in development. */
const InStrictMode = () => (
  <StrictMode>
    <SignInCompanyCallback />
  </StrictMode>
);

const renderCallback = (mocks: MockLink.MockedResponse[], search = `?${new URLSearchParams(input)}`) =>
  renderRoute({
    Component: InStrictMode,
    path: '/sign-in/company/callback',
    url: `/sign-in/company/callback${search}`,
    mocks,
  });

const acme = { tenant: { __typename: 'Tenant', id: '1', slug: 'acme' } };

test.each([
  [null, '/tenant/acme/inbox'],
  ['/tenant/acme/contacts?q=ann', '/tenant/acme/contacts?q=ann'],
  ['/tenant/other/contacts', '/tenant/acme/inbox'],
  ['/tenant/acme-two', '/tenant/acme/inbox'],
  ['//evil.example', '/tenant/acme/inbox'],
])('whoever was going to %s comes back from the provider to %s', async (next, destination) => {
  if (next !== null) sessionStorage.setItem('sign-in-next', next);
  // One answer: a second request would fail.
  renderCallback([finishAnswer(acme)]);

  await waitFor(() => expect(openAnew).toHaveBeenCalledWith(destination));
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('what the API refuses is said, with a way back', async () => {
  renderCallback([finishAnswer({ userErrors: [userError('code', 'Ask for an invitation first.')] })]);

  expect(await screen.findByRole('alert')).toHaveTextContent('Ask for an invitation first.');
  expect(screen.getByRole('link', { name: 'Begin again' })).toHaveAttribute('href', '/sign-in/company');
});

test.each([
  ['?error=access_denied&state=s', 'did not sign you in'],
  ['', 'not complete'],
])('an address with %j sends nothing', (search, sentence) => {
  renderCallback([], search);

  expect(screen.getByRole('alert')).toHaveTextContent(sentence);
});

const provider = { __typename: 'SingleSignOn', issuer: 'https://login.example', clientId: 'atrium', role: 'MEMBER' };

const settings = (singleSignOn: object | null): MockLink.MockedResponse => ({
  request: { query: SingleSignOnSettingsDocument },
  result: {
    data: {
      currentTenant: {
        __typename: 'Tenant',
        id: 'acme',
        slug: 'acme',
        singleSignOnRedirectUri: 'https://crm.example/sign-in/company/callback',
        singleSignOn,
      },
    },
  },
});

const setAnswer = (payload: object): MockLink.MockedResponse => ({
  request: {
    query: SetSingleSignOnDocument,
    variables: {
      input: {
        tenantId: 'acme',
        issuer: 'https://login.example',
        clientId: 'atrium',
        clientSecret: 'secret',
        role: 'MEMBER',
      },
    },
  },
  result: {
    data: {
      setSingleSignOn: { __typename: 'SetSingleSignOnPayload', singleSignOn: null, userErrors: [], ...payload },
    },
  },
});

const renderSettings = (mocks: MockLink.MockedResponse[], permissions = ['tenant:admin', 'tenant:own']) =>
  renderRoute({
    Component: SingleSignOnSettings,
    path: '/tenant/:tenantId/settings/single-sign-on',
    url: '/tenant/acme/settings/single-sign-on',
    mocks,
    permissions,
  });

async function enterProvider() {
  await userEvent.type(await screen.findByLabelText(/Issuer/), 'https://login.example');
  await userEvent.type(screen.getByLabelText(/Client ID/), 'atrium');
  await userEvent.type(screen.getByLabelText(/Client secret/), 'secret');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
}

test('an owner sets a provider, and is told what it has to know', async () => {
  renderSettings([settings(null), setAnswer({ singleSignOn: provider }), settings(provider)]);

  expect(await screen.findByText('https://crm.example/sign-in/company/callback')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Copy the redirect address' })).toBeVisible();
  await enterProvider();

  expect(await screen.findByText(/people can sign in by it/)).toBeVisible();
  expect(await screen.findByRole('button', { name: 'Remove' })).toBeVisible();
  expect(screen.getByLabelText(/Client secret/)).toHaveValue('');
});

test('a provider that does not answer is said at its field', async () => {
  renderSettings([settings(null), setAnswer({ userErrors: [userError('issuer', 'No provider answers.')] })]);

  await enterProvider();

  expect(await screen.findByText('No provider answers.')).toBeVisible();
  expect(screen.getByLabelText(/Issuer/)).toHaveFocus();
});

test('an owner removes the provider, after a question', async () => {
  const removal: MockLink.MockedResponse = {
    request: { query: RemoveSingleSignOnDocument, variables: { input: { tenantId: 'acme' } } },
    result: {
      data: {
        removeSingleSignOn: {
          __typename: 'RemoveSingleSignOnPayload',
          tenant: { __typename: 'Tenant', id: 'acme' },
          userErrors: [],
        },
      },
    },
  };
  renderSettings([settings(provider), removal, settings(null)]);

  await userEvent.click(await screen.findByRole('button', { name: 'Remove' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Remove single sign-on' }));

  expect(await screen.findByRole('heading', { name: 'New provider' })).toBeVisible();
});

test('whoever is no owner is told whose page it is', async () => {
  renderSettings([settings(provider)], ['tenant:admin']);

  expect(await screen.findByText('This is for owners of the company')).toBeVisible();
});
