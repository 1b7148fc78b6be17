import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MockLink } from '@apollo/client/testing';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildSchema, parse, validate } from 'graphql';
import { CommandMenuCompaniesDocument, ContactListDocument, useContactListQuery } from '../generated/graphql';
import { renderRoute } from '../testing/render-route';
import { CommandMenu } from './command-menu';
import { pageQueryOf } from './page-query';
import { wordings } from './wordings';

const request = {
  query: 'query ContactList($search: String) {\n  contacts(search: $search) {\n    totalCount\n  }\n}',
  variables: { search: `it's "$HOME" \`id\` \\ é\n!` },
};
const target = { url: 'https://crm.example/graphql', tenant: 'acme' };

/** What a shell makes of a command: its words. */
const wordsOf = (command: string): string[] =>
  execFileSync('sh', ['-c', `curl() { printf '%s\\0' "$@"; }\n${command}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);

test('a shell reads the copied command as it is meant, whatever is searched for', () => {
  const words = wordsOf(wordings.curl(request, target));

  expect(words.slice(0, -1)).toEqual([
    '-s',
    'https://crm.example/graphql',
    '-H',
    'Content-Type: application/json',
    '-H',
    'X-Tenant-Id: acme',
    '-H',
    'Authorization: Bearer atrium_key_…',
    '-d',
  ]);
  expect(JSON.parse(words.at(-1) ?? '')).toEqual(request);
});

test('the copied operation is GraphQL with its variables over it, whatever is searched for', () => {
  const text = wordings.graphql(request);

  expect(parse(text).definitions).toHaveLength(1);
  expect(text).toMatch(/^# Variables: {\n# {3}"search": "it's /);
  expect(wordings.graphql({ ...request, variables: {} })).toBe(`${request.query}\n`);
});

test.each([
  ['', 'Dashboard'],
  ['/', 'Dashboard'],
  ['/contacts', 'ContactList'],
  ['/contacts/0198', 'ContactPage'],
  ['/contacts/new', undefined],
  ['/contacts/deleted', undefined],
  ['/inbox', 'Inbox'],
  ['/inbox/0198', 'Thread'],
  ['/settings/members', undefined],
])('the page %j reads by the query %s', (path, name) => {
  expect(pageQueryOf(path)).toBe(name);
});

const variables = { search: "it's", filter: { company: ['Acme'] } };

const nothingElse: MockLink.MockedResponse = {
  request: { query: CommandMenuCompaniesDocument, variables: () => true },
  maxUsageCount: Number.POSITIVE_INFINITY,
  result: { data: { tenants: { __typename: 'TenantConnection', nodes: [] } } },
};

const list: MockLink.MockedResponse = {
  request: { query: ContactListDocument, variables: () => true },
  maxUsageCount: Number.POSITIVE_INFINITY,
  delay: Number.POSITIVE_INFINITY,
  result: { data: null },
};

function ContactsPage() {
  useContactListQuery({ variables });
  return <CommandMenu path="/tenant/acme" />;
}

const renderPage = (path: string, Component = ContactsPage) =>
  renderRoute({ Component, path: '/tenant/:tenantId/*', url: `/tenant/acme${path}`, mocks: [list, nothingElse] });

async function choose(words: string) {
  await userEvent.keyboard('{Control>}k{/Control}');
  await screen.findByRole('combobox');
  await userEvent.keyboard(`${words}{Enter}`);
}

test('the menu copies what the list shows as curl, with a placeholder where a key goes', async () => {
  userEvent.setup();
  renderPage('/contacts');

  await choose('Copy as curl');

  expect(await screen.findByText('Copied')).toBeVisible();
  const copied = await act(() => navigator.clipboard.readText());
  const words = wordsOf(copied);
  expect(words).toContain(`${location.origin}/graphql`);
  expect(words).toContain('X-Tenant-Id: acme');
  expect(words).toContain('Authorization: Bearer atrium_key_…');
  expect(JSON.parse(words.at(-1) ?? '')).toMatchObject({ variables });
  expect(copied).not.toMatch(/cookie|atrium_session|csrf/i);
});

test('the menu copies what the list shows as an operation that the schema knows', async () => {
  userEvent.setup();
  renderPage('/contacts');

  await choose('Copy as GraphQL');

  await screen.findByText('Copied');
  const copied = await act(() => navigator.clipboard.readText());
  const schema = buildSchema(readFileSync(join(__dirname, '../../../schema.graphql'), 'utf8'));
  expect(validate(schema, parse(copied))).toEqual([]);
  expect(copied).toContain(`#   "search": "it's"`);
  expect(copied).not.toContain('__typename');
});

test('where the browser keeps its clipboard to itself, that is said', async () => {
  userEvent.setup();
  jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('denied', 'NotAllowedError'));
  renderPage('/contacts');

  await choose('Copy as curl');

  expect(await screen.findByText('The browser does not allow copying here.')).toBeVisible();
});

test('a page without a query of its own offers no copy', async () => {
  renderPage('/settings');

  await userEvent.keyboard('{Control>}k{/Control}');
  await screen.findByRole('combobox');
  await waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(0));

  expect(screen.queryByRole('option', { name: /^Copy/ })).not.toBeInTheDocument();
});
