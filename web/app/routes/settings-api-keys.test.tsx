import type { MockLink } from '@apollo/client/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ApiKeysDocument, CreateApiKeyDocument, RevokeApiKeyDocument } from '../generated/graphql';
import { admin, renderSettings, tenant } from '../testing/settings';
import ApiKeysSettings from './settings-api-keys';

const keyRow = {
  __typename: 'ApiKey',
  id: 'key',
  name: 'Newsletter',
  hint: 'x7Qa',
  scopes: ['contacts:read'],
  createdAt: '2026-11-01T09:00:00.000Z',
  expiresAt: null,
  lastUsedAt: null,
};
const keys = (...apiKeys: object[]): MockLink.MockedResponse => ({
  request: { query: ApiKeysDocument },
  result: { data: tenant({ slug: 'acme', apiKeys }) },
});

test('a new key is shown this once, and a key is revoked after a question', async () => {
  renderSettings(ApiKeysSettings, admin, [
    keys(),
    {
      request: {
        query: CreateApiKeyDocument,
        variables: ({ input }) =>
          input.name === 'Newsletter' &&
          input.scopes.join() === 'contacts:read' &&
          Date.parse(input.expiresAt) > Date.now(),
      },
      result: {
        data: {
          createApiKey: {
            __typename: 'CreateApiKeyPayload',
            apiKey: keyRow,
            token: 'atrium_key_secret',
            userErrors: [],
          },
        },
      },
    },
    keys(keyRow),
    {
      request: { query: RevokeApiKeyDocument, variables: { input: { id: 'key' } } },
      result: {
        data: { revokeApiKey: { __typename: 'RevokeApiKeyPayload', revokedApiKeyId: 'key', userErrors: [] } },
      },
    },
    keys(),
  ]);
  expect(await screen.findByText('No API key yet')).toBeVisible();

  await userEvent.type(screen.getByLabelText(/Name/), 'Newsletter');
  await userEvent.click(screen.getByRole('checkbox', { name: /conversations:read/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Create key' }));
  expect(await screen.findByText('atrium_key_secret')).toBeVisible();
  expect(await screen.findByText(/never used/)).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Revoke Newsletter' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke key' }));
  expect(await screen.findByText('No API key yet')).toBeVisible();
});
