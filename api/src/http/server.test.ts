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

  expect(await answer.json()).toEqual({ data: { viewer: { name: 'Local operator' } } });
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
