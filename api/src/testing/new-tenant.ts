import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { hashOf, newToken } from '../access/token';
import { type TestApi, testApi } from './test-api';

export interface Answer<Data> {
  status: number;
  data: Data | null | undefined;
  errors: { message: string; path?: (string | number)[]; extensions: { code: string } }[] | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes; a wrong one fails the test
type Data = any;

/** Sends one operation over HTTP, as a program would. */
export async function send(
  api: TestApi,
  document: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Answer<Data>> {
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify({ query: document, variables }),
  });
  const body = (await response.json()) as Omit<Answer<Data>, 'status'>;
  return { status: response.status, data: body.data, errors: body.errors };
}

/** Like `send`, for operations that are expected to succeed: errors fail the test with their message. */
export async function query(
  api: TestApi,
  document: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Data> {
  const { data, errors } = await send(api, document, variables, headers);
  if (errors) throw new Error(`expected data, got ${JSON.stringify(errors)}`);
  return data;
}

/** A company of the test's own, reached through the real door. */
export class TestTenant {
  constructor(
    readonly api: TestApi,
    readonly id: string,
    readonly slug: string,
    readonly schemaName: string,
    /** Of the session of the company's owner. */
    readonly token: string,
  ) {}

  private get headers(): Record<string, string> {
    return { 'x-tenant-id': this.id, authorization: `Bearer ${this.token}` };
  }

  send(document: string, variables: Record<string, unknown> = {}): Promise<Answer<Data>> {
    return send(this.api, document, variables, this.headers);
  }

  query(document: string, variables: Record<string, unknown> = {}): Promise<Data> {
    return query(this.api, document, variables, this.headers);
  }

  /** With its first conversation. */
  async createContact(input: Record<string, unknown> = {}): Promise<{ id: string; conversationId: string }> {
    const { createContact } = await this.query(
      `mutation ($input: CreateContactInput!) {
         createContact(input: $input) { contact { id } conversation { id } userErrors { code field message } }
       }`,
      { input: { name: 'Ann Example', email: `ann-${randomUUID()}@contact.example`, ...input } },
    );
    if (!createContact.contact) throw new Error(`expected a contact, got ${JSON.stringify(createContact.userErrors)}`);
    return { id: createContact.contact.id, conversationId: createContact.conversation.id };
  }

  async sendMessage(
    conversationId: string,
    content: string,
    more: Record<string, unknown> = {},
  ): Promise<{ id: string; number: number }> {
    const { sendMessage } = await this.query(
      `mutation ($input: SendMessageInput!) {
         sendMessage(input: $input) { message { id number } userErrors { code field message } }
       }`,
      { input: { conversationId, content, ...more } },
    );
    if (!sendMessage.message) throw new Error(`expected a message, got ${JSON.stringify(sendMessage.userErrors)}`);
    return sendMessage.message;
  }

  /** Opens a socket of its own; resolves when the server listens, or has refused. End it with `close`. */
  async subscribe(
    document: string,
    variables: Record<string, unknown> = {},
    api: TestApi = this.api,
  ): Promise<TestSubscription> {
    const client = createClient({
      url: `${api.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: this.headers,
      lazy: false,
      retryAttempts: 0,
      onNonLazyError: () => undefined,
    });
    const before = api.app.live.subscriberCount;
    const events = client.iterate({ query: document, variables });
    await new Promise<void>((acknowledged, failed) => {
      client.on('connected', () => acknowledged());
      client.on('closed', (event) => failed(new Error(`expected an open socket, got ${JSON.stringify(event)}`)));
    });
    // The server starts to listen some time after the acknowledgement, when it has read the subscription and opened the tenant.
    const first = events.next();
    let isRefused = false;
    first.catch(() => undefined).finally(() => (isRefused = true));
    while (api.app.live.subscriberCount === before && !isRefused)
      await new Promise((resolve) => setTimeout(resolve, 5));
    return new TestSubscription(first, events, () => client.dispose());
  }
}

export class TestSubscription {
  private waiting: Promise<IteratorResult<Data>> | null;

  constructor(
    first: Promise<IteratorResult<Data>>,
    private readonly events: AsyncIterableIterator<Data>,
    private readonly dispose: () => void | Promise<void>,
  ) {
    this.waiting = first;
  }

  /** The next event's data; fails after ten seconds without one. */
  async next(): Promise<Data> {
    const coming = this.waiting ?? this.events.next();
    this.waiting = null;
    const late = new Promise<never>((_, fail) => {
      setTimeout(() => fail(new Error('expected an event within ten seconds')), 10_000).unref();
    });
    const { value } = await Promise.race([coming, late]);
    if (value.errors) throw new Error(`expected an event, got ${JSON.stringify(value.errors)}`);
    return value.data;
  }

  /** Whether nothing arrives for the given time. */
  async isQuietFor(ms: number): Promise<boolean> {
    this.waiting ??= this.events.next();
    const quiet = new Promise<boolean>((resolve) => setTimeout(() => resolve(true), ms));
    return Promise.race([quiet, this.waiting.then(() => false)]);
  }

  async close(): Promise<void> {
    await this.dispose();
  }
}

/** Registers a company through the API. The name is random unless it matters to the test. */
export async function newTenant(name = `Company ${randomUUID().slice(0, 8)}`, api?: TestApi): Promise<TestTenant> {
  const on = api ?? (await testApi());
  const token = await newSession(on);
  const { createTenant } = await query(
    on,
    `mutation ($input: CreateTenantInput!) {
       createTenant(input: $input) { tenant { id slug schema { name } } userErrors { code field message } }
     }`,
    { input: { name } },
    { authorization: `Bearer ${token}` },
  );
  if (!createTenant.tenant) throw new Error(`expected a tenant, got ${JSON.stringify(createTenant.userErrors)}`);
  const { id, slug, schema } = createTenant.tenant;
  return new TestTenant(on, id, slug, schema.name, token);
}

/** Of a new account, behind the API's back: a password's hash takes longer than most tests. */
export async function newSession({ app }: TestApi): Promise<string> {
  const { budget } = app.tenancy;
  const [id, token] = [randomUUID(), newToken('session')];
  const email = `${id}@people.example`;
  await budget.query('insert into public.accounts (id, email, email_key, name) values ($1, $2, $2, $3)', [
    id,
    email,
    'Olive Owner',
  ]);
  await budget.query(
    `insert into public.sessions (id, token_hash, account_id, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
    [randomUUID(), hashOf(token), id],
  );
  return token;
}
