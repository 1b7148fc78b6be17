import { request as httpRequest } from 'node:http';
import { WebSocket } from 'ws';
import { newTenant, query, send } from '../testing/new-tenant';
import { testApi } from '../testing/test-api';

interface Refusal {
  errors: [{ message: string; extensions: { code: string } }];
}

const post = async (body: string, headers: Record<string, string> = {}) =>
  fetch(`${(await testApi()).url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

/** `fetch` does not let a caller choose the Host header. */
async function statusForHost(host: string): Promise<number | undefined> {
  const { url } = await testApi();
  return new Promise((resolve, reject) => {
    httpRequest(`${url}/healthz`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

async function openSocket(origin: string | undefined): Promise<'open' | number> {
  const { url } = await testApi();
  return new Promise((resolve) => {
    const socket = new WebSocket(
      `${url.replace('http', 'ws')}/graphql`,
      'graphql-transport-ws',
      origin ? { origin } : {},
    );
    socket.on('open', () => {
      socket.close();
      resolve('open');
    });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => undefined);
  });
}

test('the root says what is here and where', async () => {
  const { url } = await testApi();

  const answer = await fetch(url, { headers: { accept: 'application/json' } });

  expect(await answer.json()).toMatchObject({
    name: '@atrium/api',
    version: expect.stringMatching(/^\d+\./),
    status: 'ok',
    graphql: '/graphql',
  });
});

test('a browser at the root is sent to the playground', async () => {
  const { url } = await testApi();

  const answer = await fetch(url, { headers: { accept: 'text/html,*/*' }, redirect: 'manual' });

  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/graphql']);
});

test.each(['/healthz', '/readyz'])('%s answers 200 while all is well', async (path) => {
  const { url } = await testApi();

  expect((await fetch(`${url}${path}`)).status).toBe(200);
});

test('/metrics counts operations and open tenants', async () => {
  const tenant = await newTenant();
  await tenant.query('{ currentTenant { id } }');

  const text = await (await fetch(`${tenant.api.url}/metrics`)).text();

  expect(text).toMatch(/atrium_graphql_operation_duration_seconds_count\{operation="query",outcome="ok"\} [1-9]/);
  expect(text).toMatch(/atrium_tenant_data_sources_open [1-9]/);
});

test.each([
  ['broken JSON', '{"query": ', 400],
  ['a body of 300 KB', JSON.stringify({ query: `{ viewer { id } } #${'x'.repeat(300_000)}` }), 413],
  ['a prototype key', '{"query": "{ viewer { id } }", "__proto__": {"a": 1}}', 400],
  ['3,000 levels of nesting', JSON.stringify({ query: `${'{ a '.repeat(3_000)}${'}'.repeat(3_000)}` }), 200],
])('%s is refused in the shape of GraphQL, without a stack', async (_what, body, status) => {
  const answer = await post(body);
  const text = await answer.text();

  expect(answer.status).toBe(status);
  expect(JSON.parse(text).errors[0].message).toEqual(expect.any(String));
  expect(text).not.toMatch(/\bat .*\.[jt]s:\d+|stacktrace|Maximum call stack/);
});

test('an unknown path answers 404 as JSON', async () => {
  const { url } = await testApi();

  const answer = await fetch(`${url}/nothing/here`);

  expect([answer.status, ((await answer.json()) as Refusal).errors[0].extensions.code]).toEqual([404, 'NOT_FOUND']);
});

test('a page of a listed origin may read answers, of another one not', async () => {
  const listed = await post('{"query":"{ viewer { id } }"}', { origin: 'https://crm.example' });
  const other = await post('{"query":"{ viewer { id } }"}', { origin: 'https://evil.example' });

  expect(listed.headers.get('access-control-allow-origin')).toBe('https://crm.example');
  expect(other.headers.get('access-control-allow-origin')).toBeNull();
});

test.each([{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://evil.example' }])(
  'what a foreign page has a browser send is refused: %j',
  async (headers) => {
    const { url } = await testApi();

    const answer = await fetch(`${url}/graphql?query={viewer{id}}`, { headers: { accept: '*/*', ...headers } });

    expect(answer.status).toBe(403);
    expect(((await answer.json()) as Refusal).errors[0].message).toContain('CORS_ORIGINS');
  },
);

test('a program may send a query as a GET', async () => {
  const { url } = await testApi();

  const answer = await fetch(`${url}/graphql?query={viewer{name}}`);

  expect(await answer.json()).toMatchObject({ data: { viewer: { name: 'Local operator' } } });
});

test('a foreign host name does not reach the server on loopback', async () => {
  expect(await statusForHost('rebound.example')).toBe(421);
  expect(await statusForHost('localhost:3000')).toBe(200);
});

test('a socket opens for programs, for the own origin and for listed ones only', async () => {
  const { url } = await testApi();

  expect(await openSocket(undefined)).toBe('open');
  expect(await openSocket(url)).toBe('open');
  expect(await openSocket('https://crm.example')).toBe('open');
  expect(await openSocket('https://evil.example')).toBe(403);
});

test('introspection needs no tenant', async () => {
  const { __schema } = await query(await testApi(), '{ __schema { queryType { name } } }');

  expect(__schema.queryType.name).toBe('Query');
});

test('our own failure shows one sentence and the request’s id, never the reason', async () => {
  const tenant = await newTenant();
  const { registry } = tenant.api.app.tenancy;
  const failing = jest.spyOn(registry, 'listTenants').mockRejectedValueOnce(new Error('password=hunter2'));

  const { errors, status } = await send(tenant.api, '{ tenants { nodes { id } } }');

  expect(failing).toHaveBeenCalledTimes(1);
  expect(status).toBe(200);
  expect(errors).toEqual([
    expect.objectContaining({
      message: 'Internal server error',
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    }),
  ]);
});

test('a page of another site is refused whatever it accepts', async () => {
  const name = `Forged ${Date.now()}`;
  const document = `mutation { createTenant(input: { name: "${name}" }) { tenant { id } } }`;

  const answer = await post(JSON.stringify({ query: document }), {
    accept: 'text/html,*/*',
    origin: 'https://evil.example',
  });

  expect(answer.status).toBe(403);
  const { tenants } = await query(await testApi(), '{ tenants(first: 100) { nodes { name } } }');
  expect(tenants.nodes).not.toContainEqual({ name });
});

test('a persisted query is answered as the protocol says, so that clients send the document', async () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } };

  const answer = await post(JSON.stringify({ extensions }));

  const { errors } = (await answer.json()) as Refusal;
  expect(errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
});

test.each([
  ['9007199254740993', 'a whole number past 2^53'],
  ['1e400', 'a number past all doubles'],
  ['3.14159265358979323846', 'more decimals than a double has'],
])('%s in metadata is refused by its path: %s', async (number) => {
  const tenant = await newTenant();
  const document =
    'mutation ($metadata: JSONObject) { createContact(input: { name: "N", email: "n@contact.example", metadata: $metadata }) { userErrors { code field } } }';
  const inline = document.replace('($metadata: JSONObject)', '').replace('$metadata', `{ deep: [{ n: ${number} }] }`);
  const headers = { 'x-tenant-id': tenant.id };

  const variables = `{"metadata":{"deep":[{"n":${number}}]}}`;
  const asVariable = await post(`{"query":${JSON.stringify(document)},"variables":${variables}}`, headers);
  const asLiteral = await post(JSON.stringify({ query: inline }), headers);

  const refused = { userErrors: [{ code: 'INVALID', field: ['metadata', 'deep', '0', 'n'] }] };
  expect(await asVariable.json()).toMatchObject({ data: { createContact: refused } });
  expect(await asLiteral.json()).toMatchObject({ data: { createContact: refused } });
});

test('numbers that a double holds come back as they went in, however written', async () => {
  const tenant = await newTenant();
  const headers = { 'x-tenant-id': tenant.id };
  const document =
    'mutation ($metadata: JSONObject) { createContact(input: { name: "N", email: "n@contact.example", metadata: $metadata }) { contact { metadata } } }';

  const metadata = '{"a":9007199254740991,"b":-0.000000000000000000125,"c":1.50E+3,"d":0.30000000000000004,"e":[0,-1]}';
  const answer = await post(`{"query":${JSON.stringify(document)},"variables":{"metadata":${metadata}}}`, headers);

  const { data } = (await answer.json()) as { data: { createContact: { contact: { metadata: unknown } } } };
  expect(data.createContact.contact.metadata).toEqual(JSON.parse(metadata));
});

test.each(['2027-02-30T10:00:00Z', '2027-02-29T10:00:00Z', '2027-13-01T10:00:00Z', '2027-04-31T23:59:59+02:00'])(
  'the day of %s does not exist, and is refused',
  async (until) => {
    const tenant = await newTenant();
    const { conversationId: id } = await tenant.createContact();

    const { errors } = await tenant.send(
      'mutation ($input: SnoozeConversationInput!) { snoozeConversation(input: $input) { userErrors { code } } }',
      { input: { id, until } },
    );

    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  },
);

test('/readyz says what answers, and how many tenants are behind', async () => {
  const { url } = await testApi();

  const answer = await fetch(`${url}/readyz`);

  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    status: 'ok',
    database: 'ok',
    liveEvents: 'open',
    tenants: { behind: expect.any(Number), failed: expect.any(Number) },
  });
});

test('/metrics shows queues, refusals, deadlines and event lag without naming a tenant', async () => {
  const tenant = await newTenant();
  await tenant.createContact();

  const text = await (await fetch(`${tenant.api.url}/metrics`)).text();

  for (const name of [
    'atrium_queue_waiting{kind="lane"}',
    'atrium_queue_waiting{kind="pool"}',
    'atrium_queue_refused_total{kind="operation"}',
    'atrium_queue_wait_seconds_count{kind="connection"}',
    'atrium_database_statements_total{kind="lane"}',
    'atrium_database_deadlines_total',
    'atrium_event_lag_seconds',
  ]) {
    expect(text).toContain(`\n${name} `);
  }
  expect(text).not.toContain(tenant.slug);
  expect(text).not.toContain(tenant.id);
});
