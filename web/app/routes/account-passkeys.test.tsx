import type { MockLink } from '@apollo/client/testing';
import * as webAuthn from '@simplewebauthn/browser';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AddPasskeyDocument, BeginPasskeyDocument, RemovePasskeyDocument } from '../generated/graphql';
import { accountPage, accountViewer, userError } from '../testing/account';
import { renderRoute } from '../testing/render-route';
import Account from './account';

jest.mock('@simplewebauthn/browser', () => ({
  ...jest.requireActual('@simplewebauthn/browser'),
  startRegistration: jest.fn(),
}));

const passkey = (id: string, name: string) => ({
  __typename: 'Passkey',
  id,
  name,
  createdAt: new Date().toISOString(),
  lastUsedAt: null,
});
const options = { challenge: 'asked' };
const response = { id: 'made' };

const begin: MockLink.MockedResponse = {
  request: { query: BeginPasskeyDocument },
  result: { data: { beginPasskey: { __typename: 'PasskeyOptionsPayload', options } } },
};
const add = (payload: object): MockLink.MockedResponse => ({
  request: { query: AddPasskeyDocument, variables: { input: { name: 'Laptop', response } } },
  result: { data: { addPasskey: { __typename: 'ViewerPayload', viewer: null, userErrors: [], ...payload } } },
});

const render = (...mocks: MockLink.MockedResponse[]) =>
  renderRoute({ Component: Account, path: '/account', url: '/account', mocks });
const card = async () => within(await screen.findByRole('region', { name: 'Passkeys' }));

async function addLaptop(part: Awaited<ReturnType<typeof card>>) {
  await userEvent.clear(part.getByLabelText(/Name/));
  await userEvent.type(part.getByLabelText(/Name/), 'Laptop');
  await userEvent.click(part.getByRole('button', { name: 'Add a passkey' }));
}

beforeEach(() => {
  Object.assign(globalThis, { PublicKeyCredential: class {} });
  jest.mocked(webAuthn.startRegistration).mockResolvedValue(response as webAuthn.RegistrationResponseJSON);
});

test('a passkey that the browser makes stands in the list', async () => {
  render(accountPage(), begin, add({ viewer: accountViewer({ passkeys: [passkey('1', 'Laptop')] }) }));
  const part = await card();

  await addLaptop(part);

  expect(await part.findByText('Laptop')).toBeVisible();
  expect(part.getByText(/never used/)).toBeVisible();
  expect(webAuthn.startRegistration).toHaveBeenCalledWith({ optionsJSON: options });
});

test('what the browser or the person ended is said, and nothing is sent', async () => {
  render(accountPage(), begin);
  const refusal = Object.assign(new Error('not allowed'), { name: 'NotAllowedError' });
  jest.mocked(webAuthn.startRegistration).mockRejectedValue(refusal);
  const part = await card();

  await addLaptop(part);

  expect(await part.findByRole('alert')).toHaveTextContent('The browser has used no passkey.');
});

test('what the API refuses is said', async () => {
  render(accountPage(), begin, add({ userErrors: [userError('response', 'This passkey could not be added.')] }));
  const part = await card();

  await addLaptop(part);

  expect(await part.findByRole('alert')).toHaveTextContent('This passkey could not be added.');
});

test('a passkey is removed after a question', async () => {
  render(accountPage({ passkeys: [passkey('1', 'Laptop'), passkey('2', 'Key')] }), {
    request: { query: RemovePasskeyDocument, variables: { input: { id: '2' } } },
    result: {
      data: {
        removePasskey: {
          __typename: 'ViewerPayload',
          viewer: accountViewer({ passkeys: [passkey('1', 'Laptop')] }),
          userErrors: [],
        },
      },
    },
  });
  const part = await card();

  await userEvent.click(part.getByRole('button', { name: 'Remove Key' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Remove passkey' }));

  await waitFor(() => expect(part.queryByText('Key')).not.toBeInTheDocument());
  expect(part.getByText('Laptop')).toBeVisible();
});

test('a browser that cannot use passkeys says so, and lists what other devices have', async () => {
  Reflect.deleteProperty(globalThis, 'PublicKeyCredential');
  render(accountPage({ passkeys: [passkey('1', 'Laptop')] }));
  const part = await card();

  expect(part.getByText(/This browser cannot use passkeys here/)).toBeVisible();
  expect(part.queryByRole('button', { name: 'Add a passkey' })).not.toBeInTheDocument();
  expect(part.getByText('Laptop')).toBeVisible();
});
