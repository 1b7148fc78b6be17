import { webOperation } from '../web-operations';
import { type Answer, type Contender, postJson } from './contender';
import type { Ask, WorkloadKey } from './workloads';

const documents: Record<WorkloadKey, string> = {
  contact: `query Contact($id: ID!) {
    contact(id: $id) { id name email phone company position source lastActivityAt createdAt }
  }`,
  list: webOperation('ContactList'),
  conversation: webOperation('Thread'),
  inbox: `query Inbox {
    conversations(first: 20) {
      nodes {
        id subject status lastMessageAt
        contact { id name email company }
        messages(last: 10) { nodes { id number senderType content createdAt } }
      }
    }
  }`,
  send: webOperation('SendMessage'),
  create: webOperation('CreateContact'),
  search: webOperation('ContactList'),
  dashboard: webOperation('Dashboard'),
};

const orderBy = { field: 'LAST_ACTIVITY_AT', direction: 'DESC' };

const variablesOf: Record<WorkloadKey, (ask: Ask) => object> = {
  contact: ({ id }) => ({ id }),
  list: () => ({ search: null, filter: null, orderBy }),
  conversation: ({ id }) => ({ id }),
  inbox: () => ({}),
  send: ({ id, content, key }) => ({ input: { conversationId: id, content, idempotencyKey: key } }),
  create: ({ name, email, phone }) => ({ input: { name, email, phone, company: 'Company 42', source: 'Referral' } }),
  search: ({ search }) => ({ search, filter: null, orderBy }),
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
