import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  BeginTwoFactorDocument,
  DisableTwoFactorDocument,
  EnableTwoFactorDocument,
  RenewRecoveryCodesDocument,
} from '../generated/graphql';
import { accountPage, accountViewer, userError } from '../testing/account';
import { renderRoute } from '../testing/render-route';
import { download } from '../ui/download';
import Account from './account';

jest.mock('../ui/download', () => ({ download: jest.fn() }));

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const uri = `otpauth://totp/Atrium:ann%40acme.example?secret=${secret}&issuer=Atrium`;
const codes = ['aaaa-bbbb-cccc-dddd', 'eeee-ffff-gggg-hhhh'];
const password = 'secret words';
const on = accountViewer({ hasTwoFactor: true, recoveryCodesLeft: 10 });

const begin: MockLink.MockedResponse = {
  request: { query: BeginTwoFactorDocument },
  result: { data: { beginTwoFactor: { __typename: 'BeginTwoFactorPayload', secret, uri, userErrors: [] } } },
};
const payload = (parts: object) => ({
  __typename: 'RecoveryCodesPayload',
  recoveryCodes: null,
  viewer: null,
  userErrors: [],
  ...parts,
});
const enable = (code: string, parts: object): MockLink.MockedResponse => ({
  request: { query: EnableTwoFactorDocument, variables: { input: { code, password } } },
  result: { data: { enableTwoFactor: payload(parts) } },
});

const render = (...mocks: MockLink.MockedResponse[]) =>
  renderRoute({ Component: Account, path: '/account', url: '/account', mocks });
const card = async () => within(await screen.findByRole('region', { name: 'Second step' }));

test('a code of the app switches the second step on, and the recovery codes are shown once', async () => {
  userEvent.setup();
  render(accountPage(), begin, enable('123456', { recoveryCodes: codes, viewer: on }));
  const step = await card();

  await userEvent.click(step.getByRole('button', { name: 'Set up a second step' }));
  expect(await step.findByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  expect(step.getByText('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')).toBeVisible();
  await userEvent.type(step.getByLabelText(/Code/), '123456');
  await userEvent.type(step.getByLabelText(/Your password/), password);
  await userEvent.click(step.getByRole('button', { name: 'Switch on' }));

  await waitFor(() => expect(step.getByRole('heading', { name: 'Your recovery codes' })).toHaveFocus());
  expect(step.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(codes);
  expect(step.queryByRole('img')).not.toBeInTheDocument();
  expect(step.getByText(/Recovery codes that are left: 10/)).toBeVisible();
  await userEvent.click(step.getByRole('button', { name: 'Download' }));
  expect(download).toHaveBeenCalledWith('atrium-recovery-codes.txt', expect.stringContaining(codes.join('\n')));
  await userEvent.click(step.getByRole('button', { name: 'Copy the recovery codes' }));
  expect(await navigator.clipboard.readText()).toBe(`${codes.join('\n')}\n`);
});

test('a wrong code is said at its field', async () => {
  const message = 'This code is not right, or was used already.';
  render(accountPage(), begin, enable('000000', { userErrors: [userError('code', message)] }));
  const step = await card();

  await userEvent.click(step.getByRole('button', { name: 'Set up a second step' }));
  await userEvent.type(await step.findByLabelText(/Code/), '000000');
  await userEvent.type(step.getByLabelText(/Your password/), password);
  await userEvent.click(step.getByRole('button', { name: 'Switch on' }));

  expect(await step.findByText(message)).toBeVisible();
  expect(step.getByLabelText(/Code/)).toHaveFocus();
});

test('switching it off asks for the password', async () => {
  render(accountPage({ hasTwoFactor: true, recoveryCodesLeft: 7 }), {
    request: { query: DisableTwoFactorDocument, variables: { input: { password } } },
    result: {
      data: { disableTwoFactor: { __typename: 'ViewerPayload', viewer: accountViewer(), userErrors: [] } },
    },
  });
  const step = await card();

  await userEvent.click(step.getByRole('button', { name: 'Switch off' }));
  expect(step.getByLabelText(/Your password/)).toHaveFocus();
  await userEvent.keyboard(`${password}{Enter}`);

  expect(await step.findByRole('button', { name: 'Set up a second step' })).toBeVisible();
  expect(screen.getByRole('region', { name: 'Second step' })).toContainElement(document.activeElement as HTMLElement);
});

test('new recovery codes are shown in the place of those of before', async () => {
  render(accountPage({ hasTwoFactor: true, recoveryCodesLeft: 1 }), {
    request: { query: RenewRecoveryCodesDocument, variables: { input: { password } } },
    result: { data: { renewRecoveryCodes: payload({ recoveryCodes: codes, viewer: on }) } },
  });
  const step = await card();

  await userEvent.click(step.getByRole('button', { name: 'New recovery codes' }));
  await userEvent.keyboard(`${password}{Enter}`);

  expect(await step.findByText('aaaa-bbbb-cccc-dddd')).toBeVisible();
  expect(step.getByText(/Recovery codes that are left: 10/)).toBeVisible();
  expect(step.queryByLabelText(/Your password/)).not.toBeInTheDocument();
});
