import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AuditLogDocument, AuditLogPageDocument } from '../generated/graphql';
import { renderRoute } from '../testing/render-route';
import AuditLogSettings from './settings-audit-log';

const render = (mocks: MockLink.MockedResponse[], search = '') =>
  renderRoute({
    Component: AuditLogSettings,
    path: '/tenant/:tenantId/settings/audit-log',
    url: `/tenant/acme/settings/audit-log${search}`,
    mocks,
  });

interface AuditCase {
  filter?: object | null;
  first?: number;
  after?: string | null;
  endCursor?: string | null;
}

/** A page whose entries are invitations of these. */
const auditPage = (
  targets: string[],
  { filter = null, first = 25, after, endCursor = null }: AuditCase = {},
): MockLink.MockedResponse => ({
  request: { query: AuditLogDocument, variables: { first, filter, ...(after !== undefined && { after }) } },
  result: {
    data: {
      currentTenant: {
        __typename: 'Tenant',
        id: 'acme',
        slug: 'acme',
        members: {
          __typename: 'MembershipConnection',
          nodes: [
            {
              __typename: 'Membership',
              id: 'membership',
              account: { __typename: 'Account', id: 'ann', name: 'Ann Able' },
            },
          ],
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        },
        apiKeys: [],
        auditLog: {
          __typename: 'AuditEntryConnection',
          nodes: targets.map((target) => ({
            __typename: 'AuditEntry',
            id: target,
            action: 'member.invite',
            actorName: 'Ann',
            target,
            address: '192.0.2.7',
            requestId: 'r1',
            createdAt: '2026-11-01T09:00:00.000Z',
          })),
          pageInfo: { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor },
        },
      },
    },
  },
});

test('the audit log tells what was done, and its next page', async () => {
  render([auditPage(['ben@acme.example'], { endCursor: 'ben' }), auditPage(['cay@acme.example'], { after: 'ben' })]);

  await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));

  expect(await screen.findByText('cay@acme.example')).toBeVisible();
  expect(screen.getByText('ben@acme.example')).toBeVisible();
});

test('the audit log shows what its address asks for, and all of it again', async () => {
  const filter = { actorId: 'ann', createdAfter: '2026-11-01T00:00:00.000Z' };
  render(
    [
      auditPage([], { filter }),
      auditPage([], { filter: { ...filter, action: ['apiKey.create'] } }),
      auditPage(['ben@acme.example']),
    ],
    '?who=ann&from=2026-11-01',
  );

  expect(await screen.findByText('Nothing matches')).toBeVisible();
  expect(screen.getByRole('combobox', { name: 'Who' })).toHaveTextContent('Ann Able');
  expect(screen.getByLabelText('From')).toHaveValue('2026-11-01');
  await userEvent.click(screen.getByRole('combobox', { name: 'What' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Made an API key' }));
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'What' })).toHaveTextContent('Made an API key'));

  await userEvent.click(screen.getByRole('button', { name: 'Show everything' }));

  expect(await screen.findByText('ben@acme.example')).toBeVisible();
  expect(screen.getByRole('combobox', { name: 'Who' })).toHaveTextContent('Anybody');
});

test('the export has what is shown, and nothing else', async () => {
  const filter = { action: ['member.invite'] };
  const files: Blob[] = [];
  const urls = { createObjectURL: (file: Blob) => `blob:${files.push(file)}`, revokeObjectURL: () => undefined };
  Object.assign(URL, urls);
  const saved = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const exported = auditPage(['ben@acme.example'], { filter, first: 100, after: null });
  render(
    [
      auditPage(['ben@acme.example'], { filter }),
      { ...exported, request: { ...exported.request, query: AuditLogPageDocument } },
    ],
    '?what=member.invite',
  );

  await userEvent.click(await screen.findByRole('button', { name: 'Export as CSV' }));

  await waitFor(() => expect(files).toHaveLength(1));
  expect(files[0]?.size).toBeGreaterThan(100);
  expect(saved).toHaveBeenCalledTimes(1);
});
