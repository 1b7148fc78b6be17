import { type Answer, type Contender, postJson } from './contender';
import type { Ask, WorkloadKey } from './workloads';

const row = `
  lastActivityAt
  contact: contactByContactId {
    id name email phone metadata createdAt
    recentConversations: conversationsByContactId(first: 3, orderBy: [CREATED_AT_DESC, ID_DESC]) { nodes { id status } }
  }`;
const lastWords = `messagesByConversationId(first: 1, orderBy: NUMBER_DESC) { nodes { id content senderType author { id name } } }`;

const documents: Record<WorkloadKey, string> = {
  contact: `query ($id: UUID!) {
    contact: contactById(id: $id) {
      id name email phone metadata createdAt activity: contactActivityByContactId { lastActivityAt }
    }
  }`,
  list: `query {
    page: allContactActivities(first: 25, orderBy: [LAST_ACTIVITY_AT_DESC, CONTACT_ID_DESC]) {
      nodes { ${row} } pageInfo { hasNextPage endCursor }
    }
    totalCount: contactsUpTo(atMost: 1000)
  }`,
  conversation: `query ($id: UUID!) {
    conversation: conversationById(id: $id) {
      id createdAt subject status snoozedUntil
      contact: contactByContactId { id name }
      messages: messagesByConversationId(last: 50, orderBy: NUMBER_ASC) {
        nodes { id number senderType content createdAt author { id name } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  }`,
  inbox: `query {
    conversations: inbox(first: 20) {
      nodes {
        id subject status lastMessageAt
        contact: contactByContactId { id name email metadata }
        messages: messagesByConversationId(last: 10, orderBy: NUMBER_ASC) { nodes { id number senderType content createdAt } }
      }
    }
  }`,
  desk: `query ($reader: UUID!) {
    conversations: deskInbox(first: 25) {
      nodes {
        id subject status lastMessageAt waitingSince messageCount
        reads: conversationReadsByConversationId(condition: { readerId: $reader }) { nodes { number } }
        contact: contactByContactId { id name }
        assignee { id name }
        labels: conversationLabelsByConversationId { nodes { label: labelByLabelId { id name } } }
        ${lastWords}
      }
    }
  }`,
  send: `mutation ($id: UUID!, $content: String!, $key: String!) {
    sayIn(input: { conversationId: $id, content: $content, key: $key, hash: "hash" }) {
      message {
        id number senderType content createdAt author { id name }
        conversation: conversationByConversationId { id subject status snoozedUntil createdAt lastMessageAt ${lastWords} }
      }
    }
  }`,
  create: `mutation ($name: String!, $email: String!, $phone: String!) {
    addContact(input: { name: $name, email: $email, phone: $phone }) {
      contact {
        id name email phone metadata createdAt createdBy: creator { id name } updatedAt
        conversationsByContactId(first: 1) { nodes { id } }
      }
    }
  }`,
  search: `query ($search: String!) {
    page: searchContacts(word: $search, first: 25) { nodes { ${row} } pageInfo { hasNextPage endCursor } }
    totalCount: matchesUpTo(word: $search, atMost: 1000)
  }`,
  dashboard: `query {
    contactCount: allContacts { totalCount }
    conversationCount: allConversations { totalCount }
    activeCount: allConversations(condition: { status: "active" }) { totalCount }
    messageCount
    messagesPerDay { nodes { date count } }
    contacts: allContacts(first: 5, orderBy: [CREATED_AT_DESC, ID_DESC]) { nodes { id name email phone metadata createdAt } }
    conversations: inbox(first: 5) {
      nodes { id subject status createdAt lastMessageAt contact: contactByContactId { id name } snoozedUntil ${lastWords} }
    }
  }`,
};

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name);

const named = ['company', 'position', 'source'];

/** Company, position and source are fields of their own; `keep` says whether the further keys are asked for. */
function contactFrom({ metadata, ...contact }: Answer, keep: readonly string[], hasMetadata = false): Answer {
  const further = Object.fromEntries(Object.entries(metadata).filter(([key]) => !named.includes(key)));
  return {
    ...contact,
    ...Object.fromEntries(keep.map((key) => [key, metadata[key] ?? null])),
    ...(hasMetadata && { metadata: further }),
  };
}

const listFrom = ({ page, totalCount }: Answer): Answer => ({
  contacts: {
    nodes: page.nodes.map(({ contact, lastActivityAt }: Answer) => ({
      ...contactFrom(contact, named),
      lastActivityAt,
    })),
    pageInfo: page.pageInfo,
    totalCount,
  },
});

const withLastWords = ({ messagesByConversationId, ...conversation }: Answer): Answer => ({
  ...conversation,
  lastMessage: messagesByConversationId.nodes[0] ?? null,
});

const formOf: Record<WorkloadKey, (data: Answer) => Answer> = {
  contact({ contact: { activity, ...contact } }) {
    return { contact: { ...contactFrom(contact, named), ...activity } };
  },
  list: listFrom,
  search: listFrom,
  conversation: (data) => data,
  inbox: ({ conversations }) => ({
    conversations: {
      nodes: conversations.nodes.map(({ contact, ...conversation }: Answer) => ({
        ...conversation,
        contact: contactFrom(contact, ['company']),
      })),
    },
  }),
  desk: ({ conversations }) => ({
    conversations: {
      nodes: conversations.nodes.map(({ labels, reads, messageCount, ...conversation }: Answer) => ({
        ...withLastWords(conversation),
        unreadCount: messageCount - (reads.nodes[0]?.number ?? 0),
        labels: labels.nodes.map(({ label }: Answer) => label).sort(byName),
      })),
    },
  }),
  send({ sayIn }) {
    const { conversation, ...message } = sayIn.message;
    return { message, conversation: withLastWords(conversation), userErrors: [] };
  },
  create({ addContact }) {
    const { conversationsByContactId, ...contact } = addContact.contact;
    const [conversation] = conversationsByContactId.nodes;
    return { contact: contactFrom(contact, named, true), conversation, userErrors: [] };
  },
  dashboard: (data) => ({
    currentTenant: {
      stats: {
        contactCount: data.contactCount.totalCount,
        conversationCount: data.conversationCount.totalCount,
        activeConversationCount: data.activeCount.totalCount,
        messageCount: data.messageCount,
        messagesPerDay: data.messagesPerDay.nodes,
      },
    },
    contacts: { nodes: data.contacts.nodes.map((contact: Answer) => contactFrom(contact, ['company'])) },
    conversations: { nodes: data.conversations.nodes.map(withLastWords) },
  }),
};

const variablesOf = ({ id, search, content, key, name, email, phone }: Ask): Ask =>
  JSON.parse(JSON.stringify({ id, search, content, key, name, email, phone }));

/** With the tenant's role in each request. */
export const postGraphile: Contender = {
  name: 'PostGraphile',
  program: '../rivals/serve-postgraphile.mjs',
  readyPath: '/graphql',
  requestOf: ({ actorId }, workload, ask) =>
    postJson('/graphql', {
      query: documents[workload],
      variables: { ...variablesOf(ask), ...(workload === 'desk' && { reader: actorId }) },
    }),
  dataOf(workload, { data, errors }: Answer) {
    if (errors) throw new Error(`expected data, got ${JSON.stringify(errors)}`);
    return formOf[workload](data);
  },
};
