import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { framesOf } from '../api/src/testing/server-sent-events';
import { credentials } from './calls';

/** An event as a reader got it. */
export interface Heard {
  cursor: string;
  type: string;
  /** Of the row that it is about. */
  id: string;
}

export interface Stream {
  url: string;
  tenantId: string;
  /** The last event that the reader has; null begins with the oldest. */
  after: string | null;
  /** Cuts the connection, whatever is under way on it. */
  signal: AbortSignal;
}

/** One connection: it ends, or throws, where it is cut or refused. */
export type Door = (stream: Stream) => AsyncIterable<Heard>;

const pollEveryMs = 50;
const pageSize = 100;

const fields = `cursor type __typename
  ... on MessageSent { messageId } ... on ConversationChanged { conversationId } ... on ContactChanged { contactId }`;

interface Selected {
  cursor: string;
  type: string;
  messageId?: string;
  conversationId?: string;
  contactId?: string;
}

const heardFrom = ({ cursor, type, messageId, conversationId, contactId }: Selected): Heard => ({
  cursor,
  type,
  id: messageId ?? conversationId ?? contactId ?? '',
});

/** `ws` ends a socket in order unless it is terminated, which is how a network ends it. */
function endingWith(signal: AbortSignal) {
  return class extends WebSocket {
    constructor(url: string, protocol: string) {
      super(url, protocol);
      this.on('error', () => undefined);
      if (signal.aborted) this.terminate();
      signal.addEventListener('abort', () => this.terminate(), { once: true });
    }
  };
}

export const beginning = Buffer.from('event 0').toString('base64url');

async function* overSocket({ url, tenantId, after, signal }: Stream): AsyncIterable<Heard> {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: endingWith(signal),
    connectionParams: { tenantId, ...credentials() },
    retryAttempts: 0,
  });
  const query = `subscription ($after: String) { tenantEvents(after: $after) { ${fields} } }`;
  try {
    const results = client.iterate<{ tenantEvents: Selected }>({ query, variables: { after: after ?? beginning } });
    for await (const { data, errors } of results) {
      if (!data) throw new Error(`expected an event, got ${JSON.stringify(errors)}`);
      yield heardFrom(data.tenantEvents);
    }
  } finally {
    client.terminate();
  }
}

async function* overServerSentEvents({ url, tenantId, after, signal }: Stream): AsyncIterable<Heard> {
  const response = await fetch(`${url}/events`, {
    headers: { ...credentials(), 'x-tenant-id': tenantId, 'last-event-id': after ?? beginning },
    signal,
  });
  if (!response.ok) throw new Error(`expected a stream, got HTTP ${response.status}`);
  for await (const { event, data } of framesOf(response)) {
    if (event === 'error') throw new Error(`expected an event, got ${data}`);
    const { cursor, type, id } = JSON.parse(data ?? '') as Heard;
    yield { cursor, type, id };
  }
}

async function* byPolling({ url, tenantId, after, signal }: Stream): AsyncIterable<Heard> {
  const query = `query ($after: String, $first: Int) {
    events(after: $after, first: $first) { nodes { ${fields} } pageInfo { hasNextPage } }
  }`;
  for (let last = after; ; ) {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-tenant-id': tenantId, ...credentials() },
      body: JSON.stringify({ query, variables: { after: last, first: pageSize } }),
      signal,
    });
    const { data, errors } = (await response.json()) as {
      data?: { events: { nodes: Selected[]; pageInfo: { hasNextPage: boolean } } };
      errors?: unknown;
    };
    if (!data) throw new Error(`expected a page, got ${JSON.stringify(errors)}`);
    for (const node of data.events.nodes) yield heardFrom(node);
    last = data.events.nodes.at(-1)?.cursor ?? last;
    if (!data.events.pageInfo.hasNextPage) await new Promise((resolve) => setTimeout(resolve, pollEveryMs));
  }
}

export const doors: Record<'WebSocket' | 'SSE' | 'polling', Door> = {
  WebSocket: overSocket,
  SSE: overServerSentEvents,
  polling: byPolling,
};
