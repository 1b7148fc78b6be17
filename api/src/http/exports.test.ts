import http, { type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { closedApi, createKey, newMember, newPerson } from '../testing/people';
import { behindTheApi, startTestApi, type TestApi } from '../testing/test-api';

type Asked = Record<string, string>;

const ask = (tenant: TestTenant, asked: Asked, headers: Record<string, string> = {}) =>
  fetch(`${tenant.api.url}/export/contacts?${new URLSearchParams(asked)}`, {
    headers: { 'x-tenant-id': tenant.id, authorization: `Bearer ${tenant.token}`, ...headers },
  });

const linesOf = async (tenant: TestTenant, asked: Asked = {}) => {
  const answer = await ask(tenant, { format: 'jsonl', ...asked });
  const body = await answer.text();
  if (!answer.ok) throw new Error(`expected a file, got ${body}`);
  return body
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
};

const namesOf = async (tenant: TestTenant, asked: Asked = {}) => (await linesOf(tenant, asked)).map(({ name }) => name);

const today = () => new Date().toISOString().slice(0, 10);

/** Contacts by the number, made behind the API's back. */
const fill = (tenant: TestTenant, count: number) =>
  behindTheApi(
    `with made as (
       insert into "${tenant.schemaName}".contacts (id, name, email, metadata)
       select gen_random_uuid(), 'Contact ' || lpad(n::text, 6, '0'), 'c' || n || '@contact.example', jsonb_build_object('note', repeat('x', 400))
       from generate_series(1, $1::int) n returning id
     ) insert into "${tenant.schemaName}".contact_activity (contact_id, last_activity_at) select id, now() from made`,
    [count],
  );

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

const entriesOf = (tenant: TestTenant) =>
  behindTheApi<{ action: string; target: string; actor: string }>(
    `select action, target, actor_name as actor from public.audit_log where tenant_id = $1 and action = 'contacts.export' order by id`,
    [tenant.id],
  );

test('a file has a line for each contact, and the log says who took it', async () => {
  const tenant = await newTenant('Export Company');
  const { id } = await tenant.createContact({
    name: 'Ann Lee',
    email: 'ann@contact.example',
    phone: '+49 30 901820',
    company: 'Lee & Sons',
    metadata: { vat: 'DE1' },
    externalId: 'crm-7',
  });

  const csv = await ask(tenant, { format: 'csv' });
  const bytes = Buffer.from(await csv.arrayBuffer());
  const [line] = await linesOf(tenant);

  expect(csv.status).toBe(200);
  expect(Object.fromEntries(csv.headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="contacts-${tenant.slug}-${today()}.csv"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const { createdAt } = line;
  expect(bytes.subarray(3).toString().split('\r\n')).toEqual([
    'id,name,email,phone,company,position,source,createdAt,updatedAt,lastActivityAt,externalId,metadata',
    `${id},Ann Lee,ann@contact.example,'+49 30 901820,Lee & Sons,,,${createdAt},${createdAt},${createdAt},crm-7,"{""vat"": ""DE1""}"`,
    '',
  ]);
  expect(line).toEqual({
    id,
    name: 'Ann Lee',
    email: 'ann@contact.example',
    phone: '+49 30 901820',
    company: 'Lee & Sons',
    position: null,
    source: null,
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    updatedAt: createdAt,
    lastActivityAt: createdAt,
    externalId: 'crm-7',
    metadata: { vat: 'DE1' },
  });
  expect(await entriesOf(tenant)).toMatchObject([
    { target: '1 as CSV', actor: 'Olive Owner' },
    { target: '1 as JSON lines', actor: 'Olive Owner' },
  ]);
});

test.each([
  ['a comma and quotes', 'Ann "Able", Ltd.', '"Ann ""Able"", Ltd."'],
  ['a line break', 'Ann\nLee', '"Ann\nLee"'],
  ['a formula', '=1+1', "'=1+1"],
  ['a formula in quotes', '=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['a sign', '-2+3', "'-2+3"],
  ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
  ['a wide sign', '＝1', "'＝1"],
  ['an apostrophe of its own', "'=1", "''=1"],
  ['an apostrophe within', "O'Hara", "O'Hara"],
])('a name with %s stays the text that it is', async (_what, name, cell) => {
  const tenant = await newTenant();
  await tenant.createContact({ name });

  const csv = await (await ask(tenant, { format: 'csv' })).text();

  expect(csv.slice(csv.indexOf('\r\n') + 2)).toMatch(new RegExp(`^[^,]+,${escaped(cell)},`));
  expect(await namesOf(tenant)).toEqual([name]);
});

const escaped = (literal: string) => literal.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

test('numbers of further keys are as the database has them', async () => {
  const tenant = await newTenant();
  const { id } = await tenant.createContact();
  await behindTheApi(`update "${tenant.schemaName}".contacts set metadata = $2 where id = $1`, [
    id,
    '{"customer": 12345678901234567890, "source": "Website"}',
  ]);

  const file = await (await ask(tenant, { format: 'jsonl' })).text();

  expect(file).toContain('"source":"Website"');
  expect(file).toContain('"metadata":{"customer": 12345678901234567890}}\n');
});

test('search, filter and order are those of the list', async () => {
  const tenant = await newTenant();
  for (const [name, source] of [
    ['Ann Lee', 'Website'],
    ['Bob Lee', 'Referral'],
    ['Cem Ray', 'Website'],
  ])
    await tenant.createContact({ name, source });
  const byName = { orderBy: '{"field":"NAME"}' };

  expect(await namesOf(tenant)).toEqual(['Cem Ray', 'Bob Lee', 'Ann Lee']);
  expect(await namesOf(tenant, byName)).toEqual(['Ann Lee', 'Bob Lee', 'Cem Ray']);
  expect(await namesOf(tenant, { orderBy: '{"field":"NAME","direction":"DESC"}', search: 'lee' })).toEqual([
    'Bob Lee',
    'Ann Lee',
  ]);
  expect(await namesOf(tenant, { ...byName, filter: '{"source":["Website"]}' })).toEqual(['Ann Lee', 'Cem Ray']);
  expect(await namesOf(tenant, { ...byName, filter: '{"createdBefore":"2020-01-01T00:00:00Z"}' })).toEqual([]);
  expect(await namesOf(tenant, { search: '', filter: 'null' })).toHaveLength(3);
});

test.each(['{"field":"NAME"}', '{"field":"CREATED_AT","direction":"DESC"}', '{"field":"LAST_ACTIVITY_AT"}'])(
  'of many pages ordered by %s each contact comes once',
  async (orderBy) => {
    const tenant = await newTenant();
    await fill(tenant, 2_500);

    const all = await linesOf(tenant, { orderBy });
    const found = await linesOf(tenant, { orderBy, search: 'contact' });

    expect(new Set(all.map(({ id }) => id)).size).toBe(2_500);
    expect(all).toHaveLength(2_500);
    expect(found.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  },
);

test('an empty list is a file with its head alone', async () => {
  const tenant = await newTenant();

  expect(await (await ask(tenant, { format: 'csv' })).text()).toMatch(/^id,name,[^\n]+,metadata\r\n$/);
  expect(await (await ask(tenant, { format: 'jsonl' })).text()).toBe('');
});

test('a link names the company in its address', async () => {
  const tenant = await newTenant();
  await tenant.createContact({ name: 'Ann Lee' });
  const cookie = `atrium-session=${tenant.token}`;

  const answer = await fetch(`${tenant.api.url}/export/contacts?format=jsonl&tenant=${tenant.slug}`, {
    headers: { cookie, accept: 'text/html', 'sec-fetch-site': 'same-origin' },
  });
  const fromElsewhere = await fetch(`${tenant.api.url}/export/contacts?format=jsonl&tenant=${tenant.slug}`, {
    headers: { cookie, accept: 'text/html', 'sec-fetch-site': 'cross-site' },
  });

  expect(JSON.parse(await answer.text())).toMatchObject({ name: 'Ann Lee' });
  expect(fromElsewhere.status).toBe(403);
});

test.each<[string, Asked]>([
  ['format', {}],
  ['format', { format: 'xlsx' }],
  ['format', { format: 'toString' }],
  ['filter', { filter: '{' }],
  ['filter', { filter: '[1' }],
  ['filter', { filter: '{"sauce":["Website"]}' }],
  ['filter.source.0', { filter: '{"source":[1]}' }],
  ['filter.createdAfter', { filter: '{"createdAfter":"yesterday"}' }],
  ['filter.source', { filter: '{"source":["a\\u0000"]}' }],
  ['filter.email', { filter: '{"email":"a\\u0000@contact.example"}' }],
  ['orderBy.field', { orderBy: '{"field":"AGE"}' }],
  ['orderBy', { orderBy: '{}' }],
  ['search', { search: 'a\u0000b' }],
  ['search', { search: 'a'.repeat(1_000) }],
  ['first', { first: '10' }],
])('a %s that is not one is refused by its name: %j', async (argumentName, asked) => {
  const tenant = await newTenant();

  const answer = await ask(tenant, { ...(argumentName === 'format' ? {} : { format: 'csv' }), ...asked });

  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({
    errors: [
      {
        message: expect.stringContaining(`Argument "${argumentName}": `),
        extensions: { code: 'BAD_USER_INPUT', argumentName },
      },
    ],
  });
});

test('a parameter that is given twice is refused', async () => {
  const tenant = await newTenant();

  const answer = await fetch(`${tenant.api.url}/export/contacts?format=csv&search=a&search=b`, {
    headers: { 'x-tenant-id': tenant.id, authorization: `Bearer ${tenant.token}` },
  });

  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('search');
});

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
    if ((await ask(tenant, { format: 'csv', search: 'nobody' })).status === 404) return;
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
