import type { MockLink } from '@apollo/client/testing';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ArchivesDocument,
  CreateSandboxDocument,
  DataSettingsDocument,
  ErasuresDocument,
  SchemaDriftDocument,
} from '../generated/graphql';
import { admin, owner, renderSettings, tenant } from '../testing/settings';
import { endedTask, newTask, taskIs, tasksAre } from '../testing/task';
import DataSettings from './settings-data';

const schema = { __typename: 'TenantSchema', name: 't_abc', version: '42', sizeBytes: 8_192, tables: [] };

const company = (sandboxEndsAt: string | null = null): MockLink.MockedResponse => ({
  request: { query: DataSettingsDocument },
  result: { data: tenant({ name: 'Acme', slug: 'acme', sandboxEndsAt, schema }) },
});
const erasures: MockLink.MockedResponse = {
  request: { query: ErasuresDocument },
  result: {
    data: {
      erasures: {
        __typename: 'ErasureReceiptConnection',
        nodes: [],
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      },
    },
  },
};
const drift = (...differences: { what: string; sql: string | null }[]): MockLink.MockedResponse => ({
  request: { query: SchemaDriftDocument },
  result: {
    data: tenant({
      schema: {
        __typename: 'TenantSchema',
        name: 't_abc',
        drift: differences.map((difference) => ({ __typename: 'SchemaDifference', ...difference })),
      },
    }),
  },
});
const archives = (...nodes: object[]): MockLink.MockedResponse => ({
  request: { query: ArchivesDocument },
  result: { data: { archives: nodes } },
});

const region = async (name: string) => within(await screen.findByRole('region', { name }));

test('each archive says when it was made, how large it is and why, and is downloaded or looked back to', async () => {
  renderSettings(DataSettings, owner, [
    company(),
    erasures,
    drift(),
    tasksAre(),
    archives({
      __typename: 'Archive',
      id: 'first',
      madeAt: '2026-11-20T09:00:00.000Z',
      bytes: 2_048,
      rows: 1_200,
      reason: 'NIGHTLY',
    }),
  ]);

  const list = await region('Archives');
  const row = within(await list.findByRole('listitem'));
  expect(row.getByText('Nightly')).toBeVisible();
  expect(row.getByText('2 KB · 1,200 rows')).toBeVisible();
  expect(row.getByRole('link', { name: /^Download the archive of 20 Nov 2026/ })).toHaveAttribute(
    'href',
    '/archives/first?tenant=acme',
  );
  expect(row.getByRole('link', { name: /^Look back to 20 Nov 2026/ })).toHaveAttribute(
    'href',
    expect.stringMatching(/rewind\?archive=first$/),
  );
});

test('a sandbox is made by its name, and led to', async () => {
  const made = endedTask({
    kind: 'createSandbox',
    result: { tenantId: 'id', slug: 'acme-sandbox', endsAt: '2026-12-14T09:00:00.000Z' },
  });
  renderSettings(DataSettings, owner, [
    company(),
    erasures,
    drift(),
    archives(),
    tasksAre(),
    {
      request: { query: CreateSandboxDocument, variables: { input: { name: 'Acme sandbox' } } },
      result: {
        data: {
          createSandbox: {
            __typename: 'ArchiveTaskPayload',
            task: newTask({ kind: 'createSandbox', status: 'WAITING' }),
            userErrors: [],
          },
        },
      },
    },
    tasksAre(newTask({ kind: 'createSandbox', status: 'WAITING' })),
    taskIs(made),
  ]);

  const sandbox = await region('Sandbox');
  await userEvent.click(await sandbox.findByRole('button', { name: 'Make a sandbox' }));

  expect(await sandbox.findByRole('link', { name: 'open it' })).toHaveAttribute('href', '/tenant/acme-sandbox');
  expect(sandbox.getByText(/ready until/)).toHaveTextContent('14 December');
});

test('nothing is sent before a file is chosen, which is said at its field', async () => {
  renderSettings(DataSettings, owner, [company(), erasures, drift(), archives(), tasksAre()]);

  const card = await region('Bring in an archive');
  await userEvent.click(card.getByRole('button', { name: 'Bring it in' }));

  expect(card.getByLabelText('File')).toHaveAccessibleDescription(/Choose the file of an archive first/);
  expect(card.queryByRole('progressbar')).not.toBeInTheDocument();
});

test('in a sandbox, there is a way out of it and none to another', async () => {
  renderSettings(DataSettings, owner, [company('2026-12-14T09:00:00.000Z'), erasures, drift(), archives(), tasksAre()]);

  expect(await screen.findByRole('button', { name: 'Delete this sandbox…' })).toBeVisible();
  expect(screen.queryByRole('region', { name: 'Sandbox' })).not.toBeInTheDocument();
});

test('the last proof says what was tried and that nothing was let through', async () => {
  const proof = endedTask({
    kind: 'proveIsolation',
    endedAt: '2026-11-20T09:00:02.000Z',
    result: {
      provedAt: '2026-11-20T09:00:00.000Z',
      schemas: 12,
      statements: 5_400,
      refused: 5_400,
      breaches: [],
      page: '# Proof',
    },
  });
  renderSettings(DataSettings, owner, [company(), erasures, drift(), archives(), tasksAre(proof), taskIs(proof)]);

  const card = await region('Proof of isolation');
  expect(await card.findByText('5,400 statements on the registry and 12 other companies')).toBeVisible();
  expect(card.getByText('Breaches').nextSibling).toHaveTextContent('0');
  expect(card.getByRole('button', { name: 'Download the report' })).toBeVisible();
  expect(card.queryByRole('alert')).not.toBeInTheDocument();
});

test('a proof that was not refused everything is told as a danger', async () => {
  const proof = endedTask({
    kind: 'proveIsolation',
    result: {
      provedAt: '2026-11-20T09:00:00.000Z',
      schemas: 1,
      statements: 2,
      refused: 1,
      breaches: [{ statement: 'select 1', answer: 'it was done' }],
      page: '# Proof',
    },
  });
  renderSettings(DataSettings, owner, [company(), erasures, drift(), archives(), tasksAre(proof), taskIs(proof)]);

  const card = await region('Proof of isolation');
  expect(await card.findByRole('alert')).toHaveTextContent('reached what is not its own');
});

test('admins see in what the tables differ, and that the rest is for owners', async () => {
  renderSettings(DataSettings, admin, [
    company(),
    erasures,
    drift({ what: 'The index contacts_name on contacts is missing.', sql: 'create index contacts_name on …' }),
  ]);

  const card = await region('Tables and rights');
  expect(card.getByText('1 difference')).toBeVisible();
  expect(card.getByText('The index contacts_name on contacts is missing.')).toBeVisible();
  expect(screen.getByText(/are for owners of the company/)).toBeVisible();
  expect(screen.queryByRole('region', { name: 'Archives' })).not.toBeInTheDocument();
});
