import type { MockLink } from '@apollo/client/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CancelTaskDocument } from '../generated/graphql';
import { renderRoute } from '../testing/render-route';
import { endedTask, newTask, taskIs, tasksAre } from '../testing/task';
import { LongWork } from './long-work';

const onEnded = jest.fn();

const Work = () => (
  <LongWork kind="exportArchive" label="Making the archive" onEnded={onEnded}>
    {({ bytes }) => <p>It has {bytes} bytes.</p>}
  </LongWork>
);

const render = (...mocks: MockLink.MockedResponse[]) =>
  renderRoute({ Component: Work, path: '/tenant/:tenantId', url: '/tenant/acme', mocks });

beforeEach(() => onEnded.mockReset());

test('work that is under way tells how far it is, and what came of it once it is done', async () => {
  const running = newTask({ done: 20, total: 80, step: 'Writing' });
  render(
    tasksAre(running),
    taskIs(running),
    taskIs(endedTask({ done: 80, total: 80, result: { archiveId: 'a', bytes: 512, checksum: 'c' } })),
  );

  const bar = await screen.findByRole('progressbar', { name: 'Making the archive' });
  expect(bar).toHaveAttribute('aria-valuenow', '25');
  expect(screen.getByText('Writing · 20 of 80')).toBeVisible();
  expect(onEnded).not.toHaveBeenCalled();

  expect(await screen.findByText('It has 512 bytes.', undefined, { timeout: 3_000 })).toBeVisible();
  expect(bar).not.toBeInTheDocument();
  expect(onEnded).toHaveBeenCalledTimes(1);
});

test('work that is not wanted any more is cancelled', async () => {
  const running = newTask();
  render(tasksAre(running), taskIs(running, 5), {
    request: { query: CancelTaskDocument, variables: { input: { id: 'task' } } },
    result: {
      data: {
        cancelTask: { __typename: 'CancelTaskPayload', task: endedTask({ status: 'CANCELLED' }), userErrors: [] },
      },
    },
  });

  await userEvent.click(await screen.findByRole('button', { name: 'Cancel Making the archive' }));

  expect(await screen.findByText('Making the archive was cancelled.')).toBeVisible();
  expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
});

test('why it failed is said, as long as that is news, and other work is not told of', async () => {
  const failure = 'The file is damaged at byte 4,096.';
  render(
    tasksAre(
      endedTask({ id: 'other', kind: 'importArchive', status: 'FAILED', failure: 'Not this one.' }),
      endedTask({ status: 'FAILED', failure }),
      endedTask({ id: 'old', status: 'FAILED', failure: 'Of yesterday.', endedAt: '2026-01-01T00:00:00.000Z' }),
    ),
  );

  expect(await screen.findByRole('alert')).toHaveTextContent(failure);
  expect(screen.queryByText('Not this one.')).not.toBeInTheDocument();
  expect(screen.queryByText('Of yesterday.')).not.toBeInTheDocument();
});
