import type { MockLink } from '@apollo/client/testing';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ArchivesDocument, RewindContactsDocument, TakeOverDocument } from '../generated/graphql';
import { renderRoute } from '../testing/render-route';
import { admin, owner } from '../testing/settings';
import { endedTask, newTask, taskIs, tasksAre } from '../testing/task';
import SettingsRewind from './settings-rewind';

const archives: MockLink.MockedResponse = {
  request: { query: ArchivesDocument },
  result: {
    data: {
      archives: [
        {
          __typename: 'Archive',
          id: 'first',
          madeAt: '2026-11-20T09:00:00.000Z',
          bytes: 2_048,
          rows: 1_200,
          reason: 'ASKED',
        },
      ],
    },
  },
};
const compared = endedTask({
  id: 'compared',
  kind: 'rewindPreview',
  result: {
    rewindId: 'rewind',
    contacts: { added: 1, changed: 1, deleted: 1 },
    conversations: { added: 0, changed: 4, deleted: 0 },
  },
});
const contact = (id: string, name: string, kind: string) => ({ __typename: 'RewindContact', id, name, kind });
const contacts: MockLink.MockedResponse = {
  request: { query: RewindContactsDocument, variables: { rewindId: 'rewind' } },
  result: {
    data: {
      rewindContacts: {
        __typename: 'RewindContactConnection',
        nodes: [contact('1', 'Ann Lee', 'changed'), contact('2', 'Ben Baker', 'deleted'), contact('3', 'Cy', 'added')],
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        totalCount: 3,
      },
    },
  },
};

const render = (url: string, permissions: string[], ...mocks: MockLink.MockedResponse[]) =>
  renderRoute({
    Component: SettingsRewind,
    path: '/tenant/:tenantId/settings/data/rewind',
    url: `/tenant/acme/settings/data/rewind${url}`,
    mocks,
    permissions,
  });

test('a comparison is found again by its address, and a chosen contact is made what it was', async () => {
  const taken = endedTask({ id: 'taken', kind: 'takeOver', result: { contacts: 1 } });
  render(
    '?archive=first&task=compared',
    owner,
    archives,
    tasksAre(compared),
    taskIs(compared),
    contacts,
    {
      request: { query: TakeOverDocument, variables: { input: { rewindId: 'rewind', contactIds: ['2'] } } },
      result: {
        data: {
          takeOver: {
            __typename: 'ArchiveTaskPayload',
            task: newTask({ id: 'taken', kind: 'takeOver' }),
            userErrors: [],
          },
        },
      },
    },
    tasksAre(taken, compared),
    taskIs(taken),
  );

  expect(await screen.findByRole('row', { name: 'Contacts 1 1 1' })).toBeVisible();
  expect(screen.getByRole('row', { name: 'Conversations 0 4 0' })).toBeVisible();
  const list = within(await screen.findByRole('list', { name: 'Contacts that differ' }));
  expect(list.getAllByRole('checkbox')).toHaveLength(2);
  expect(screen.getByRole('button', { name: 'Take over 0 chosen…' })).toBeDisabled();
  expect(screen.getByRole('button', { name: 'Take over all 2…' })).toBeEnabled();

  await userEvent.click(list.getByRole('checkbox', { name: /Ben Baker/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Take over 1 chosen…' }));
  const dialog = within(await screen.findByRole('alertdialog'));
  expect(dialog.getByText(/begun since stay/)).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Take over' }));

  expect(await screen.findByText(/1 contact is again/)).toBeVisible();
});

test('an archive that is gone is said to be', async () => {
  render('?archive=other', owner, archives);

  expect(await screen.findByText('This archive is not kept any more')).toBeVisible();
});

test('whoever is no owner is told whom to ask', () => {
  render('?archive=first', admin);

  expect(screen.getByText('This is for owners of the company')).toBeVisible();
});
