import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { sessionEnd } from '../../apollo/session-end';
import { SignInDocument, TenantShellDocument, type TenantShellQuery } from '../../generated/graphql';
import { renderRoute } from '../../testing/render-route';
import { openAnew } from '../open-anew';
import { SessionOver } from './session-over';

jest.mock('../open-anew', () => ({ openAnew: jest.fn() }));

const shell = {
  viewer: {
    __typename: 'Viewer',
    id: 'ann',
    name: 'Ann',
    email: 'ann@acme.example',
    isOperator: false,
    permissions: [],
  },
  unreadNotificationCount: 0,
  currentTenant: { __typename: 'Tenant', id: '1', name: 'Acme', slug: 'acme', sandboxEndsAt: null },
} as TenantShellQuery;

const Page = () => (
  <>
    <input aria-label="Note" />
    <SessionOver />
  </>
);

function renderPage(viewerId: string) {
  const view = renderRoute({
    Component: Page,
    path: '/tenant/:tenantId',
    url: '/tenant/acme',
    mocks: [
      {
        request: {
          query: SignInDocument,
          variables: { input: { email: 'ann@acme.example', password: 'secret words' } },
        },
        result: {
          data: {
            signIn: { __typename: 'SignInPayload', viewer: { __typename: 'Viewer', id: viewerId }, userErrors: [] },
          },
        },
      },
    ],
  });
  view.clients.of('acme').apollo.writeQuery({ query: TenantShellDocument, data: shell });
  return view;
}

async function signInAgain() {
  await userEvent.type(screen.getByLabelText('Note'), 'half a sentence');
  await act(async () => {
    sessionEnd.isOver = true;
  });
  expect(await screen.findByLabelText(/Email/)).toHaveValue('ann@acme.example');
  expect(screen.getByLabelText(/Password/)).toHaveFocus();
  await userEvent.type(screen.getByLabelText(/Password/), 'secret words');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

afterEach(async () => {
  await act(async () => {
    sessionEnd.isOver = false;
  });
  jest.mocked(openAnew).mockClear();
});

test('whoever signs in again goes on on the same page, and what was typed is there', async () => {
  renderPage('ann');

  await signInAgain();

  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(screen.getByLabelText('Note')).toHaveValue('half a sentence');
  expect(openAnew).not.toHaveBeenCalled();
});

test('somebody else who signs in sees nothing of the page', async () => {
  renderPage('ben');

  await signInAgain();

  await waitFor(() => expect(openAnew).toHaveBeenCalledWith('/'));
});

test('Escape does not pass over it', async () => {
  renderPage('ann');
  await act(async () => {
    sessionEnd.isOver = true;
  });
  await screen.findByRole('dialog');

  await userEvent.keyboard('{Escape}');

  expect(screen.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible();
});

test('whoever came by a company’s provider goes there again, and comes back to this page', async () => {
  renderPage('ann');
  await act(async () => {
    sessionEnd.isOver = true;
  });

  expect(await screen.findByRole('link', { name: /company’s provider/ })).toHaveAttribute(
    'href',
    '/sign-in/company?next=%2Ftenant%2Facme',
  );
});
