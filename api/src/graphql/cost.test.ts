import { newTenant, type TestTenant } from '../testing/new-tenant';
import { startTestApi, type TestApi } from '../testing/test-api';

let api: TestApi;
let tenant: TestTenant;
let other: TestTenant;

const page = '{ contacts(first: 20) { nodes { id } } }';

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes; a wrong one fails the test
type Body = any;

const answer = async (document: string, token: string, { id } = tenant) => {
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-tenant-id': id },
    body: JSON.stringify({ query: document }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
};

beforeEach(async () => {
  api = await startTestApi({ maxCost: { ofTenant: 100, ofCaller: 60 } });
  [tenant, other] = [await newTenant(undefined, api), await newTenant(undefined, api)];
});

afterEach(() => api.stop());

async function newKey(name: string): Promise<string> {
  const input = { tenantId: tenant.id, name, scopes: ['contacts:read', 'contacts:write'] };
  const document = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { token } }';
  return (await tenant.query(document, { input })).createApiKey.token;
}

test('every answer says what it cost, and what is left of the minute', async () => {
  const { body } = await answer(page, tenant.token);
  const { body: next } = await answer(page, tenant.token);

  const { requested, remaining, resetAt } = body.extensions.cost;
  expect(requested).toBeGreaterThanOrEqual(20);
  expect(next.extensions.cost.remaining).toBe(remaining - requested);
  expect(Date.parse(resetAt) - Date.now()).toBeGreaterThan(0);
  expect(Date.parse(resetAt) - Date.now()).toBeLessThanOrEqual(60_000);
});

test('a program that has asked for enough is told when to come again, and leaves its company something', async () => {
  const key = await newKey('Greedy');
  while ((await answer(page, key)).status === 200);

  const { status, headers, body } = await answer(page, key);
  const write = 'mutation { createContact(input: { name: "Late", email: "late@contact.example" }) { contact { id } } }';
  const refused = await answer(write, key);

  expect(status).toBe(429);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(body.errors[0].extensions).toMatchObject({ code: 'TOO_MANY_REQUESTS', cost: { remaining: 0 } });
  expect(body.errors[0].extensions.retryAfterMs).toBeGreaterThan(0);
  expect(refused.status).toBe(429);
  expect((await answer('{ contacts(first: 1) { totalCount } }', tenant.token)).body.data.contacts.totalCount).toBe(0);
});

test('many programs of one company share its minute, and no other company feels it', async () => {
  const keys = [await newKey('One'), await newKey('Two'), await newKey('Three')];
  for (const key of keys) while ((await answer(page, key)).status === 200);

  expect((await answer(page, tenant.token)).status).toBe(429);
  expect((await answer(page, other.token, other)).status).toBe(200);
});

test('what is asked for on a socket counts, and is refused there as well', async () => {
  const document = `query { ${Array.from({ length: 2 }, (_, i) => `c${i}: contacts(first: 20) { nodes { id } }`).join(' ')} }`;
  const first = await tenant.subscribe(document);
  const answered = await first.next();
  await first.close();
  const second = await tenant.subscribe(document);

  expect(answered).toEqual({ c0: { nodes: [] }, c1: { nodes: [] } });
  await expect(second.next()).rejects.toThrow('TOO_MANY_REQUESTS');
  await second.close();
});
