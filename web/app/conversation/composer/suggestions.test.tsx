import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AssignableMembersDocument, CannedRepliesDocument } from '../../generated/graphql';
import { newColleague } from '../../testing/actor';
import { field, onSend, renderComposer, sent } from '../../testing/composer';

beforeEach(() => {
  onSend.mockReset();
});

const ben = newColleague('ben', 'Ben Baker');
const members: MockLink.MockedResponse = {
  request: { query: AssignableMembersDocument },
  result: {
    data: {
      currentTenant: {
        __typename: 'Tenant',
        id: 'acme',
        members: {
          __typename: 'MembershipConnection',
          nodes: [ben, newColleague('zoe', 'Zoë Miles')].map((account) => ({
            __typename: 'Membership',
            id: `member-${account.id}`,
            role: 'MEMBER',
            account,
          })),
        },
      },
    },
  },
};

test('a note is a text of its own, for colleagues alone, who are mentioned by a list', async () => {
  renderComposer([members]);
  await userEvent.type(field(), 'Dear Ann');

  await userEvent.click(screen.getByRole('button', { name: 'Note' }));
  const note = screen.getByLabelText('Note for colleagues');
  expect(note).toHaveValue('');
  await userEvent.type(note, 'Ask @b');
  const option = await screen.findByRole('option', { name: /Ben Baker/, selected: true });
  expect(note).toHaveAttribute('aria-activedescendant', option.id);
  await userEvent.keyboard('{Enter}');
  expect(note).toHaveValue('Ask @Ben Baker ');
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
  await userEvent.keyboard('first{Enter}');

  await waitFor(() =>
    expect(onSend.mock.calls).toEqual([[sent('Ask @Ben Baker first', { isNote: true, mentionedIds: ['ben'] })]]),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Reply' }));
  expect(screen.getByLabelText('Message to Ann Lee')).toHaveValue('Dear Ann');
});

test('arrows move through the members, Escape puts the list away, and Control and Enter send', async () => {
  renderComposer([members]);
  await userEvent.click(screen.getByRole('button', { name: 'Note' }));

  await userEvent.type(field(), '@');
  await screen.findByRole('option', { name: /Ben Baker/, selected: true });
  await userEvent.keyboard('{ArrowDown}');
  expect(screen.getByRole('option', { name: /Zoë Miles/, selected: true })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');

  await waitFor(() => expect(onSend).toHaveBeenCalledWith(sent('@', { isNote: true })));
});

const canned: MockLink.MockedResponse = {
  request: { query: CannedRepliesDocument },
  result: {
    data: {
      cannedReplies: [
        ['c1', 'Greeting', 'Dear {{contact.name}}, yours {{me.name}}'],
        ['c2', 'Order', 'Your order {{order.number}} is on its way.'],
      ].map(([id, name, content]) => ({ __typename: 'CannedReply', id, name, content })),
    },
  },
};

test('a canned reply is found by a slash, with the names filled in', async () => {
  renderComposer([canned]);

  await userEvent.type(field(), '/gre');
  await screen.findByRole('option', { name: /Greeting/ });
  await userEvent.keyboard('{Enter}');

  expect(field()).toHaveValue('Dear Ann Lee, yours Vera Viewer ');
  expect(onSend).not.toHaveBeenCalled();
});

test('what is not filled in is marked, and keeps the message from being sent until it is changed', async () => {
  renderComposer([canned]);
  await userEvent.type(field(), '/order');
  await userEvent.click(await screen.findByRole('option', { name: /Order/ }));
  expect(screen.getByRole('button', { name: '{{order.number}}' })).toBeVisible();

  await userEvent.keyboard('{Enter}');
  expect(await screen.findByText('{{order.number}} is not filled in. Change it, then send.')).toBeVisible();
  expect(onSend).not.toHaveBeenCalled();
  // It is selected: what is typed takes its place.
  await userEvent.keyboard('4711{Enter}');

  await waitFor(() => expect(onSend).toHaveBeenCalledWith(sent('Your order 4711 is on its way.')));
});

test('a slash within a word asks for nothing', async () => {
  renderComposer();

  await userEvent.type(field(), 'and/or{Enter}');

  await waitFor(() => expect(onSend).toHaveBeenCalledWith(sent('and/or')));
});
