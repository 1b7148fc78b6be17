import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { openAnew } from '../access/open-anew';
import { SignInDocument, SignUpDocument } from '../generated/graphql';
import { renderRoute } from '../testing/render-route';
import SignIn from './sign-in';
import SignUp from './sign-up';

jest.mock('../access/open-anew', () => ({ openAnew: jest.fn() }));
jest.mock('../access/sign-in/demo-sign-in.server', () => ({}));

const demo = { email: 'demo@atrium.example', password: 'made for this folder' };

const renderSignIn = (mocks: MockLink.MockedResponse[], url = '/sign-in', loaderData: object = { demo: null }) =>
  renderRoute({
    Component: (() => <SignIn {...({ loaderData } as Parameters<typeof SignIn>[0])} />) as ComponentType,
    path: '/sign-in',
    url,
    mocks,
  });

const answer = (input: object, payload: object): MockLink.MockedResponse => ({
  request: { query: SignInDocument, variables: { input } },
  result: { data: { signIn: { __typename: 'SignInPayload', viewer: null, userErrors: [], ...payload } } },
});

const ann = { email: 'ann@acme.example', password: 'secret words' };
const viewer = { __typename: 'Viewer', id: 'ann' };

async function enter({ email, password }: { email: string; password: string }) {
  await userEvent.type(screen.getByLabelText(/Email/), email);
  await userEvent.type(screen.getByLabelText(/Password/), password);
  await userEvent.keyboard('{Enter}');
}

beforeEach(() => jest.mocked(openAnew).mockClear());

test('whoever signs in goes on to where they were going', async () => {
  renderSignIn([answer(ann, { viewer })], '/sign-in?next=%2Ftenant%2Facme');

  await enter(ann);

  await waitFor(() => expect(openAnew).toHaveBeenCalledWith('/tenant/acme'));
});

test('a link from elsewhere leads nowhere else', async () => {
  renderSignIn([answer(ann, { viewer })], '/sign-in?next=%2F%2Fevil.example');

  await enter(ann);

  await waitFor(() => expect(openAnew).toHaveBeenCalledWith('/'));
});

test('a wrong password is said at its field, which has the focus', async () => {
  const userErrors = [
    { __typename: 'UserError', code: 'INVALID', field: ['password'], message: 'There is no such account.' },
  ];
  renderSignIn([answer(ann, { userErrors })]);

  await enter(ann);

  expect(await screen.findByText('There is no such account.')).toBeVisible();
  expect(screen.getByLabelText(/Password/)).toHaveFocus();
  expect(openAnew).not.toHaveBeenCalled();
});

test('an empty form is not sent', async () => {
  renderSignIn([]);

  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));

  expect(await screen.findByText('Email is required.')).toBeVisible();
});

test('a service that does not answer leaves what was typed', async () => {
  renderSignIn([
    { request: { query: SignInDocument, variables: { input: ann } }, error: new TypeError('fetch failed') },
  ]);

  await enter(ann);

  expect(await screen.findByRole('alert')).toHaveTextContent('does not answer');
  expect(screen.getByLabelText(/Password/)).toHaveValue(ann.password);
});

test('the demo’s sign-in is one press away', async () => {
  renderSignIn([answer(demo, { viewer })], '/sign-in', { demo });

  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));

  await waitFor(() => expect(openAnew).toHaveBeenCalledWith('/'));
});

test('an account and its first company are made in one step', async () => {
  const input = { name: 'Ann Able', email: 'ann@acme.example', password: 'secret words', companyName: 'Acme' };
  const tenant = { __typename: 'Tenant', id: '1', slug: 'acme' };
  renderRoute({
    Component: SignUp,
    path: '/sign-up',
    url: '/sign-up',
    mocks: [
      {
        request: { query: SignUpDocument, variables: { input } },
        result: { data: { signUp: { __typename: 'SignUpPayload', viewer, tenant, userErrors: [] } } },
      },
    ],
  });

  await userEvent.type(screen.getByLabelText(/Your name/), input.name);
  await userEvent.type(screen.getByLabelText(/Company name/), input.companyName);
  await enter(input);

  await waitFor(() => expect(openAnew).toHaveBeenCalledWith('/tenant/acme'));
});

test('whoever is invited makes no company, and the token stays behind #', () => {
  renderRoute({ Component: SignUp, path: '/sign-up', url: '/sign-up?next=%2Finvitation#atrium_invitation_x' });

  expect(screen.queryByLabelText(/Company name/)).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute(
    'href',
    '/sign-in?next=%2Finvitation#atrium_invitation_x',
  );
});
