import type { MockLink } from '@apollo/client/testing';
import * as webAuthn from '@simplewebauthn/browser';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BeginPasskeySignInDocument, SignInDocument, SignInWithPasskeyDocument } from '../../generated/graphql';
import { userError } from '../../testing/account';
import { renderRoute } from '../../testing/render-route';
import { SignInForm } from './sign-in-form';

jest.mock('@simplewebauthn/browser', () => ({
  ...jest.requireActual('@simplewebauthn/browser'),
  startAuthentication: jest.fn(),
}));

const ann = { email: 'ann@acme.example', password: 'secret words' };
const viewer = { __typename: 'Viewer', id: 'ann' };
const onSignedIn = jest.fn();

const answer = (input: object, payload: object): MockLink.MockedResponse => ({
  request: { query: SignInDocument, variables: { input } },
  result: { data: { signIn: { __typename: 'SignInPayload', viewer: null, userErrors: [], ...payload } } },
});
const asksCode = answer(ann, { userErrors: [userError('code', 'This account has a second step.', 'REQUIRED')] });

const Page = () => <SignInForm onSignedIn={onSignedIn} />;

const render = (...mocks: MockLink.MockedResponse[]) => renderRoute({ Component: Page, path: '/', url: '/', mocks });

async function enterPassword() {
  await userEvent.type(screen.getByLabelText(/Email/), ann.email);
  await userEvent.type(screen.getByLabelText(/Password/), `${ann.password}{Enter}`);
  const code = await screen.findByLabelText(/Code/);
  expect(code).toHaveFocus();
  return code;
}

beforeEach(() => {
  onSignedIn.mockClear();
  Object.assign(globalThis, { PublicKeyCredential: class {} });
});

test('a code is asked for in a second view, and the password is kept', async () => {
  render(asksCode, answer({ ...ann, code: '123456' }, { viewer }));

  const code = await enterPassword();
  expect(code).toHaveAttribute('autocomplete', 'one-time-code');
  expect(screen.queryByText('This account has a second step.')).not.toBeInTheDocument();
  await userEvent.keyboard('123456{Enter}');

  await waitFor(() => expect(onSignedIn).toHaveBeenCalledWith('ann'));
});

test('a wrong code is said at its field, and an empty one is not sent', async () => {
  const message = 'This code is not right, or was used already.';
  render(asksCode, answer({ ...ann, code: '000000' }, { userErrors: [userError('code', message)] }));

  await enterPassword();
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByText('A code is required.')).toBeVisible();
  await userEvent.keyboard('000000{Enter}');

  expect(await screen.findByText(message)).toBeVisible();
  expect(screen.getByLabelText(/Code/)).toHaveFocus();
});

test('from the code there is a way back to the password', async () => {
  render(asksCode);

  await enterPassword();
  await userEvent.click(screen.getByRole('button', { name: 'Back' }));

  expect(screen.getByLabelText(/Password/)).toHaveValue(ann.password);
});

const options = { challenge: 'asked' };
const response = { id: 'signed' };
const beginPasskey: MockLink.MockedResponse = {
  request: { query: BeginPasskeySignInDocument },
  result: { data: { beginPasskeySignIn: { __typename: 'PasskeyOptionsPayload', options } } },
};
const withPasskey = (payload: object): MockLink.MockedResponse => ({
  request: { query: SignInWithPasskeyDocument, variables: { input: { response } } },
  result: { data: { signInWithPasskey: { __typename: 'SignInPayload', viewer: null, userErrors: [], ...payload } } },
});
const pressPasskey = () => userEvent.click(screen.getByRole('button', { name: 'Sign in with a passkey' }));

test('a passkey signs in at once', async () => {
  jest.mocked(webAuthn.startAuthentication).mockResolvedValue(response as webAuthn.AuthenticationResponseJSON);
  render(beginPasskey, withPasskey({ viewer }));

  await pressPasskey();

  await waitFor(() => expect(onSignedIn).toHaveBeenCalledWith('ann'));
  expect(webAuthn.startAuthentication).toHaveBeenCalledWith({ optionsJSON: options });
});

test('a passkey that opens nothing, and one that was not shown, are said', async () => {
  jest.mocked(webAuthn.startAuthentication).mockResolvedValueOnce(response as webAuthn.AuthenticationResponseJSON);
  const refusal = Object.assign(new Error('not allowed'), { name: 'NotAllowedError' });
  jest.mocked(webAuthn.startAuthentication).mockRejectedValueOnce(refusal);
  const userErrors = [userError('response', 'No account could be opened with this passkey.')];
  render(beginPasskey, withPasskey({ userErrors }), beginPasskey);

  await pressPasskey();
  expect(await screen.findByText('No account could be opened with this passkey.')).toBeVisible();
  await pressPasskey();
  expect(await screen.findByText('The browser has used no passkey. Please try again.')).toBeVisible();

  expect(onSignedIn).not.toHaveBeenCalled();
});

test('where the browser cannot, no passkey is offered', () => {
  Reflect.deleteProperty(globalThis, 'PublicKeyCredential');
  render();

  expect(screen.queryByRole('button', { name: /passkey/ })).not.toBeInTheDocument();
});
