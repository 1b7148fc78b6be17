import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useNavigate } from 'react-router';
import {
  ContactCountDocument,
  ContactFacetsDocument,
  ContactListDocument,
  type ContactListQueryVariables,
} from '../generated/graphql';
import { newContactRow } from '../testing/contact';
import { answer, forSearch, listOf, renderContacts, rows, silence, type Wanted } from '../testing/contact-list';
import { renderPages } from '../testing/render-route';
import ContactsRoute from './contacts';

test('each contact is a row that leads to its page', async () => {
  renderContacts([answer(listOf([newContactRow('ann', 'Ann Lee'), newContactRow('bob', 'Bob Ray', ['CLOSED'])]))]);

  const [ann, bob] = await rows();

  expect(within(ann as HTMLElement).getByRole('link', { name: 'Ann Lee' })).toHaveAttribute(
    'href',
    '/tenant/acme/contacts/ann',
  );
  expect(ann).toHaveTextContent('Buyer · Acme');
  expect(ann).toHaveTextContent('Active');
  expect(bob).toHaveTextContent('Closed');
  expect(screen.getByText('2 contacts')).toBeVisible();
});

test('what is typed is searched for once it stands still, and the list shows what it finds', async () => {
  const asked: (string | null | undefined)[] = [];
  const note: Wanted = ({ search }) => asked.push(search) > 0;
  renderContacts([
    answer(listOf([newContactRow('ann', 'Ann Lee'), newContactRow('bob', 'Bob Ray')]), forSearch(null)),
    answer(listOf([newContactRow('bob', 'Bob Ray')]), (variables) => variables.search !== null && note(variables)),
  ]);
  await rows();

  await userEvent.type(screen.getByRole('searchbox', { name: 'Search contacts' }), 'bob');

  expect(await screen.findByText('1 contact found')).toBeVisible();
  expect(asked).toEqual(['bob']);
  expect(screen.queryByRole('link', { name: 'Ann Lee' })).not.toBeInTheDocument();
});

test('the address says what is searched, filtered and first', async () => {
  let asked: ContactListQueryVariables | undefined;
  renderContacts(
    [
      answer(listOf([newContactRow('ann', 'Ann Lee')]), (variables) => {
        asked = variables;
        return true;
      }),
    ],
    '?q=lee&source=Website&company=Acme&status=ACTIVE&sort=-name',
  );
  await rows();

  expect(asked).toEqual({
    search: 'lee',
    filter: { source: ['Website'], company: ['Acme'], conversationStatus: ['ACTIVE'] },
    orderBy: { field: 'NAME', direction: 'DESC' },
    withFields: false,
  });
  expect(screen.getByRole('searchbox', { name: 'Search contacts' })).toHaveValue('lee');
  expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending');
});

test('the list as it stands is exported by plain links', async () => {
  renderContacts([answer(listOf([newContactRow('ann', 'Ann Lee')]))], '?q=lee&source=Website&sort=-name');
  await rows();

  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  const links = (await screen.findAllByRole('menuitem')).filter((item) => item.hasAttribute('download'));

  const asked = links.map((link) => new URL(link.getAttribute('href') ?? '', 'http://web'));
  expect(links.map(({ textContent }) => textContent)).toEqual(['CSV', 'JSON lines']);
  expect(asked.map(({ pathname }) => pathname)).toEqual(['/export/contacts', '/export/contacts']);
  expect(asked.map(({ searchParams }) => Object.fromEntries(searchParams))).toEqual(
    ['csv', 'jsonl'].map((format) => ({
      format,
      tenant: 'acme',
      search: 'lee',
      filter: '{"source":["Website"]}',
      orderBy: '{"field":"NAME","direction":"DESC"}',
    })),
  );
});

test('a filter offers what the company’s contacts have', async () => {
  renderContacts([
    answer(listOf([newContactRow('ann', 'Ann Lee'), newContactRow('bob', 'Bob Ray')]), ({ filter }) => filter === null),
    answer(listOf([newContactRow('bob', 'Bob Ray')]), ({ filter }) => filter?.source?.[0] === 'Referral'),
    {
      request: { query: ContactFacetsDocument, variables: () => true },
      result: {
        data: { contactFacets: { __typename: 'ContactFacets', sources: ['Referral', 'Website'], companies: [] } },
      },
    },
  ]);
  await rows();

  await userEvent.click(screen.getByRole('button', { name: 'Source' }));
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Referral' }));

  expect(await screen.findByText('1 contact found')).toBeInTheDocument();
});

test('a company without contacts is led to its first', async () => {
  renderContacts([answer(listOf([]))]);

  expect(await screen.findByText('No contacts yet')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Create the first contact' })).toHaveAttribute(
    'href',
    '/tenant/acme/contacts/new',
  );
});

test('a search without a match can be taken back', async () => {
  renderContacts(
    [answer(listOf([]), forSearch('zzz')), answer(listOf([newContactRow('ann', 'Ann Lee')]), forSearch(null))],
    '?q=zzz',
  );

  expect(await screen.findByText('No contact matches “zzz”')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Clear search' }));

  expect(await screen.findByRole('link', { name: 'Ann Lee' })).toBeVisible();
});

test('a list that could not be loaded can be asked for again', async () => {
  renderContacts([
    { request: { query: ContactListDocument, variables: () => true }, error: new TypeError('Failed to fetch') },
    answer(listOf([newContactRow('ann', 'Ann Lee')])),
  ]);

  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));

  expect(await screen.findByRole('link', { name: 'Ann Lee' })).toBeVisible();
});

test('the next page is joined to the list, also after a failure', async () => {
  const after: Wanted = (variables) => variables.after === 'page-1';
  renderContacts([
    answer(listOf([newContactRow('ann', 'Ann Lee')], { totalCount: 2, endCursor: 'page-1' }), ({ after: at }) => !at),
    {
      request: {
        query: ContactListDocument,
        variables: after as (variables: Record<string, unknown>) => boolean,
      },
      error: new TypeError('Failed to fetch'),
    },
    answer(listOf([newContactRow('bob', 'Bob Ray')], { totalCount: 2 }), after),
  ]);

  await userEvent.click(await screen.findByRole('button', { name: 'Show more contacts' }));
  expect(await screen.findByText('More contacts could not be loaded.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

  expect(await screen.findByRole('link', { name: 'Bob Ray' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Ann Lee' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Show more contacts' })).not.toBeInTheDocument();
});

test('keys move between contacts, and search', async () => {
  renderContacts([answer(listOf([newContactRow('ann', 'Ann Lee'), newContactRow('bob', 'Bob Ray')]))]);
  await rows();

  await userEvent.keyboard('jj');
  expect(screen.getByRole('link', { name: 'Bob Ray' })).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}');
  expect(screen.getByRole('link', { name: 'Ann Lee' })).toHaveFocus();
  await userEvent.keyboard('/');
  expect(screen.getByRole('searchbox', { name: 'Search contacts' })).toHaveFocus();
});

test('a long list is counted to its end when somebody wants to know', async () => {
  renderContacts([
    answer(listOf([newContactRow('ann', 'Ann Lee')], { totalCount: 1_000 })),
    {
      request: { query: ContactCountDocument, variables: { search: null, filter: null } },
      result: { data: { contacts: { __typename: 'ContactConnection', totalCount: 3_008 } } },
    },
  ]);

  expect(await screen.findByText('1,000 contacts or more')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Count all' }));

  expect(await screen.findByText('3,008 contacts')).toBeVisible();
});

function Back() {
  const navigate = useNavigate();
  return (
    <button type="button" onClick={() => void navigate(-1)}>
      Back
    </button>
  );
}

test('the way back from a contact leads to its row', async () => {
  renderPages({
    pages: [
      { path: '/tenant/:tenantId/contacts', Component: ContactsRoute },
      { path: '/tenant/:tenantId/contacts/:contactId', Component: Back },
    ],
    url: '/tenant/acme/contacts',
    mocks: [answer(listOf([newContactRow('ann', 'Ann Lee'), newContactRow('bob', 'Bob Ray')])), ...silence],
  });
  await rows();

  await userEvent.click(screen.getByRole('link', { name: 'Bob Ray' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Back' }));

  expect(await screen.findByRole('link', { name: 'Bob Ray' })).toHaveFocus();
});
