import { type Answer, type Contender, postJson } from './contender';
import type { Ask, WorkloadKey } from './workloads';

const lastWords = 'lastMessage { id content senderType author { id name } }';

const list = `query ContactList($search: String, $orderBy: ContactOrder) {
  contacts(search: $search, orderBy: $orderBy, first: 25) {
    nodes {
      id name email phone company position source lastActivityAt createdAt
      recentConversations: conversations(first: 3) { nodes { id status } }
    }
    pageInfo { hasNextPage endCursor }
    totalCount(atMost: 1000)
  }
}`;

/** Pages as the web client had them when the comparison began: what it asks for since then changes nothing of the figures before. */
const documents: Record<WorkloadKey, string> = {
  contact: `query Contact($id: ID!) {
    contact(id: $id) { id name email phone company position source lastActivityAt createdAt }
  }`,
  list,
  conversation: `query Thread($id: ID!) {
    conversation(id: $id) {
      id createdAt subject status snoozedUntil
      contact { id name }
      messages(last: 50) {
        nodes { id number senderType content createdAt author { id name } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  }`,
  inbox: `query Inbox {
    conversations(first: 20) {
      nodes {
        id subject status lastMessageAt
        contact { id name email company }
        messages(last: 10) { nodes { id number senderType content createdAt } }
      }
    }
  }`,
  desk: `query Desk {
    conversations(filter: { status: [ACTIVE] }, first: 25) {
      nodes {
        id subject status lastMessageAt waitingSince unreadCount
        contact { id name }
        assignee { id name }
        labels { id name }
        ${lastWords}
      }
    }
  }`,
  send: `mutation SendMessage($input: SendMessageInput!) {
    sendMessage(input: $input) {
      message { id number senderType content createdAt author { id name } }
      conversation { id subject status snoozedUntil createdAt lastMessageAt ${lastWords} }
      userErrors { code field message }
    }
  }`,
  create: `mutation CreateContact($input: CreateContactInput!) {
    createContact(input: $input) {
      contact { id name email phone company position source metadata createdAt createdBy { id name } updatedAt }
      conversation { id }
      userErrors { code field message }
    }
  }`,
  search: list,
  dashboard: `query Dashboard {
    currentTenant {
      id name createdAt
      stats {
        contactCount conversationCount activeConversationCount messageCount
        messagesPerDay(days: 14) { date count }
      }
    }
    contacts(first: 5, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { id name email phone company createdAt } }
    conversations(first: 5, orderBy: { field: LAST_MESSAGE_AT, direction: DESC }) {
      nodes { id subject status createdAt lastMessageAt contact { id name } snoozedUntil ${lastWords} }
    }
  }`,
};

const orderBy = { field: 'LAST_ACTIVITY_AT', direction: 'DESC' };

const variablesOf: Record<WorkloadKey, (ask: Ask) => object> = {
  contact: ({ id }) => ({ id }),
  list: () => ({ search: null, orderBy }),
  conversation: ({ id }) => ({ id }),
  inbox: () => ({}),
  desk: () => ({}),
  send: ({ id, content, key }) => ({ input: { conversationId: id, content, idempotencyKey: key } }),
  create: ({ name, email, phone }) => ({ input: { name, email, phone, company: 'Company 42', source: 'Referral' } }),
  search: ({ search }) => ({ search, orderBy }),
  dashboard: () => ({}),
};

/** The program as it is deployed: only the limits of cost are raised, which no load of a bench would be below. */
export const atrium: Contender = {
  name: 'Atrium',
  program: 'serve-atrium.ts',
  readyPath: '/readyz',
  requestOf: ({ token, tenantId }, workload, ask) =>
    postJson(
      '/graphql',
      { query: documents[workload], variables: variablesOf[workload](ask) },
      { authorization: `Bearer ${token}`, 'x-tenant-id': tenantId },
    ),
  dataOf(workload, { data, errors }: Answer) {
    if (errors) throw new Error(`expected data, got ${JSON.stringify(errors)}`);
    if (workload === 'send') return data.sendMessage;
    if (workload === 'create') return data.createContact;
    if (workload !== 'dashboard') return data;
    // Who the tenant is comes from the registry, which the others do not have.
    const { stats } = data.currentTenant;
    return { ...data, currentTenant: { stats } };
  },
};
