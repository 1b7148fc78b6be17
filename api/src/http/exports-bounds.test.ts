import http, { type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, entriesOf, fill } from '../testing/exports';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { closedApi, createKey, newMember, newPerson } from '../testing/people';
import { behindTheApi, startTestApi, type TestApi } from '../testing/test-api';

/** A reader that takes the head of the answer and nothing more, until it is told to. */
function openReader(tenant: TestTenant, api: TestApi = tenant.api): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { 'x-tenant-id': tenant.id, authorization: `Bearer ${tenant.token}` };
    http
      .get(`${api.url}/export/contacts?format=jsonl`, { agent: false, headers }, (answer) => {
        answer.on('error', () => undefined);
        resolve(answer.pause());
      })
      .on('error', reject);
  });
}

test('nobody takes a file of a company that is not theirs, or without the right to read its contacts', async () => {
  const { url } = await closedApi();
  const [ann, eve] = [await newPerson('Able'), await newPerson('Elsewhere')];
  const viewer = await newMember(ann, 'VIEWER');
  const keyFor = async (scopes: string[]) =>
    (await ann.send(createKey, { input: { tenantId: ann.tenantId, name: 'Key', scopes } })).data.createApiKey.token;
  await ann.send(
    'mutation { createContact(input: { name: "Cay", email: "cay@contact.example" }) { contact { id } } }',
    {},
    {
      'x-tenant-id': ann.tenantId,
    },
  );
  await eve.send(
    'mutation { createContact(input: { name: "Own", email: "own@contact.example" }) { contact { id } } }',
    {},
    {
      'x-tenant-id': eve.tenantId,
    },
  );
  const as = async (token: string | null, tenantId: string | null = ann.tenantId) => {
    const answer = await fetch(`${url}/export/contacts?format=jsonl`, {
      headers: { ...(token && { authorization: `Bearer ${token}` }), ...(tenantId && { 'x-tenant-id': tenantId }) },
    });
    const body = await answer.text();
    if (answer.ok)
      return [
        200,
        body
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line).name),
      ];
    return [answer.status, JSON.parse(body).errors[0].extensions.code];
  };

  expect(await as(viewer.token)).toEqual([200, ['Cay']]);
  expect(await as(await keyFor(['contacts:read']))).toEqual([200, ['Cay']]);
  expect(await as(eve.token, eve.tenantId)).toEqual([200, ['Own']]);
  expect(await as(await keyFor(['conversations:read']))).toEqual([403, 'FORBIDDEN']);
  expect(await as(eve.token)).toEqual([404, 'TENANT_NOT_FOUND']);
  expect(await as(ann.token, 'nobody')).toEqual([404, 'TENANT_NOT_FOUND']);
  expect(await as(ann.token, null)).toEqual([400, 'TENANT_REQUIRED']);
  expect(await as(null)).toEqual([401, 'UNAUTHENTICATED']);
  expect(await as('atrium_key_none')).toEqual([401, 'UNAUTHENTICATED']);
});

test('a company has two exports at a time, and a place again when a reader goes away', async () => {
  const tenant = await newTenant();
  await fill(tenant, 30_000);
  const readers = [await openReader(tenant), await openReader(tenant)];

  const third = await ask(tenant, { format: 'csv' });
  const other = await newTenant();
  const others = await ask(other, { format: 'csv' });
  readers[0]?.destroy();
  let again = third;
  for (let i = 0; i < 100 && again.status === 429; i += 1) {
    await sleep(20);
    again = await ask(tenant, { format: 'csv', search: 'nobody' });
  }
  readers[1]?.destroy();

  expect(third.status).toBe(429);
  expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await third.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_REQUESTS' } }] });
  expect(others.status).toBe(200);
  expect(again.status).toBe(200);
  const [partial] = await entriesOf(tenant);
  expect(partial?.target).toMatch(/^\d+ as JSON lines, and ended before the last$/);
  expect(Number.parseInt(partial?.target ?? '', 10)).toBeLessThan(30_000);
});

test.each<[string, object]>([
  ['an account', { ofAccount: 1 }],
  ['a process', { ofProcess: 1 }],
])('%s has only so many exports at a time', async (_whose, exportLimits) => {
  const api = await startTestApi({ exportLimits });
  const tenant = await newTenant(undefined, api);
  await fill(tenant, 30_000);
  const reader = await openReader(tenant);

  const second = await ask(tenant, { format: 'csv' });
  reader.destroy();

  expect(second.status).toBe(429);
  await api.stop();
});

/** Whether the answer came to its end. */
const isWhole = async (reader: IncomingMessage): Promise<boolean> => {
  await text(reader).catch(() => undefined);
  return reader.complete;
};

test.each<[string, object]>([
  ['takes nothing', { takeWithinMs: 200 }],
  ['takes too long', { endWithinMs: 200 }],
])('a reader that %s is sent away, and has no whole file', async (_what, exportLimits) => {
  const api = await startTestApi({ exportLimits });
  const tenant = await newTenant(undefined, api);
  await fill(tenant, 30_000);
  const reader = await openReader(tenant);
  const entries = await entriesWithin(tenant, 5_000);

  expect(entries).toMatchObject([{ target: expect.stringContaining('ended before the last') }]);
  expect(await isWhole(reader)).toBe(false);
  await api.stop();
});

async function entriesWithin(tenant: TestTenant, ms: number) {
  for (const until = Date.now() + ms; Date.now() < until; await sleep(20)) {
    const entries = await entriesOf(tenant);
    if (entries.length > 0) return entries;
  }
  return [];
}

test('a failure on the way ends the connection, so that no part looks like the whole', async () => {
  const api = await startTestApi();
  const tenant = await newTenant(undefined, api);
  await fill(tenant, 30_000);
  const reader = await openReader(tenant);

  await behindTheApi(`alter table "${tenant.schemaName}".contacts rename to gone`);

  expect(await isWhole(reader)).toBe(false);
  expect(await entriesWithin(tenant, 5_000)).toHaveLength(1);
  await api.stop();
});

test('a failure before the first line is answered as such', async () => {
  const api = await startTestApi();
  const tenant = await newTenant(undefined, api);
  await behindTheApi(`alter table "${tenant.schemaName}".contacts rename to gone`);

  const answer = await ask(tenant, { format: 'csv' });

  expect(answer.status).toBe(500);
  expect(await answer.json()).toMatchObject({
    errors: [{ message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
  });
  expect(await entriesOf(tenant)).toEqual([]);
  await api.stop();
});

test('an export of a company that is suspended ends in the middle', async () => {
  const tenant = await newTenant();
  await fill(tenant, 30_000);
  const reader = await openReader(tenant);

  await behindTheApi(`update public.tenants set status = 'suspended' where id = $1`, [tenant.id]);
  await tenantIsForgotten(tenant);

  expect(await isWhole(reader)).toBe(false);
});

async function tenantIsForgotten(tenant: TestTenant): Promise<void> {
  for (const until = Date.now() + 10_000; Date.now() < until; await sleep(50)) {
    if ((await ask(tenant, { format: 'csv', search: 'nobody' })).status === 403) return;
  }
}

test('an export of whoever has signed out ends in the middle, though nobody reads', async () => {
  const tenant = await newTenant();
  await fill(tenant, 30_000);
  const reader = await openReader(tenant);

  await tenant.send('mutation { signOut { userErrors { message } } }');

  expect(await entriesWithin(tenant, 5_000)).toMatchObject([
    { target: expect.stringContaining('ended before the last'), actor: 'Olive Owner' },
  ]);
  expect(await isWhole(reader)).toBe(false);
});

test('no connection of the database is held while a reader takes nothing', async () => {
  const api = await startTestApi();
  const tenant = await newTenant(undefined, api);
  await fill(tenant, 30_000);
  const readers = [await openReader(tenant), await openReader(tenant)];

  const stood = await isIdleFor(10, () => api.app.tenancy.budget.busyConnections === 0);
  const entries = await entriesOf(tenant);
  for (const reader of readers) reader.destroy();

  expect(stood).toBe(true);
  expect(entries).toEqual([]);
  await api.stop();
});

/** Whether it holds for so many looks in a row. */
async function isIdleFor(looks: number, holds: () => boolean): Promise<boolean> {
  let held = 0;
  for (const until = Date.now() + 10_000; Date.now() < until && held < looks; await sleep(20))
    held = holds() ? held + 1 : 0;
  return held >= looks;
}
