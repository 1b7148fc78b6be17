import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DeleteViewDocument, SavedViewsDocument, SaveViewDocument } from '../generated/graphql';
import { renderRoute } from '../testing/render-route';
import { newView } from '../testing/saved-view';
import SavedViewsSettings from './settings-saved-views';

const views = (...all: object[]): MockLink.MockedResponse => ({
  request: { query: SavedViewsDocument },
  result: { data: { savedViews: all } },
});
const { name, isShared, filter, orderBy } = newView();
const kept = { name, isShared, filter, orderBy };
const saves = (input: object, view = newView()): MockLink.MockedResponse => ({
  request: { query: SaveViewDocument, variables: { input } },
  result: { data: { saveView: { __typename: 'P', savedView: view, userErrors: [] } } },
});

const renderViews = (mocks: MockLink.MockedResponse[], permissions?: string[]) =>
  renderRoute({
    Component: SavedViewsSettings,
    path: '/tenant/:tenantId/settings/saved-views',
    url: '/tenant/acme/settings/saved-views',
    mocks,
    ...(permissions && { permissions }),
  });

const list = () => screen.findByRole('list', { name: 'Saved views' });

test('a view leads to what it lists, and says whose it is', async () => {
  renderViews([views(newView({ isShared: true }))]);

  const link = within(await list()).getByRole('link', { name: 'Urgent' });
  expect(link).toHaveAttribute('href', '/tenant/acme/inbox?saved=v1');
  expect(await list()).toHaveTextContent('Everybody’s');
});

test('a view is renamed, and what it lists stays', async () => {
  renderViews([
    views(newView()),
    saves({ ...kept, name: 'Burning', id: 'v1' }, newView({ name: 'Burning' })),
    views(newView({ name: 'Burning' })),
  ]);

  await userEvent.click(await screen.findByRole('button', { name: 'Change Urgent' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Change Urgent' }));
  await userEvent.clear(dialog.getByLabelText(/Name/));
  await userEvent.type(dialog.getByLabelText(/Name/), 'Burning{Enter}');

  expect(await screen.findByRole('button', { name: 'Change Burning' })).toBeVisible();
});

test('a view is deleted at once, and that is undone', async () => {
  renderViews([
    views(newView()),
    {
      request: { query: DeleteViewDocument, variables: { input: { id: 'v1' } } },
      result: { data: { deleteView: { __typename: 'P', deletedViewId: 'v1', userErrors: [] } } },
    },
    views(),
    saves(kept, newView({ id: 'v2' })),
    views(newView({ id: 'v2' })),
  ]);

  await userEvent.click(await screen.findByRole('button', { name: 'Delete Urgent' }));
  expect(await screen.findByText('No saved view yet')).toBeVisible();
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));

  await waitFor(async () => expect(await list()).toHaveTextContent('Urgent'));
});

test('whoever may read alone sees the views, and nothing to change them', async () => {
  renderViews([views(newView())], ['conversations:read']);

  expect(await list()).toHaveTextContent('Urgent');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test('a colleague’s view is changed by admins alone', async () => {
  const theirs = [views(newView({ isShared: true, isMine: false }))];

  const { unmount } = renderViews([...theirs], ['conversations:read', 'conversations:write']);
  expect(await list()).toHaveTextContent('Urgent');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  unmount();
  renderViews([...theirs], ['conversations:read', 'conversations:write', 'tenant:admin']);

  expect(await screen.findByRole('button', { name: 'Change Urgent' })).toBeVisible();
});
