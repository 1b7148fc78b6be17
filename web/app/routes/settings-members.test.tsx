import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openAnew } from '../access/open-anew';
import {
  ChangeMemberRoleDocument,
  InvitationsDocument,
  InviteMemberDocument,
  MembersDocument,
  RemoveMemberDocument,
} from '../generated/graphql';
import { admin, owner, renderSettings, tenant, viewer } from '../testing/settings';
import MembersSettings from './settings-members';

jest.mock('../access/open-anew', () => ({ openAnew: jest.fn() }));

const membership = (name: string, role: string) => ({
  __typename: 'Membership',
  id: `membership of ${name}`,
  role,
  createdAt: '2026-11-01T09:00:00.000Z',
  account: { __typename: 'Account', id: name, name, email: `${name.toLowerCase()}@acme.example` },
});

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

beforeEach(() => jest.mocked(openAnew).mockClear());

test('a viewer sees who belongs to the company, and may only leave it', async () => {
  renderSettings(MembersSettings, viewer, [members]);

  expect(await screen.findByText('ben@acme.example')).toBeVisible();
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Leave']);
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
});

test('an admin changes no owner', async () => {
  renderSettings(MembersSettings, admin, [members, invitations()]);

  expect(await screen.findByRole('combobox', { name: 'Role of Ben' })).toBeVisible();
  expect(screen.queryByRole('combobox', { name: 'Role of Ann' })).not.toBeInTheDocument();
});

test('the last owner hears why they cannot leave', async () => {
  const message = 'A company always has an owner: make somebody else one first.';
  const userErrors = [{ __typename: 'UserError', code: 'CONFLICT', field: ['id'], message }];
  renderSettings(MembersSettings, owner, [
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
  renderSettings(MembersSettings, owner, [
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
  renderSettings(MembersSettings, owner, [
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
