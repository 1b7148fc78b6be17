import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ContactViewsDocument, DeleteContactViewDocument, SaveContactViewDocument } from '../generated/graphql';
import { newContactRow } from '../testing/contact';
import { answer, listOf, renderContacts, rows, viewsOf } from '../testing/contact-list';

const newView = (more: object = {}) => ({
  __typename: 'ContactView' as const,
  id: 'v1',
  name: 'From the web',
  isShared: false,
  isMine: true,
  search: null,
  filter: { source: ['Website'] },
  orderBy: { field: 'NAME', direction: 'ASC' },
  columns: ['name', 'email'],
  ...more,
});

const all = { ...answer(listOf([newContactRow('ann', 'Ann Lee')])), maxUsageCount: 9 };
const atView = '?source=Website&sort=name&columns=name%2Cemail&view=v1';

const keeps = (input: object, contactView: object) => ({
  request: { query: SaveContactViewDocument, variables: { input } },
  result: { data: { saveContactView: { __typename: 'P', contactView, userErrors: [] } } },
});

test('each view is a tab that leads to its list', async () => {
  renderContacts([all, viewsOf(newView())], atView);
  await rows();

  const tab = await screen.findByRole('link', { name: 'From the web' });

  expect(tab).toHaveAttribute('href', `/tenant/acme/contacts${atView}`);
  expect(tab).toHaveAttribute('aria-current', 'page');
  expect(screen.getByRole('link', { name: 'All contacts' })).toHaveAttribute('href', '/tenant/acme/contacts');
});

test('without a view, and nothing to keep, there are no tabs', async () => {
  renderContacts([all]);
  await rows();

  expect(screen.queryByRole('navigation', { name: 'Views' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Save view' })).not.toBeInTheDocument();
});

test('a list is kept under a name, with its columns, and is open as a view then', async () => {
  const { __typename, id, isMine, ...kept } = newView({ isShared: true });
  renderContacts(
    [
      all,
      keeps(kept, newView({ isShared: true })),
      { request: { query: ContactViewsDocument }, result: { data: { contactViews: [] } } },
      viewsOf(newView({ isShared: true })),
    ],
    '?source=Website&sort=name&columns=name,email',
  );
  await rows();

  await userEvent.click(await screen.findByRole('button', { name: 'Save view' }));
  await userEvent.type(await screen.findByRole('textbox', { name: /^Name/ }), 'From the web');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Everybody of the company has it' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save view' }));

  const tab = await screen.findByRole('link', { name: 'From the web' });
  await waitFor(() => expect(tab).toHaveAttribute('aria-current', 'page'));
});

test('what differs from a view is saved into it', async () => {
  const changed = newView({ filter: { source: ['Website'], conversationStatus: ['CLOSED'] } });
  const { __typename, isMine, ...input } = changed;
  renderContacts(
    [
      all,
      { request: { query: ContactViewsDocument }, result: { data: { contactViews: [newView()] } } },
      keeps(input, changed),
      viewsOf(changed),
    ],
    `${atView}&status=CLOSED`,
  );
  await rows();

  await userEvent.click(await screen.findByRole('button', { name: 'From the web: Changed' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Save changes' }));

  expect(await screen.findByText('The view From the web is saved.')).toBeVisible();
  expect(await screen.findByRole('button', { name: 'From the web: View' })).toBeVisible();
});

test('a view is deleted, and the list stays as it is', async () => {
  renderContacts(
    [
      all,
      { request: { query: ContactViewsDocument }, result: { data: { contactViews: [newView()] } } },
      {
        request: { query: DeleteContactViewDocument, variables: { input: { id: 'v1' } } },
        result: { data: { deleteContactView: { __typename: 'P', deletedContactViewId: 'v1', userErrors: [] } } },
      },
    ],
    atView,
  );
  await rows();

  await userEvent.click(await screen.findByRole('button', { name: 'From the web: View' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete view' }));

  expect(await screen.findByText('The view From the web is deleted.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Source: Website' })).toBeVisible();
});

test('another’s view is not changed by who is no admin', async () => {
  renderContacts([all, viewsOf(newView({ isMine: false, isShared: true }))], atView, ['contacts:write']);
  await rows();

  await userEvent.click(await screen.findByRole('button', { name: 'From the web: View' }));

  expect((await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent)).toEqual([
    'Save as a view of yours…',
  ]);
});
