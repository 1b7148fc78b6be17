import type { MockLink } from '@apollo/client/testing';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DeleteSandboxDocument, TaskProgressDocument } from '../generated/graphql';
import { renderRoute } from '../testing/render-route';
import { endedTask, newTask, taskIs } from '../testing/task';
import { DeleteSandbox } from './delete-sandbox';

const begun: MockLink.MockedResponse = {
  request: { query: DeleteSandboxDocument, variables: { input: { slug: 'acme-sandbox' } } },
  result: {
    data: {
      deleteSandbox: {
        __typename: 'ArchiveTaskPayload',
        task: newTask({ kind: 'deleteSandbox', status: 'WAITING' }),
        userErrors: [],
      },
    },
  },
};

const Part = () => <DeleteSandbox name="Acme sandbox" slug="acme-sandbox" />;

async function deleteIt(...mocks: MockLink.MockedResponse[]) {
  renderRoute({
    Component: Part,
    path: '/tenant/:tenantId/settings/data',
    url: '/tenant/acme-sandbox/settings/data',
    mocks: [begun, ...mocks],
    destinations: ['/'],
  });
  await userEvent.click(screen.getByRole('button', { name: 'Delete this sandbox…' }));
  const dialog = within(await screen.findByRole('alertdialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'Delete sandbox' }));
}

test('whoever deletes a sandbox is led away once there is no such company', async () => {
  await deleteIt(taskIs(newTask({ kind: 'deleteSandbox' })), {
    request: { query: TaskProgressDocument, variables: { id: 'task' } },
    result: { errors: [{ message: 'There is none.', extensions: { code: 'TENANT_NOT_FOUND' } }] },
  });

  expect(await screen.findByText('Opened /?tab=choose', undefined, { timeout: 3_000 })).toBeVisible();
  expect(await screen.findByText('Acme sandbox is deleted.')).toBeVisible();
});

test('what keeps it from being deleted is said, and nobody is led away', async () => {
  const failure = 'The company is no sandbox.';
  await deleteIt(taskIs(endedTask({ kind: 'deleteSandbox', status: 'FAILED', failure })));

  expect(await screen.findByText(failure)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Delete this sandbox…' })).toBeVisible();
});
