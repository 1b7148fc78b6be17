import { serverAudits } from 'graphql-http';
import { closedApi, createKey, inTenant, newPerson } from '../testing/people';

let headers: Record<string, string>;

beforeAll(async () => {
  const owner = await newPerson('Audited');
  const input = { tenantId: owner.tenantId, name: 'Audit', scopes: ['contacts:read'] };
  const { data } = await owner.send(createKey, { input });
  headers = { authorization: `Bearer ${data.createApiKey.token}`, ...inTenant(owner.tenantId) };
});

/** As a program with a key, in a tenant. */
const fetchFn = (url: string, init: RequestInit = {}): Promise<Response> =>
  fetch(url, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), ...headers } });

const audits = serverAudits({ url: async () => `${(await closedApi()).url}/graphql`, fetchFn });

test('the audit suite has its 61 audits', () => {
  expect(audits).toHaveLength(61);
});

test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
  const result = await audit.fn();

  expect(result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`).toBe('ok');
});
