import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DeleteCompanyDocument,
  DeletionGraceDocument,
  GeneralSettingsDocument,
  RenameCompanyDocument,
} from '../generated/graphql';
import { renderRoute } from '../testing/render-route';
import { admin, owner } from '../testing/settings';
import GeneralSettings from './settings-general';

const acme = {
  __typename: 'Tenant',
  id: 'id-of-acme',
  name: 'Acme',
  slug: 'acme',
  createdAt: '2026-11-01T09:00:00.000Z',
};
const read: MockLink.MockedResponse = {
  request: { query: GeneralSettingsDocument },
  result: { data: { currentTenant: acme } },
};
const grace: MockLink.MockedResponse = {
  request: { query: DeletionGraceDocument },
  result: { data: { deletionGraceDays: 14 } },
};

const userError = (field: string, message: string) => ({
  __typename: 'UserError',
  code: 'INVALID',
  field: [field],
  message,
});

const render = (permissions: string[], ...mocks: MockLink.MockedResponse[]) =>
  renderRoute({
    Component: GeneralSettings,
    path: '/tenant/:tenantId/settings/general',
    url: '/tenant/acme/settings/general',
    mocks: [read, ...mocks],
    permissions,
    destinations: ['/'],
  });

test('whoever is no owner sees what the company is called, and changes nothing', async () => {
  render(admin);

  expect(await screen.findByRole('region', { name: 'Company' })).toBeVisible();
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Delete/ })).not.toBeInTheDocument();
});

test('an address that another company has is said at its field', async () => {
  const message = 'Another company has this address, or had it before. Choose another one.';
  render(owner, {
    request: {
      query: RenameCompanyDocument,
      variables: { input: { id: 'id-of-acme', name: 'Acme', slug: 'globex' } },
    },
    result: {
      data: {
        renameTenant: { __typename: 'RenameTenantPayload', tenant: null, userErrors: [userError('slug', message)] },
      },
    },
  });

  const address = await screen.findByRole('textbox', { name: 'Address' });
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  await userEvent.clear(address);
  await userEvent.type(address, 'globex');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  await waitFor(() => expect(address).toHaveAccessibleDescription(expect.stringContaining(message)));
  expect(address).toHaveFocus();
});

test('a company is deleted by its name, once it was said what happens, and the list of companies follows', async () => {
  render(owner, grace, {
    request: {
      query: DeleteCompanyDocument,
      variables: { input: { id: 'id-of-acme', confirmName: 'Acme' } },
    },
    result: {
      data: {
        deleteTenant: {
          __typename: 'DeleteTenantPayload',
          closedTenant: { __typename: 'ClosedTenant', id: 'id-of-acme', until: '2026-12-24T09:00:00.000Z' },
          userErrors: [],
        },
      },
    },
  });

  await userEvent.click(await screen.findByRole('button', { name: 'Delete company…' }));
  expect(await screen.findByText(/For 14 days, an owner can restore it/)).toBeVisible();
  await userEvent.type(screen.getByRole('textbox', { name: 'Type Acme to delete it' }), 'Acme');
  await userEvent.click(screen.getByRole('button', { name: 'Delete company' }));

  expect(await screen.findByText('Opened /?tab=choose')).toBeVisible();
  expect(await screen.findByText('Acme is closed.')).toBeVisible();
});
