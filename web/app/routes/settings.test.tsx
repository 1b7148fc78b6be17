import { screen, within } from '@testing-library/react';
import { DataSettingsDocument } from '../generated/graphql';
import { admin, owner, renderSettings, tenant, viewer } from '../testing/settings';
import Settings from './settings';
import DataSettings from './settings-data';

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
  renderSettings(Settings, permissions, []);

  const links = within(screen.getByRole('navigation', { name: 'Settings' })).getAllByRole('link');
  expect(links.map(({ textContent }) => textContent)).toEqual(pages);
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
  renderSettings(DataSettings, viewer, [
    {
      request: { query: DataSettingsDocument },
      result: { data: tenant({ name: 'Northwind', slug: 'northwind', sandboxEndsAt: null, schema }) },
    },
  ]);

  const region = within(await screen.findByRole('region', { name: 'Database schema' }));

  expect(region.getByText('t_abc')).toBeVisible();
  expect(region.getByText('X-Tenant-Id: northwind')).toBeVisible();
  expect(region.getByRole('row', { name: 'contacts 9 1 64 KB' })).toBeVisible();
  expect(region.getByRole('row', { name: 'messages 9 not measured yet 64 KB' })).toBeVisible();
});
