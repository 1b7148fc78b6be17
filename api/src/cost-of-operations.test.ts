import { newTenant, type TestTenant } from './testing/new-tenant';
import { trafficOf } from './testing/traffic';

interface World {
  tenant: TestTenant;
  contactId: string;
  conversationId: string;
  otherConversationId: string;
  /** Another one at each call. */
  n: number;
}

interface Case {
  what: string;
  document: string;
  variables(world: World): Record<string, unknown>;
  statements: number;
  roundTrips: number;
  rows: number;
}

const contactFields = 'id name email phone company position source lastActivityAt createdAt';
const list = `query ($search: String) {
  contacts(search: $search, first: 25, orderBy: { field: LAST_ACTIVITY_AT, direction: DESC }) {
    nodes { ${contactFields} recentConversations: conversations(first: 3) { nodes { id status } } }
    totalCount(atMost: 1000) pageInfo { hasNextPage endCursor }
  }
}`;
const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString();

/** The operations that people wait for, each with what it costs today. Where one gets better, its line does. */
const cases: Case[] = [
  {
    what: 'a contact',
    document: `query ($id: ID!) { contact(id: $id) { ${contactFields} } }`,
    variables: ({ contactId }) => ({ id: contactId }),
    statements: 1,
    roundTrips: 1,
    rows: 1,
  },
  { what: 'the contact list', document: list, variables: () => ({}), statements: 1, roundTrips: 1, rows: 1 },
  {
    what: 'a search',
    document: list,
    variables: () => ({ search: 'example' }),
    statements: 1,
    roundTrips: 1,
    rows: 1,
  },
  {
    what: 'a thread',
    document: `query ($id: ID!) { conversation(id: $id) {
      id subject status contact { id name } messages(last: 50) { nodes { id number senderType content createdAt } pageInfo { hasPreviousPage startCursor } }
    } }`,
    variables: ({ conversationId }) => ({ id: conversationId }),
    statements: 1,
    roundTrips: 1,
    rows: 1,
  },
  {
    what: 'the inbox with contacts and messages',
    document: `{ conversations(first: 20) { nodes {
      id subject status lastMessageAt contact { id name email company } messages(last: 10) { nodes { id number content createdAt } }
    } } }`,
    variables: () => ({}),
    statements: 1,
    roundTrips: 1,
    rows: 1,
  },
  {
    what: 'the dashboard',
    document: `{
      currentTenant { stats { contactCount conversationCount activeConversationCount messageCount messagesPerDay { date count } } }
      contacts(first: 5, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { id name } }
      conversations(first: 5) { nodes { id subject contact { name } lastMessage { content } } }
    }`,
    variables: () => ({}),
    statements: 1,
    roundTrips: 1,
    rows: 1,
  },
  {
    what: 'sending a message with a key',
    document: `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id number createdAt } userErrors { code } } }`,
    variables: ({ conversationId, n }) => ({ input: { conversationId, content: 'Hello', idempotencyKey: `key ${n}` } }),
    statements: 6,
    roundTrips: 1,
    rows: 3,
  },
  {
    what: 'creating a contact',
    document: `mutation ($input: CreateContactInput!) { createContact(input: $input) { contact { id name } conversation { id } userErrors { code } } }`,
    variables: ({ n }) => ({ input: { name: `Bob ${n}`, email: `bob-${n}@contact.example` } }),
    statements: 5,
    roundTrips: 1,
    rows: 3,
  },
  {
    what: 'closing a conversation',
    document: `mutation ($id: ID!) { closeConversation(input: { id: $id }) { conversation { id status } userErrors { code } } }`,
    // The first of the two runs makes ready for the second, which changes something again.
    variables: ({ n, conversationId, otherConversationId }) => ({ id: n % 2 ? conversationId : otherConversationId }),
    statements: 6,
    roundTrips: 3,
    rows: 4,
  },
  {
    what: 'snoozing a conversation',
    document: `mutation ($id: ID!, $until: DateTimeISO!) { snoozeConversation(input: { id: $id, until: $until }) { conversation { id status } userErrors { code } } }`,
    variables: ({ conversationId }) => ({ id: conversationId, until: inAWeek() }),
    statements: 6,
    roundTrips: 3,
    rows: 4,
  },
];

test.each(cases)('$what takes $statements statements, $roundTrips round trips and $rows rows', async (each) => {
  const tenant = await newTenant();
  const ann = await tenant.createContact();
  const { conversationId: otherConversationId } = await tenant.createContact();
  for (const text of ['One', 'Two', 'Three']) await tenant.sendMessage(ann.conversationId, text);
  const world = { tenant, contactId: ann.id, conversationId: ann.conversationId, otherConversationId };
  const run = (n: number) => tenant.query(each.document, each.variables({ ...world, n }));
  // Whoever writes for the first time is written down first.
  await run(0);

  const traffic = await trafficOf(tenant, () => run(1));

  const { statements, roundTrips, rows } = each;
  expect(traffic).toEqual({ statements, roundTrips, rows });
});
