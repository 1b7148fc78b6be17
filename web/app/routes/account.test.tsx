import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAnew } from '../access/open-anew';
import { ChangePasswordDocument, RevokeSessionDocument, SignOutDocument } from '../generated/graphql';
import { accountPage } from '../testing/account';
import { renderRoute } from '../testing/render-route';
import Account from './account';

jest.mock('../access/open-anew', () => ({ openAnew: jest.fn() }));

const session = (id: string, userAgent: string, isCurrent = false) => ({
  __typename: 'Session',
  id,
  userAgent,
  address: '192.0.2.7',
  createdAt: new Date().toISOString(),
  lastUsedAt: new Date().toISOString(),
  isCurrent,
});
const here = session('here', 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', true);
const away = session('away', 'Mozilla/5.0 (iPhone) Version/18.0 Safari/604.1');

const account = (...sessions: object[]) => accountPage({ sessions });

const done = { userErrors: [] };
const render = (...mocks: MockLink.MockedResponse[]) =>
  renderRoute({ Component: Account, path: '/account', url: '/account', mocks });

test('each session is told with its device, and ended by itself', async () => {
  render(
    account(here, away),
    {
      request: { query: RevokeSessionDocument, variables: { input: { id: 'away' } } },
      result: { data: { revokeSession: { __typename: 'SignOutPayload', ...done } } },
    },
    account(here),
  );
  const sessions = within(await screen.findByRole('region', { name: 'Sessions and devices' }));
  expect(sessions.getByText('Firefox on Linux')).toBeVisible();

  await userEvent.click(sessions.getByRole('button', { name: 'Sign out Safari on iPhone' }));

  await waitFor(() => expect(sessions.queryByText('Safari on iPhone')).not.toBeInTheDocument());
  expect(sessions.queryByRole('button')).not.toBeInTheDocument();
});

test('a wrong password is said at its field', async () => {
  const input = { currentPassword: 'not this one', newPassword: 'quite another one' };
  const message = 'This is not your current password.';
  render(account(here), {
    request: { query: ChangePasswordDocument, variables: { input } },
    result: {
      data: {
        changePassword: {
          __typename: 'ViewerPayload',
          viewer: null,
          userErrors: [{ __typename: 'UserError', code: 'INVALID', field: ['currentPassword'], message }],
        },
      },
    },
  });

  await userEvent.type(await screen.findByLabelText(/Current password/), input.currentPassword);
  await userEvent.type(screen.getByLabelText(/New password/), input.newPassword);
  await userEvent.click(screen.getByRole('button', { name: 'Change the password' }));

  expect(await screen.findByText(message)).toBeVisible();
  expect(screen.getByLabelText(/Current password/)).toHaveFocus();
});

test('whoever is signed in by a company’s provider is told what it takes to change the account', async () => {
  const input = { currentPassword: 'the present one', newPassword: 'quite another one' };
  render(account(here), {
    request: { query: ChangePasswordDocument, variables: { input } },
    result: { errors: [{ message: 'No.', extensions: { code: 'ONE_COMPANY_ONLY' } }] },
  });

  await userEvent.type(await screen.findByLabelText(/Current password/), input.currentPassword);
  await userEvent.type(screen.getByLabelText(/New password/), input.newPassword);
  await userEvent.click(screen.getByRole('button', { name: 'Change the password' }));

  expect(await screen.findByRole('alert')).toHaveTextContent('Sign in with your password');
});

test('signing out takes along what was read and what was kept', async () => {
  sessionStorage.setItem('draft:1', 'half a sentence');
  const { clients } = render(account(here), {
    request: { query: SignOutDocument },
    result: { data: { signOut: { __typename: 'SignOutPayload', ...done } } },
  });

  await userEvent.click(await screen.findByRole('button', { name: /Signed in as/ }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Sign out' }));

  await waitFor(() => expect(openAnew).toHaveBeenCalledWith('/sign-in'));
  expect(sessionStorage).toHaveLength(0);
  expect(clients.of(null).apollo.cache.extract()).toEqual({});
});
