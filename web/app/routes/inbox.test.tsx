import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  InboxChangesDocument,
  InboxContactDocument,
  InboxMessagesDocument,
  ReopenConversationDocument,
  ThreadDocument,
} from '../generated/graphql';
import { conversation } from '../testing/contact-page';
import { closes, inboxOf, layOutLists, newRow, renderInbox, rowNames, threadOf } from '../testing/inbox';

beforeAll(layOutLists);

const [ann, bob, eve] = [newRow('Ann Lee'), newRow('Bob Ray'), newRow('Eve Fox')];
const all = inboxOf([ann, bob, eve]);
const nobody = [ThreadDocument, InboxContactDocument].map((query) => ({
  request: { query, variables: { id: 'nobody' } },
  result: { data: { conversation: null } },
}));
const threads = [...threadOf('Ann Lee'), ...threadOf('Bob Ray'), ...threadOf('Eve Fox')];

test('a row says who, about what, their last words and since when', async () => {
  renderInbox([all]);

  const [row] = await screen.findAllByRole('listitem');

  expect(row).toHaveTextContent(/^ALAnn Lee.*Ann Lee’s question · Words of Ann Lee$/);
  expect(within(row as HTMLElement).getByRole('link')).toHaveAttribute('href', '/tenant/acme/inbox/ann');
  await waitFor(() => expect(document.title).toBe('(1) Inbox · Atrium'));
});

test('a conversation opens beside the list, with who it is with', async () => {
  renderInbox([all, ...threads]);

  await userEvent.click(await screen.findByRole('link', { name: 'Bob Ray' }));

  expect(await screen.findByRole('region', { name: 'Messages' })).toHaveTextContent('Words of Bob Ray');
  expect(await rowNames()).toEqual(['Ann Lee', 'Bob Ray', 'Eve Fox']);
  const details = await screen.findByRole('complementary', { name: 'Details of the contact' });
  expect(await within(details).findByRole('heading', { name: 'Details' })).toBeVisible();
});

test('with the keyboard alone, one moves, opens and closes, and the next one opens', async () => {
  renderInbox([all, ...threads, closes('ann')]);
  await rowNames();

  await userEvent.keyboard('jj');
  expect(screen.getByRole('link', { name: 'Bob Ray' })).toHaveFocus();
  await userEvent.keyboard('k{Enter}');
  expect(await screen.findByRole('region', { name: 'Messages' })).toHaveTextContent('Words of Ann Lee');
  await screen.findByRole('button', { name: /Status:/ });
  await userEvent.keyboard('e');

  expect(await screen.findByRole('heading', { level: 2, name: 'Bob Ray’s question' })).toBeVisible();
  expect(await rowNames()).toEqual(['Bob Ray', 'Eve Fox']);
});

test('what was closed comes back to its place when that is undone', async () => {
  renderInbox([
    all,
    ...threads,
    closes('ann'),
    {
      request: { query: ReopenConversationDocument, variables: { input: { id: 'ann' } } },
      result: {
        data: {
          reopenConversation: {
            __typename: 'ReopenConversationPayload',
            conversation: conversation('ann', 'Ann Lee’s question'),
            userErrors: [],
          },
        },
      },
    },
  ]);
  await userEvent.click(await screen.findByRole('link', { name: 'Ann Lee' }));
  await screen.findByRole('button', { name: /Status:/ });
  await userEvent.keyboard('e');
  await waitFor(async () => expect(await rowNames()).toEqual(['Bob Ray', 'Eve Fox']));

  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));

  await waitFor(async () => expect(await rowNames()).toEqual(['Ann Lee', 'Bob Ray', 'Eve Fox']));
});

test('what comes is told, and stands in the list when it is asked for', async () => {
  const zoe = newRow('Zoe New');
  renderInbox([
    inboxOf([ann, bob]),
    {
      request: { query: InboxChangesDocument, variables: () => true },
      delay: 300,
      result: { data: { conversationChanged: zoe } },
    },
    inboxOf([zoe, ann, bob]),
  ]);
  const news = await screen.findByRole('button', { name: '1 new' });
  expect(await rowNames()).toEqual(['Ann Lee', 'Bob Ray']);

  await userEvent.keyboard('.');

  await waitFor(async () => expect(await rowNames()).toEqual(['Zoe New', 'Ann Lee', 'Bob Ray']));
  expect(news).not.toBeInTheDocument();
});

test('a row that is written in stays where it is, and is told', async () => {
  renderInbox([
    inboxOf([ann, bob]),
    {
      request: { query: InboxMessagesDocument, variables: () => true },
      delay: 300,
      result: {
        data: {
          messageSent: {
            __typename: 'Message',
            id: 'm',
            senderType: 'CONTACT',
            conversation: { __typename: 'Conversation', id: 'bob', contact: bob.contact },
          },
        },
      },
    },
  ]);

  expect(await screen.findByRole('button', { name: '1 new' })).toBeVisible();
  expect(await rowNames()).toEqual(['Ann Lee', 'Bob Ray']);
});

test('a row that a colleague closes keeps its place, and says so', async () => {
  renderInbox([
    inboxOf([ann, bob]),
    {
      request: { query: InboxChangesDocument, variables: () => true },
      delay: 300,
      result: { data: { conversationChanged: { ...ann, status: 'CLOSED' } } },
    },
  ]);

  expect(await screen.findByText('Closed')).toBeVisible();
  expect(await rowNames()).toEqual(['Ann Lee', 'Bob Ray']);
});

test('of a long list, the rows in sight are in the page, and the next pages come as it goes on', async () => {
  const many = Array.from({ length: 50 }, (_, index) => newRow(`Row${index} Person`));
  const more = newRow('More Person');
  renderInbox([
    inboxOf(many, { endCursor: 'page-1', wanted: ({ after }) => !after }),
    inboxOf([more], { wanted: ({ after }) => after === 'page-1' }),
  ]);
  expect((await screen.findAllByRole('listitem')).length).toBeLessThan(30);

  await userEvent.keyboard('{j>35/}');

  expect(screen.getByRole('link', { name: 'Row34 Person' })).toHaveFocus();
  await waitFor(() => expect(screen.getAllByRole('listitem')[0]).toHaveAttribute('aria-setsize', '51'));
});

test('a view asks for its own, and says when there is nothing', async () => {
  renderInbox([inboxOf([], { wanted: ({ filter }) => filter?.status?.[0] === 'SNOOZED' })], '?view=snoozed');

  expect(await screen.findByText('Nothing is snoozed')).toBeVisible();
  expect(screen.getByRole('heading', { level: 1, name: 'Snoozed' })).toBeInTheDocument();
});

test('an address of a conversation that is not there says so, beside the list', async () => {
  renderInbox([all, ...nobody], '/nobody');

  expect(await screen.findByText('There is no such conversation')).toBeVisible();
  expect(await rowNames()).toEqual(['Ann Lee', 'Bob Ray', 'Eve Fox']);
});

test('a search narrows the list as one types, stands in the address and keeps what is open', async () => {
  const found = (search: string, ...rows: (typeof ann)[]) =>
    inboxOf(rows, { wanted: ({ filter }) => (filter?.search ?? '') === search });
  renderInbox([found('', ann, bob, eve), found('boiler', bob), found('boiler zzz'), ...threads], '/ann');
  await screen.findByRole('region', { name: 'Messages' });

  await userEvent.keyboard('/');
  const field = screen.getByRole('searchbox', { name: 'Search conversations' });
  expect(field).toHaveFocus();
  await userEvent.type(field, 'boiler');
  await waitFor(async () => expect(await rowNames()).toEqual(['Bob Ray']));

  expect(field).toHaveFocus();
  expect(screen.getByRole('link', { name: 'Bob Ray' })).toHaveAttribute('href', '/tenant/acme/inbox/bob?q=boiler');
  expect(screen.getByRole('region', { name: 'Messages' })).toHaveTextContent('Words of Ann Lee');

  await userEvent.type(field, ' zzz{Enter}');
  expect(await screen.findByText('No conversation matches “boiler zzz”')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Clear search' })).toHaveAttribute('href', '/tenant/acme/inbox');
});
