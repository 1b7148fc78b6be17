import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  AddContactNoteDocument,
  ContactActivityConversationsDocument,
  ContactActivityDocument,
  ContactDetailsChangesDocument,
} from '../../generated/graphql';
import { viewer } from '../../testing/actor';
import { renderRoute } from '../../testing/render-route';
import { Activity } from './activity';

const Page = () => <Activity contactId="ann" path="/tenant/acme" />;

const entry = (typename: string, minute: number, more: object = {}) => ({
  __typename: typename,
  id: `${typename}-${minute}`,
  occurredAt: `2026-11-20T09:0${minute}:00.000Z`,
  actor: viewer,
  ...more,
});
const created = entry('ContactCreatedEntry', 0);
const started = (id: string, subject: string | null, minute: number) =>
  entry('ConversationStartedEntry', minute, {
    id,
    conversation: { __typename: 'Conversation', id, subject, openingWords: null },
  });
const changed = (changes: [field: string, from: string | null, to: string | null][]) =>
  entry('ContactChangedEntry', 5, {
    changes: changes.map(([field, from, to]) => ({ __typename: 'ContactFieldChange', field, from, to })),
  });
const noted = (content: string) =>
  entry('ContactNoteEntry', 6, { note: { __typename: 'ContactNote', id: 'note', content, canDelete: true } });
const field = (key: string, name: string) => ({ __typename: 'CustomField', id: key, key, name });

const activity = (
  nodes: object[],
  next: string | null = null,
  after: string | null = null,
): MockLink.MockedResponse => ({
  request: {
    query: ContactActivityDocument,
    variables: (asked) => asked['id'] === 'ann' && (asked['after'] ?? null) === after,
  },
  result: {
    data: {
      contact: {
        __typename: 'Contact',
        id: 'ann',
        timeline: {
          __typename: 'TimelineEntryConnection',
          nodes,
          pageInfo: { __typename: 'PageInfo', hasNextPage: next !== null, endCursor: next },
        },
      },
      customFields: [field('tier', 'Tier')],
      deletedCustomFields: [field('vat', 'VAT number')],
    },
  },
});

const arrival = (id: string, createdAt: string, contactId = 'ann'): MockLink.MockedResponse => ({
  request: { query: ContactActivityConversationsDocument, variables: () => true },
  delay: 50,
  result: {
    data: {
      conversationChanged: {
        __typename: 'Conversation',
        id,
        createdAt,
        contact: { __typename: 'Contact', id: contactId },
      },
    },
  },
});

const silence = [ContactDetailsChangesDocument, ContactActivityConversationsDocument].map((query) => ({
  request: { query, variables: () => true },
  delay: Number.POSITIVE_INFINITY,
  maxUsageCount: Number.POSITIVE_INFINITY,
  result: { data: null },
}));

const renderActivity = (mocks: MockLink.MockedResponse[], permissions?: string[]) =>
  renderRoute({
    Component: Page,
    path: '/tenant/:tenantId/contacts/:contactId',
    url: '/tenant/acme/contacts/ann',
    mocks: [...mocks, ...silence],
    ...(permissions && { permissions }),
  });

const entries = async () => within(await screen.findByRole('list', { name: 'Activity' })).getAllByRole('listitem');

test('what happened is told in its order, with who did it, and a conversation can be opened', async () => {
  renderActivity([activity([noted('Likes tea'), started('talk', 'Delivery', 1), created])]);

  const [note, conversation, first] = await entries();

  expect(note).toHaveTextContent(/^Note.*You.*Likes tea$/);
  expect(conversation).toHaveTextContent('Conversation started');
  expect(screen.getByRole('link', { name: 'Delivery' })).toHaveAttribute(
    'href',
    '/tenant/acme/contacts/ann?conversation=talk',
  );
  expect(first).toHaveTextContent(/^Created/);
});

test('fields have the names that the company gave them, deleted ones too', async () => {
  renderActivity([
    activity([
      changed([
        ['email', 'old@acme.example', 'new@acme.example'],
        ['tier', null, 'Gold'],
        ['vat', 'DE 1', null],
        ['metadata.name', null, 'Annie'],
      ]),
    ]),
  ]);

  const names = (await screen.findAllByRole('term')).map(({ textContent }) => textContent);

  expect(names).toEqual(['Email:', 'Tier:', 'VAT number:', 'metadata.name:']);
  expect(screen.getByText('DE 1').tagName).toBe('DEL');
});

test('a conversation that was started elsewhere appears by itself', async () => {
  renderActivity([
    activity([started('talk', 'Delivery', 1), created]),
    arrival('new', '2026-11-20T09:03:00.000Z'),
    activity([started('new', 'Invoice', 3), started('talk', 'Delivery', 1), created]),
  ]);

  expect(await screen.findByRole('link', { name: 'Invoice' })).toBeVisible();
  expect(await entries()).toHaveLength(3);
});

test.each([
  ['another contact’s', arrival('new', '2026-11-20T09:03:00.000Z', 'ben')],
  ['one that is told already', arrival('talk', '2026-11-20T09:01:00.000Z')],
  ['one from before the oldest entry', arrival('old', '2026-11-19T09:00:00.000Z')],
])('for %s, nothing is read again', async (_which, event) => {
  let reads = 0;
  const counted = activity([started('talk', 'Delivery', 1), created]);
  renderActivity([
    {
      ...counted,
      maxUsageCount: 5,
      result: () => {
        reads += 1;
        return counted.result as object;
      },
    },
    event,
  ]);

  await entries();
  await new Promise((resolve) => setTimeout(resolve, 150));

  expect(reads).toBe(1);
});

test('older entries are read when they are asked for', async () => {
  renderActivity([activity([started('talk', 'Delivery', 1)], 'page-2'), activity([created], null, 'page-2')]);

  await userEvent.click(await screen.findByRole('button', { name: 'Load older' }));

  await waitFor(async () => expect(await entries()).toHaveLength(2));
  expect(screen.queryByRole('button', { name: 'Load older' })).not.toBeInTheDocument();
});

test('a note is written with Ctrl and Enter, and told at once', async () => {
  const added = {
    __typename: 'AddContactNotePayload',
    note: { __typename: 'ContactNote', id: 'note' },
    userErrors: [],
  };
  renderActivity([
    activity([created]),
    {
      request: {
        query: AddContactNoteDocument,
        variables: ({ input }) => input.contactId === 'ann' && input.content === 'Likes tea',
      },
      result: { data: { addContactNote: added } },
    },
    activity([noted('Likes tea'), created]),
  ]);

  const box = await screen.findByRole('textbox', { name: 'Note' });
  await userEvent.type(box, 'Likes tea{Control>}{Enter}{/Control}');

  await waitFor(async () => expect(await entries()).toHaveLength(2));
  expect(box).toHaveValue('');
});

test('whoever may only read writes no notes; what could not be loaded can be tried again', async () => {
  renderActivity(
    [
      { request: { query: ContactActivityDocument, variables: () => true }, error: new TypeError('Failed to fetch') },
      activity([created]),
    ],
    ['contacts:read'],
  );

  await userEvent.click(await screen.findByRole('button', { name: /Try again/ }));

  expect(await entries()).toHaveLength(1);
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
});
