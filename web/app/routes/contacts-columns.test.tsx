import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ContactFieldsDocument } from '../generated/graphql';
import { newContactRow } from '../testing/contact';
import { answer, listOf, renderContacts, rows } from '../testing/contact-list';

const tier = {
  __typename: 'CustomField' as const,
  id: 'f1',
  key: 'tier',
  name: 'Contract tier',
  kind: 'CHOICE' as const,
  options: ['Gold'],
  isRequired: false,
};

const withTier = (id: string, name: string, value: unknown) => ({
  ...newContactRow(id, name),
  fields: [{ __typename: 'FieldValue' as const, field: tier, value }],
});

const customFields = {
  request: { query: ContactFieldsDocument },
  maxUsageCount: Number.POSITIVE_INFINITY,
  result: { data: { customFields: [tier] } },
};

const everything = answer(listOf([withTier('ann', 'Ann Lee', 'Gold'), withTier('bob', 'Bob Ray', null)]));
const heads = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);

afterEach(() => {
  // biome-ignore lint/suspicious/noDocumentCookie: as the page itself writes it
  document.cookie = 'contact-columns.acme=; path=/; max-age=0';
});

test('the address says which columns there are, custom fields among them, and what is none is left out', async () => {
  renderContacts([everything], '?columns=tier,gone,lastActivityAt,company');

  const [ann, bob] = await rows();

  expect(heads()).toEqual(['Name', 'Contract tier', 'Last activity', 'Company']);
  expect(ann).toHaveTextContent('Gold');
  expect(within(bob as HTMLElement).getAllByRole('cell')).toHaveLength(4);
  expect(within(ann as HTMLElement).getByRole('link', { name: 'Ann Lee' })).toHaveAttribute(
    'href',
    '/tenant/acme/contacts/ann',
  );
});

test('columns are chosen, moved and reset by the keyboard, and remembered for the company', async () => {
  renderContacts([{ ...everything, maxUsageCount: 9 }, customFields]);
  await rows();
  const press = async (name: string, role = 'button') => {
    const element = await screen.findByRole(role, { name });
    act(() => element.focus());
    await userEvent.keyboard(' ');
  };

  await press('Columns');
  await press('Contract tier', 'checkbox');
  await screen.findByRole('columnheader', { name: 'Contract tier' });
  for (const _ of [1, 2, 3]) await press('Move Contract tier up');

  expect(heads()).toEqual([
    'Name',
    'Email',
    'Phone',
    'Source',
    'Contract tier',
    'Conversation',
    'Last activity',
    'Created',
  ]);
  expect(screen.getByText('Contract tier is number 5 of 8 now.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Move Contract tier up' })).toHaveFocus();
  expect(document.cookie).toContain('contact-columns.acme=name%2Cemail%2Cphone%2Csource%2Ctier');

  await press('Reset columns');
  expect(screen.queryByRole('columnheader', { name: 'Contract tier' })).not.toBeInTheDocument();
  expect(document.cookie).not.toContain('contact-columns.acme');
});

test('a file has these columns, or all', async () => {
  renderContacts([everything], '?columns=name,tier');
  await rows();

  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  const items = await screen.findAllByRole('menuitem');

  const links = items.filter((item) => item.hasAttribute('download')).map((item) => item.getAttribute('href') ?? '');
  expect(links.map((href) => new URL(href, 'http://web').searchParams.get('columns'))).toEqual([
    'name,tier',
    'name,tier',
    null,
    null,
  ]);
});
