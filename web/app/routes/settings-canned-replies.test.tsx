import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  CannedRepliesDocument,
  CreateCannedReplyDocument,
  DeleteCannedReplyDocument,
  UpdateCannedReplyDocument,
} from '../generated/graphql';
import { renderRoute } from '../testing/render-route';
import CannedRepliesSettings from './settings-canned-replies';

const reply = (id: string, name: string, content = `Text of ${name}`) => ({
  __typename: 'CannedReply',
  id,
  name,
  content,
});

const replies = (...all: object[]): MockLink.MockedResponse => ({
  request: { query: CannedRepliesDocument },
  result: { data: { cannedReplies: all } },
});

const creates = (name: string, content: string): MockLink.MockedResponse => ({
  request: { query: CreateCannedReplyDocument, variables: { input: { name, content } } },
  result: {
    data: { createCannedReply: { __typename: 'P', cannedReply: reply('new', name, content), userErrors: [] } },
  },
});

const renderReplies = (mocks: MockLink.MockedResponse[], permissions?: string[]) =>
  renderRoute({
    Component: CannedRepliesSettings,
    path: '/tenant/:tenantId/settings/canned-replies',
    url: '/tenant/acme/settings/canned-replies',
    mocks,
    ...(permissions && { permissions }),
  });

const list = () => screen.findByRole('list', { name: 'Canned replies' });

test('a canned reply is written, and stands in the list', async () => {
  renderReplies([replies(), creates('Hours', 'From nine to five'), replies(reply('new', 'Hours'))]);
  expect(await screen.findByText('No canned reply yet')).toBeVisible();

  await userEvent.type(screen.getByLabelText(/Name/), 'Hours');
  await userEvent.type(screen.getByLabelText(/Text/), 'From nine to five');
  await userEvent.click(screen.getByRole('button', { name: 'Add canned reply' }));

  expect(await list()).toHaveTextContent('HoursText of Hours');
  await waitFor(() => expect(screen.getByLabelText(/Name/)).toHaveValue(''));
});

test('a text that is missing is said at its field, and nothing is asked of the API', async () => {
  renderReplies([replies()]);

  await userEvent.type(await screen.findByLabelText(/Name/), 'Hours{Enter}');

  expect(await screen.findByText('Content is required.')).toBeVisible();
  expect(screen.getByLabelText(/Text/)).toHaveFocus();
});

test('a canned reply is changed where it stands', async () => {
  renderReplies([
    replies(reply('c1', 'Huors', 'From nine')),
    {
      request: {
        query: UpdateCannedReplyDocument,
        variables: { input: { id: 'c1', name: 'Hours', content: 'From nine' } },
      },
      result: { data: { updateCannedReply: { __typename: 'P', cannedReply: reply('c1', 'Hours'), userErrors: [] } } },
    },
    replies(reply('c1', 'Hours')),
  ]);

  await userEvent.click(await screen.findByRole('button', { name: 'Change Huors' }));
  const row = within(await list());
  await userEvent.clear(row.getByLabelText(/Name/));
  await userEvent.type(row.getByLabelText(/Name/), 'Hours{Enter}');

  expect(await screen.findByRole('button', { name: 'Change Hours' })).toBeVisible();
});

test('a canned reply is deleted at once, and that is undone', async () => {
  renderReplies([
    replies(reply('c1', 'Hours'), reply('c2', 'Order')),
    {
      request: { query: DeleteCannedReplyDocument, variables: { input: { id: 'c1' } } },
      result: { data: { deleteCannedReply: { __typename: 'P', deletedCannedReplyId: 'c1', userErrors: [] } } },
    },
    replies(reply('c2', 'Order')),
    creates('Hours', 'Text of Hours'),
    replies(reply('new', 'Hours'), reply('c2', 'Order')),
  ]);

  await userEvent.click(await screen.findByRole('button', { name: 'Delete Hours' }));
  await waitFor(async () => expect(await list()).not.toHaveTextContent('Hours'));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));

  await waitFor(async () => expect(await list()).toHaveTextContent('Hours'));
});

test('whoever may read alone sees the texts, and nothing to change them', async () => {
  renderReplies([replies(reply('c1', 'Hours'))], ['conversations:read']);

  expect(await list()).toHaveTextContent('Text of Hours');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
