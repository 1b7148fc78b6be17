import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useActions } from '../actions/provider';
import { CommandMenuCompaniesDocument, CommandMenuSearchDocument } from '../generated/graphql';
import { renderRoute } from '../testing/render-route';
import { CommandMenu } from './command-menu';

const companies = (text: string | null, ...names: string[]): MockLink.MockedResponse => ({
  request: { query: CommandMenuCompaniesDocument, variables: { text } },
  result: {
    data: {
      tenants: {
        __typename: 'TenantConnection',
        nodes: names.map((name) => ({ __typename: 'Tenant', id: name, name, slug: name.toLowerCase() })),
      },
    },
  },
});

const withId = (id: string, typename: string) => ({ __typename: typename, id });

const contactHit = (name: string) => ({
  __typename: 'ContactHit',
  contact: { ...withId(name, 'Contact'), name, email: `${name}@contact.example`, phone: null, company: null },
});

const snippet = (text: string, ...words: string[]) => ({
  __typename: 'Snippet',
  text,
  marks: words.map((word) => ({
    __typename: 'TextRange',
    start: text.indexOf(word),
    end: text.indexOf(word) + word.length,
  })),
});

const conversationOf = (name: string) => ({
  ...withId(`with-${name}`, 'Conversation'),
  contact: { ...withId(name, 'Contact'), name },
});

const conversationHit = (name: string, subject: ReturnType<typeof snippet>) => ({
  __typename: 'ConversationHit',
  conversation: conversationOf(name),
  snippet: subject,
});

const messageHit = (name: string, content: ReturnType<typeof snippet>, isNote = false) => ({
  __typename: 'MessageHit',
  message: { ...withId(`of-${name}`, 'Message'), isNote, conversation: conversationOf(name) },
  snippet: content,
});

const hits = (text: string, ...search: object[]): MockLink.MockedResponse => ({
  request: { query: CommandMenuSearchDocument, variables: { text } },
  result: { data: { search } },
});

const onClose = jest.fn();

function Page() {
  useActions({ 'conversation.close': onClose });
  return (
    <>
      <button type="button">A button</button>
      <CommandMenu path="/tenant/acme" />
    </>
  );
}

const renderMenu = (...mocks: MockLink.MockedResponse[]) =>
  renderRoute({
    Component: Page,
    path: '/tenant/:tenantId',
    url: '/tenant/acme',
    mocks: [companies(null, 'Acme', 'Globex'), ...mocks],
    destinations: [
      '/tenant/:tenantId/contacts/:contactId',
      '/tenant/:tenantId/inbox/:conversationId',
      '/tenant/:tenantId/settings',
    ],
  });

const open = async () => {
  await userEvent.keyboard('{Control>}k{/Control}');
  return screen.findByRole('combobox', { name: 'Search and commands' });
};

const options = () => screen.getAllByRole('option').map(({ textContent }) => textContent);

beforeEach(() => onClose.mockClear());

test('it lists what can be done here, the pages and the companies, and has the focus', async () => {
  renderMenu();

  const field = await open();

  expect(field).toHaveFocus();
  const here = within(screen.getByRole('group', { name: 'On this page' }));
  expect(here.getByRole('option', { name: /^Close/ })).toHaveAttribute('aria-selected', 'true');
  expect(await screen.findByRole('option', { name: 'Globex' })).toBeVisible();
  expect(screen.getByRole('option', { name: /Settings: Members/ })).toBeVisible();
});

test('what is chosen by the keyboard is done when the menu has gone, with the focus where it was', async () => {
  renderMenu();
  screen.getByRole('button', { name: 'A button' }).focus();
  await open();

  await userEvent.keyboard('clo{Enter}');

  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'A button' })).toHaveFocus();
});

test('a contact is found by what is typed, and opened', async () => {
  renderMenu(hits('ann', contactHit('Ann Lee'), contactHit('Hanna Ray')), companies('ann'));
  await open();

  await userEvent.keyboard('ann');
  await screen.findByRole('option', { name: /^Ann Lee/ });
  await userEvent.keyboard('{ArrowDown}{Enter}');

  expect(await screen.findByText('Opened /tenant/acme/contacts/Hanna Ray')).toBeVisible();
});

test('conversations and messages are found by their words, which are marked, and opened', async () => {
  renderMenu(
    hits(
      'oil lea',
      conversationHit('Ann Lee', snippet('Oil leaks', 'Oil', 'lea')),
      messageHit('Bob Ray', snippet('The boiler leaks', 'oil', 'lea')),
      messageHit('Eve Fox', snippet('Knows no leak, oils daily', 'lea', 'oil'), true),
    ),
    companies('oil lea'),
  );
  await open();

  await userEvent.keyboard('oil lea');
  const found = within(await screen.findByRole('group', { name: 'Messages' })).getAllByRole('option');

  expect(found.map(({ textContent }) => textContent)).toEqual([
    'Bob RayThe boiler leaks',
    'Eve FoxNote: Knows no leak, oils daily',
  ]);
  const subject = screen.getByRole('option', { name: /^Ann Lee/ });
  expect([...subject.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['Oil', 'lea']);
  await userEvent.click(found[0] as HTMLElement);
  expect(await screen.findByText('Opened /tenant/acme/inbox/with-Bob Ray')).toBeVisible();
});

test('what fits nothing says so', async () => {
  renderMenu(hits('zzz'), companies('zzz'));
  await open();

  await userEvent.keyboard('zzz');

  expect(await screen.findByText('Nothing fits.')).toBeVisible();
  expect(screen.queryByRole('option')).not.toBeInTheDocument();
});

test('what the viewer may not see is not in it', async () => {
  renderRoute({
    Component: Page,
    path: '/tenant/:tenantId',
    url: '/tenant/acme',
    mocks: [companies(null)],
    permissions: ['contacts:read', 'conversations:read'],
  });

  await open();

  expect(options().join()).not.toMatch(/Close|API keys|New contact/);
  expect(options().join()).toContain('Settings: General');
});

test.each([
  ['c', '/contacts/new'],
  ['gs', '/settings'],
])('without it, the keys %s lead to %s', async (keys, page) => {
  renderMenu();

  await userEvent.keyboard(keys);

  expect(await screen.findByText(`Opened /tenant/acme${page}`)).toBeVisible();
});
