import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DashboardContactsDocument,
  DashboardConversationsDocument,
  DashboardDeletionsDocument,
  DashboardDocument,
  DashboardMessagesDocument,
  type DashboardQuery,
} from '../generated/graphql';
import { viewer } from '../testing/actor';
import { renderRoute } from '../testing/render-route';
import DashboardRoute from './dashboard';

const ann = {
  __typename: 'Contact' as const,
  id: 'ann',
  name: 'Ann Lee',
  email: 'ann@acme.test',
  phone: null,
  company: 'Acme',
  createdAt: '2026-11-01T09:00:00.000Z',
};

const daysOf = (counts: number[]) =>
  counts.map((count, index) => ({ __typename: 'DayCount' as const, date: `2026-11-0${index + 1}`, count }));

const waitingTalk = {
  __typename: 'Conversation' as const,
  id: 'late',
  subject: 'Refund',
  waitingSince: '2026-11-02T09:00:00.000Z',
  contact: { __typename: 'Contact' as const, id: 'ann', name: 'Ann Lee' },
  assignee: { __typename: 'Account' as const, id: 'ben', name: 'Ben Baker' },
  status: 'ACTIVE' as const,
  snoozedUntil: null,
  lastMessage: {
    __typename: 'Message' as const,
    id: 'asked',
    content: 'Still there?',
    senderType: 'CONTACT' as const,
    author: null,
  },
};

interface Wanted {
  contactCount?: number;
  counts?: number[];
  waiting?: (typeof waitingTalk)[];
  medianFirstReplySeconds?: number | null;
}

function newDashboard({
  contactCount = 1,
  counts = [0, 3, 7],
  waiting = [waitingTalk],
  medianFirstReplySeconds = 9_000,
}: Wanted = {}): DashboardQuery {
  return {
    currentTenant: {
      __typename: 'Tenant',
      id: 'northwind',
      name: 'Northwind',
      createdAt: '2026-10-01T09:00:00.000Z',
      stats: {
        __typename: 'TenantStats',
        contactCount,
        medianFirstReplySeconds,
        conversationsOpenedPerDay: daysOf([2, 0, 4]),
        conversationsClosedPerDay: daysOf([1, 1, 3]),
        messagesPerDay: daysOf(counts),
      },
    },
    inboxCounts: { __typename: 'InboxCounts', waiting: 1_234, unassigned: 5, open: 40 },
    waiting: { __typename: 'ConversationConnection', nodes: waiting },
    contacts: { __typename: 'ContactConnection', nodes: contactCount === 0 ? [] : [ann] },
    conversations: {
      __typename: 'ConversationConnection',
      nodes:
        contactCount === 0
          ? []
          : [
              {
                __typename: 'Conversation',
                id: 'talk',
                subject: 'Invoice',
                status: 'SNOOZED',
                snoozedUntil: null,
                createdAt: '2026-11-02T09:00:00.000Z',
                lastMessageAt: null,
                contact: { __typename: 'Contact', id: 'ann', name: 'Ann Lee' },
                lastMessage: { __typename: 'Message', id: 'm', content: 'Thanks!', senderType: 'USER', author: viewer },
              },
            ],
    },
  };
}

const answer = (data: DashboardQuery): MockLink.MockedResponse => ({
  request: { query: DashboardDocument },
  result: { data },
});

/** A company in which nothing happens, except what `others` say. */
const quiet = (...others: MockLink.MockedResponse[]): MockLink.MockedResponse[] => {
  const heard = new Set(others.map(({ request }) => request.query));
  const silent = [
    DashboardMessagesDocument,
    DashboardConversationsDocument,
    DashboardContactsDocument,
    DashboardDeletionsDocument,
  ]
    .filter((query) => !heard.has(query))
    .map((query) => ({ request: { query }, result: () => ({ data: null }), delay: Number.POSITIVE_INFINITY }));
  return [...others, ...silent];
};

const renderDashboard = (mocks: MockLink.MockedResponse[]) =>
  renderRoute({ Component: DashboardRoute, path: '/tenant/:tenantId', url: '/tenant/northwind', mocks });

test('each figure leads to what it counts', async () => {
  renderDashboard(quiet(answer(newDashboard())));
  expect(screen.getByRole('status', { name: 'The dashboard is loading' })).toBeInTheDocument();

  expect(await screen.findByRole('heading', { level: 1, name: 'Northwind' })).toBeVisible();
  const leadsTo = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
  expect(leadsTo('Wait for an answer: 1,234')).toBe('/tenant/northwind/inbox?waiting=1&sort=waiting');
  expect(leadsTo('Unassigned: 5')).toBe('/tenant/northwind/inbox?view=unassigned');
  expect(leadsTo('All open: 40')).toBe('/tenant/northwind/inbox');
  expect(leadsTo('First reply, 14 days: 2.5 h')).toBe('/tenant/northwind/inbox?waiting=1&sort=waiting');
  expect(leadsTo('Contacts: 1')).toBe('/tenant/northwind/contacts');
  expect(document.title).toBe('Northwind · Atrium');
});

test('whoever waits longest is the first thing to be opened', async () => {
  renderDashboard(quiet(answer(newDashboard())));

  const waiting = within(await screen.findByRole('region', { name: 'Waiting longest' }));

  expect(waiting.getByRole('link', { name: /Ann Lee/ })).toHaveAttribute(
    'href',
    '/tenant/northwind/inbox/late?waiting=1&sort=waiting',
  );
  expect(waiting.getByText('Still there?')).toBeVisible();
  expect(waiting.getByText('Ben Baker')).toBeVisible();
});

test('a company that has answered everybody is told so, and one without answers has no time of them', async () => {
  renderDashboard(quiet(answer(newDashboard({ waiting: [], medianFirstReplySeconds: null }))));

  expect(await screen.findByText('Nobody waits for an answer')).toBeVisible();
  expect(screen.getByRole('link', { name: 'First reply, 14 days: –' })).toBeVisible();
});

test('what is opened and what is closed stand side by side', async () => {
  renderDashboard(quiet(answer(newDashboard())));

  const table = await screen.findByRole('table', { name: /^Conversations opened and closed per day/ });

  expect(within(table).getByRole('row', { name: '3 November 4 3' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '5 closed' })).toHaveAttribute('href', '/tenant/northwind/inbox?view=closed');
});

test('the chart has a table with the same numbers', async () => {
  renderDashboard(quiet(answer(newDashboard())));

  const table = await screen.findByRole('table', { name: 'Messages per day, the last 3 days' });

  expect(within(table).getByRole('row', { name: '3 November 7' })).toBeInTheDocument();
  expect(within(table).getAllByRole('row')).toHaveLength(4);
});

test('recent contacts and conversations lead to the contact', async () => {
  renderDashboard(quiet(answer(newDashboard())));

  const contacts = within(await screen.findByRole('region', { name: 'Recent contacts' }));
  const conversations = within(screen.getByRole('region', { name: 'Recent conversations' }));

  expect(contacts.getByRole('link', { name: /Ann Lee/ })).toHaveAttribute('href', '/tenant/northwind/contacts/ann');
  expect(conversations.getByRole('link', { name: /Ann Lee/ })).toHaveAttribute(
    'href',
    '/tenant/northwind/contacts/ann?conversation=talk',
  );
  expect(conversations.getByText('You: Thanks!')).toBeVisible();
  expect(conversations.getByText('Snoozed')).toBeVisible();
});

test('a new company is led to its first contact', async () => {
  renderDashboard(quiet(answer(newDashboard({ contactCount: 0 }))));

  expect(await screen.findByText('Northwind is ready')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Create the first contact' })).toHaveAttribute(
    'href',
    '/tenant/northwind/contacts/new',
  );
  expect(screen.queryByRole('region', { name: 'Recent contacts' })).not.toBeInTheDocument();
});

test('a dashboard that cannot be loaded can be asked for again', async () => {
  renderDashboard(
    quiet({ request: { query: DashboardDocument }, error: new TypeError('fetch failed') }, answer(newDashboard())),
  );

  expect(await screen.findByText('Atrium cannot be reached')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

  expect(await screen.findByRole('heading', { name: 'Northwind' })).toBeVisible();
});

test('a message sent elsewhere brings the numbers up to date', async () => {
  const later = newDashboard({ counts: [0, 3, 8] });
  const sent = {
    request: { query: DashboardMessagesDocument },
    result: { data: { messageSent: { __typename: 'Message', id: 'new' } } },
  };
  renderDashboard(quiet(answer(newDashboard()), sent as MockLink.MockedResponse, answer(later)));

  expect(await screen.findByRole('row', { name: '3 November 7' })).toBeInTheDocument();
  expect(await screen.findByRole('row', { name: '3 November 8' }, { timeout: 4_000 })).toBeInTheDocument();
});

test('a refresh that fails leaves the numbers in place', async () => {
  const sent = {
    request: { query: DashboardMessagesDocument },
    result: { data: { messageSent: { __typename: 'Message', id: 'new' } } },
  };
  const failed = jest.fn(() => ({ errors: [{ message: 'No.' }] }));
  renderDashboard(
    quiet(answer(newDashboard()), sent as MockLink.MockedResponse, {
      request: { query: DashboardDocument },
      result: failed,
    }),
  );

  await waitFor(() => expect(failed).toHaveBeenCalled(), { timeout: 4_000 });
  await new Promise((resolve) => setTimeout(resolve, 50));

  expect(screen.getByRole('heading', { name: 'Northwind' })).toBeVisible();
});
