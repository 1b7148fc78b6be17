import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  AssignConversationDocument,
  InboxContactDocument,
  MarkConversationReadDocument,
  MarkConversationUnreadDocument,
  ThreadDocument,
} from '../generated/graphql';
import { viewer } from '../testing/actor';
import { conversation } from '../testing/contact-page';
import {
  changesAll,
  closes,
  inboxOf,
  layOutLists,
  newRow,
  renderInbox,
  rowNames,
  threadOf,
  unreadCount,
} from '../testing/inbox';

beforeAll(layOutLists);

const [ann, bob, eve] = [newRow('Ann Lee'), newRow('Bob Ray'), newRow('Eve Fox')];
const all = inboxOf([ann, bob, eve]);
const _nobody = [ThreadDocument, InboxContactDocument].map((query) => ({
  request: { query, variables: { id: 'nobody' } },
  result: { data: { conversation: null } },
}));
const threads = [...threadOf('Ann Lee'), ...threadOf('Bob Ray'), ...threadOf('Eve Fox')];

const changed = (field: string, conversation: object) => ({
  data: { [field]: { __typename: 'Payload', conversation, userErrors: [] } },
});

test('rows tell what waits, whose it is, what it is sorted by, how urgent and what is unread', async () => {
  const labels = [{ __typename: 'Label' as const, id: 'l1', name: 'Billing', colour: 'RED' as const }];
  const assignee = { __typename: 'Account' as const, id: 'ben', name: 'Ben Baker' };
  const waitingSince = new Date(Date.now() - 2.5 * 3_600_000).toISOString();
  renderInbox([inboxOf([{ ...ann, labels, assignee, priority: 'URGENT', unreadCount: 2, waitingSince }])]);

  const [row] = await screen.findAllByRole('listitem');

  expect(row).toHaveTextContent(/waiting since2 h ago/);
  expect(row).toHaveTextContent(/Priority: UrgentBilling2 unreadBBAssigned to Ben Baker/);
});

test('what is open is assigned to oneself by a key, and that is undone', async () => {
  const inputs: unknown[] = [];
  const assigned = (assignee: object | null): MockLink.MockedResponse => ({
    request: {
      query: AssignConversationDocument,
      variables: ({ input }) => {
        inputs.push(input);
        return true;
      },
    },
    result: changed('assignConversation', { ...conversation('ann', 'Ann Lee’s question'), assignee }),
  });
  renderInbox([all, ...threads, assigned(viewer), assigned(null)], '/ann');
  expect(await screen.findByRole('button', { name: 'Assigned to: Nobody' })).toBeVisible();

  await userEvent.keyboard('i');
  expect(await screen.findByRole('button', { name: 'Assigned to: You' })).toBeVisible();
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));

  expect(await screen.findByRole('button', { name: 'Assigned to: Nobody' })).toBeVisible();
  expect(inputs).toEqual([
    { id: 'ann', assigneeId: 'viewer' },
    { id: 'ann', assigneeId: null },
  ]);
});

test('several are selected and closed by one request, with one way back', async () => {
  const inputs: unknown[] = [];
  const rows = [ann, bob];
  renderInbox([all, changesAll(inputs, rows, 'CLOSED'), changesAll(inputs, rows, 'ACTIVE')]);
  await rowNames();

  await userEvent.keyboard('jxjx');
  expect(screen.getByRole('toolbar', { name: 'Selected conversations' })).toHaveTextContent('2 selected');
  await userEvent.keyboard('e');
  await waitFor(async () => expect(await rowNames()).toEqual(['Eve Fox']));
  expect(screen.queryByRole('toolbar')).not.toBeInTheDocument();
  expect(await screen.findByText('2 conversations are closed.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));

  await waitFor(async () => expect(await rowNames()).toEqual(['Ann Lee', 'Bob Ray', 'Eve Fox']));
  expect(inputs).toEqual([
    { ids: ['ann', 'bob'], change: { status: 'CLOSED', snoozedUntil: null } },
    { ids: ['ann', 'bob'], change: { status: 'ACTIVE', snoozedUntil: null } },
  ]);
});

test('where nothing is open, keys are about the row with the focus, and its menu gives the focus back', async () => {
  renderInbox([all, closes('ann')]);
  await rowNames();

  await userEvent.keyboard('ja');
  expect(await screen.findByRole('menu', { name: 'Assign Ann Lee' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.getByRole('link', { name: 'Ann Lee' })).toHaveFocus());
  await userEvent.keyboard('e');

  await waitFor(async () => expect(await rowNames()).toEqual(['Bob Ray', 'Eve Fox']));
  await waitFor(() => expect(screen.getByRole('link', { name: 'Bob Ray' })).toHaveFocus());
});

test('the row with the focus is marked unread by a key, and so are those that are selected', async () => {
  const ids: unknown[] = [];
  const unread = (id: string): MockLink.MockedResponse => ({
    request: {
      query: MarkConversationUnreadDocument,
      variables: ({ input }) => {
        if (input.id !== id) return false;
        ids.push(id);
        return true;
      },
    },
    result: changed('markConversationUnread', { __typename: 'Conversation', id, unreadCount: 1 }),
  });
  renderInbox([all, unread('ann'), unread('bob'), unread('eve')]);
  await rowNames();

  await userEvent.keyboard('ju');
  expect(await screen.findByText('It is marked unread.')).toBeVisible();
  await userEvent.keyboard('jxjxu');

  expect(await screen.findByText('2 are marked unread.')).toBeVisible();
  expect(ids).toEqual(['ann', 'bob', 'eve']);
});

test('with Shift, a click selects all between; Escape selects nothing', async () => {
  renderInbox([all]);
  await rowNames();

  const user = userEvent.setup();
  await user.click(screen.getByRole('checkbox', { name: 'Select Ann Lee' }));
  await user.keyboard('{Shift>}');
  await user.click(screen.getByRole('link', { name: 'Eve Fox' }));
  await user.keyboard('{/Shift}');
  expect(screen.getByRole('toolbar')).toHaveTextContent('3 selected');

  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('toolbar')).not.toBeInTheDocument();
});

test('what is opened is marked read up to its last message, and unread again by a key', async () => {
  const inputs: unknown[] = [];
  const marks = (query: MockLink.MockedResponse['request']['query'], field: string, unreadCount: number) => ({
    request: {
      query,
      variables: ({ input }: Record<string, unknown>) => {
        inputs.push(input);
        return true;
      },
    },
    result: changed(field, { __typename: 'Conversation', id: 'ann', unreadCount }),
  });
  const unread = { unreadCount: 2, messageCount: 7 };
  renderInbox(
    [
      inboxOf([{ ...ann, ...unread }]),
      ...threadOf('Ann Lee', unread),
      marks(MarkConversationReadDocument, 'markConversationRead', 0),
      marks(MarkConversationUnreadDocument, 'markConversationUnread', 1),
      ...[0, 1].map((count) => unreadCount(count)),
    ],
    '/ann',
  );
  await waitFor(() => expect(screen.queryByText('2', { exact: false, selector: 'li *' })).toBeNull());
  await waitFor(() => expect(document.title).toBe('Ann Lee · Atrium'));
  await screen.findByRole('button', { name: /Status:/ });

  await userEvent.keyboard('u');

  expect(await screen.findByText('It is marked unread.')).toBeVisible();
  await waitFor(() => expect(document.title).toBe('(1) Ann Lee · Atrium'));
  expect(inputs).toEqual([{ id: 'ann', number: 7 }, { id: 'ann' }]);
});
