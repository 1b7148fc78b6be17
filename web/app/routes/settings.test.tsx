import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAnew } from '../access/open-anew';
import {
  ApiKeysDocument,
  ChangeMemberRoleDocument,
  CreateApiKeyDocument,
  DataSettingsDocument,
  InvitationsDocument,
  InviteMemberDocument,
  MembersDocument,
  RemoveMemberDocument,
  RevokeApiKeyDocument,
} from '../generated/graphql';
import { renderRoute } from '../testing/render-route';
import Settings from './settings';
import ApiKeysSettings from './settings-api-keys';
import DataSettings from './settings-data';
import MembersSettings from './settings-members';

jest.mock('../access/open-anew', () => ({ openAnew: jest.fn() }));

const owner = ['contacts:read', 'contacts:write', 'tenant:admin', 'tenant:own'];
const admin = owner.slice(0, 3);
const viewer = owner.slice(0, 1);

const membership = (name: string, role: string) => ({
  __typename: 'Membership',
  id: `membership of ${name}`,
  role,
  createdAt: '2026-11-01T09:00:00.000Z',
  account: { __typename: 'Account', id: name, name, email: `${name.toLowerCase()}@acme.example` },
});

const tenant = (fields: object) => ({ currentTenant: { __typename: 'Tenant', id: 'acme', ...fields } });

const members: MockLink.MockedResponse = {
  request: { query: MembersDocument },
  result: {
    data: {
      viewer: { __typename: 'Viewer', id: 'Ann', permissions: [] },
      ...tenant({
        name: 'Acme',
        members: {
          __typename: 'MembershipConnection',
          nodes: [membership('Ann', 'OWNER'), membership('Ben', 'MEMBER')],
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
          totalCount: 2,
        },
      }),
    },
  },
  maxUsageCount: Number.POSITIVE_INFINITY,
};

const invitations = (...emails: string[]): MockLink.MockedResponse => ({
  request: { query: InvitationsDocument },
  result: {
    data: tenant({
      invitations: emails.map((email) => ({
        __typename: 'Invitation',
        id: email,
        email,
        role: 'MEMBER',
        createdAt: new Date().toISOString(),
        expiresAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
      })),
    }),
  },
});

const render = (
  Component: Parameters<typeof renderRoute>[0]['Component'],
  permissions: string[],
  mocks: MockLink.MockedResponse[],
) => renderRoute({ Component, path: '/tenant/:tenantId/settings', url: '/tenant/acme/settings', mocks, permissions });

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

beforeEach(() => jest.mocked(openAnew).mockClear());

test.each([
  [
    owner,
    [
      'General',
      'Members',
      'Labels',
      'Custom fields',
      'Canned replies',
      'Saved views',
      'Rules',
      'Notifications',
      'API keys',
      'Single sign-on',
      'Audit log',
      'Data',
    ],
  ],
  [
    admin,
    [
      'General',
      'Members',
      'Labels',
      'Custom fields',
      'Canned replies',
      'Saved views',
      'Rules',
      'Notifications',
      'API keys',
      'Audit log',
      'Data',
    ],
  ],
  [
    viewer,
    [
      'General',
      'Members',
      'Labels',
      'Custom fields',
      'Canned replies',
      'Saved views',
      'Rules',
      'Notifications',
      'Data',
    ],
  ],
])('with %j, the settings are %j', (permissions, pages) => {
  render(Settings, permissions, []);

  const links = within(screen.getByRole('navigation', { name: 'Settings' })).getAllByRole('link');
  expect(links.map(({ textContent }) => textContent)).toEqual(pages);
});

test('a viewer sees who belongs to the company, and may only leave it', async () => {
  render(MembersSettings, viewer, [members]);

  expect(await screen.findByText('ben@acme.example')).toBeVisible();
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Leave']);
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
});

test('an admin changes no owner', async () => {
  render(MembersSettings, admin, [members, invitations()]);

  expect(await screen.findByRole('combobox', { name: 'Role of Ben' })).toBeVisible();
  expect(screen.queryByRole('combobox', { name: 'Role of Ann' })).not.toBeInTheDocument();
});

test('the last owner hears why they cannot leave', async () => {
  const message = 'A company always has an owner: make somebody else one first.';
  const userErrors = [{ __typename: 'UserError', code: 'CONFLICT', field: ['id'], message }];
  render(MembersSettings, owner, [
    members,
    invitations(),
    {
      request: { query: RemoveMemberDocument, variables: { input: { id: 'membership of Ann' } } },
      result: { data: { removeMember: { __typename: 'RemoveMemberPayload', removedMembershipId: null, userErrors } } },
    },
  ]);

  await userEvent.click(await screen.findByRole('button', { name: 'Leave' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Leave the company' }));

  expect((await screen.findAllByText(message))[0]).toBeInTheDocument();
  expect(openAnew).not.toHaveBeenCalled();
});

test('a role is changed in its row', async () => {
  render(MembersSettings, owner, [
    members,
    invitations(),
    {
      request: {
        query: ChangeMemberRoleDocument,
        variables: { input: { id: 'membership of Ben', role: 'VIEWER' } },
      },
      result: {
        data: {
          changeMemberRole: {
            __typename: 'ChangeMemberRolePayload',
            membership: { __typename: 'Membership', id: 'membership of Ben', role: 'VIEWER' },
            userErrors: [],
          },
        },
      },
    },
  ]);

  await userEvent.click(await screen.findByRole('combobox', { name: 'Role of Ben' }));
  await userEvent.click(screen.getByRole('option', { name: 'Viewer' }));

  await waitFor(() => expect(screen.getByRole('combobox', { name: 'Role of Ben' })).toHaveTextContent('Viewer'));
});

test('an invitation’s link is shown this once, and the invitation stands in the list', async () => {
  render(MembersSettings, owner, [
    members,
    invitations(),
    {
      request: {
        query: InviteMemberDocument,
        variables: { input: { tenantId: 'acme', email: 'cay@acme.example', role: 'MEMBER' } },
      },
      result: {
        data: {
          inviteMember: {
            __typename: 'InviteMemberPayload',
            invitation: { __typename: 'Invitation', id: 'cay', email: 'cay@acme.example' },
            token: 'atrium_invitation_abc',
            userErrors: [],
          },
        },
      },
    },
    invitations('cay@acme.example'),
  ]);

  await userEvent.type(await screen.findByLabelText(/Email/), 'cay@acme.example');
  await userEvent.click(screen.getByRole('button', { name: 'Invite' }));

  expect(await screen.findByText(`${window.location.origin}/invitation#atrium_invitation_abc`)).toBeVisible();
  expect(await screen.findByRole('list', { name: 'Open invitations' })).toHaveTextContent('cay@acme.example');
});

test('a new key is shown this once, and a key is revoked after a question', async () => {
  render(ApiKeysSettings, admin, [
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
  await userEvent.click(screen.getByRole('button', { name: 'Revoke key' }));
  expect(await screen.findByText('No API key yet')).toBeVisible();
});

test('the schema of the company is told with its tables, and an estimate that was never made is not 0', async () => {
  const table = (name: string, estimatedRowCount: number | null) => ({
    __typename: 'TenantTable',
    name,
    columnCount: 9,
    estimatedRowCount,
    sizeBytes: 65_536,
  });
  const schema = {
    __typename: 'TenantSchema',
    name: 't_abc',
    version: '42',
    sizeBytes: 434_176,
    tables: [table('contacts', 1), table('messages', null)],
  };
  render(DataSettings, viewer, [
    {
      request: { query: DataSettingsDocument },
      result: { data: tenant({ name: 'Northwind', slug: 'northwind', schema }) },
    },
  ]);

  const region = within(await screen.findByRole('region', { name: 'Database schema' }));

  expect(region.getByText('t_abc')).toBeVisible();
  expect(region.getByText('X-Tenant-Id: northwind')).toBeVisible();
  expect(region.getByRole('row', { name: 'contacts 9 1 64 KB' })).toBeVisible();
  expect(region.getByRole('row', { name: 'messages 9 not measured yet 64 KB' })).toBeVisible();
});
