import type { MockLink } from '@apollo/client/testing';
import { AccountPageDocument } from '../generated/graphql';

/** As the account page reads it. */
export const accountViewer = (parts: object = {}) => ({
  __typename: 'Viewer',
  id: 'ann',
  name: 'Ann Able',
  email: 'ann@acme.example',
  isOperator: false,
  account: { __typename: 'Account', id: 'ann', createdAt: '2026-11-01T09:00:00.000Z' },
  hasTwoFactor: false,
  recoveryCodesLeft: 0,
  passkeys: [],
  sessions: [],
  ...parts,
});

export const accountPage = (parts: object = {}): MockLink.MockedResponse => ({
  request: { query: AccountPageDocument },
  result: { data: { viewer: accountViewer(parts) } },
});

export const userError = (field: string, message: string, code = 'INVALID') => ({
  __typename: 'UserError',
  code,
  field: [field],
  message,
});
