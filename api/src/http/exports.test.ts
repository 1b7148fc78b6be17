import { type Asked, ask, entriesOf, fill } from '../testing/exports';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { behindTheApi } from '../testing/test-api';

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
