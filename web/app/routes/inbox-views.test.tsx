import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SavedViewsDocument, SaveViewDocument } from '../generated/graphql';
import { rememberPreference } from '../preferences';
import { closes, inboxOf, layOutLists, newRow, renderInbox, rowNames, savedViews, threadOf } from '../testing/inbox';
import { newView } from '../testing/saved-view';

beforeAll(layOutLists);

const [ann, bob] = [newRow('Ann Lee'), newRow('Bob Ray')];

test('a saved view lists what it was saved with, under its name', async () => {
  const wanted: unknown[] = [];
  const noted = (variables: object) => wanted.push(variables) > 0;
  renderInbox([savedViews(newView()), inboxOf([ann], { wanted: noted })], '?saved=v1');

  expect(await rowNames()).toEqual(['Ann Lee']);
  expect(screen.getByRole('heading', { level: 1, name: 'Urgent' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Order: Longest waiting first' })).toBeVisible();
  expect(wanted[0]).toMatchObject({ filter: newView().filter, orderBy: newView().orderBy });
});

test('an address of a view that is not there says so, and asks for nothing', async () => {
  renderInbox([savedViews()], '?saved=v1');

  expect(await screen.findByText('There is no such view')).toBeVisible();
});

test('what the list is narrowed to is kept under a name, and opens', async () => {
  const filter = { status: ['ACTIVE'], isWaiting: true };
  const orderBy = { field: 'LAST_MESSAGE_AT', direction: 'DESC' };
  const view = newView({ name: 'Waiting', filter, orderBy });
  renderInbox([
    { ...savedViews(), maxUsageCount: 1 },
    inboxOf([ann, bob], { wanted: (variables) => !variables.filter?.isWaiting }),
    inboxOf([ann], { wanted: (variables) => variables.filter?.isWaiting === true }),
    {
      request: { query: SaveViewDocument, variables: { input: { name: 'Waiting', isShared: true, filter, orderBy } } },
      result: { data: { saveView: { __typename: 'P', savedView: view, userErrors: [] } } },
    },
    { request: { query: SavedViewsDocument }, result: { data: { savedViews: [view] } } },
    inboxOf([ann], { wanted: (variables) => variables.filter?.isWaiting === true }),
  ]);
  await rowNames();

  await userEvent.click(screen.getByRole('button', { name: 'Filter' }));
  await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'Waits for us' }));
  await waitFor(async () => expect(await rowNames()).toEqual(['Ann Lee']));
  await userEvent.click(screen.getByRole('button', { name: 'Filter: on' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Save as a view…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Save as a view' }));
  await userEvent.click(dialog.getByRole('checkbox', { name: 'Everybody of the company has it' }));
  await userEvent.type(dialog.getByLabelText(/Name/), 'Waiting{Enter}');

  expect(await screen.findByRole('heading', { level: 1, name: 'Waiting' })).toBeInTheDocument();
  expect(await rowNames()).toEqual(['Ann Lee']);
});

test('whoever wants the list after closing gets it', async () => {
  rememberPreference('after-closing', 'list');
  renderInbox([inboxOf([ann, bob]), ...threadOf('Ann Lee'), closes('ann')], '/ann');
  await screen.findByRole('button', { name: /Status:/ });

  await userEvent.keyboard('e');

  expect(await screen.findByText('No conversation is open')).toBeVisible();
  expect(await rowNames()).toEqual(['Bob Ray']);
  rememberPreference('after-closing', 'next');
});
