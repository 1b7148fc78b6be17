import { ConnectionBudget } from '../database/connection-budget';
import { newTenant, send, type TestTenant } from '../testing/new-tenant';
import { onPurpose } from '../testing/sql-rules';

interface Options extends Record<string, unknown> {
  search?: string;
  filter?: object;
  orderBy?: object;
  first?: number;
  after?: string;
  last?: number;
  before?: string;
}

const document = `query ($search: String, $filter: ContactFilter, $orderBy: ContactOrder, $first: Int, $after: String, $last: Int, $before: String) {
  contacts(search: $search, filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    nodes { id name } totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

const list = async (tenant: TestTenant, options: Options = {}) => (await tenant.query(document, options)).contacts;

const names = async (tenant: TestTenant, options: Options = {}): Promise<string[]> =>
  (await list(tenant, options)).nodes.map(({ name }: { name: string }) => name);

const byName = (direction: 'ASC' | 'DESC' = 'ASC') => ({ orderBy: { field: 'NAME', direction } });

async function tenantWith(...contacts: Record<string, unknown>[]): Promise<TestTenant> {
  const tenant = await newTenant();
  for (const contact of contacts) await tenant.createContact(contact);
  return tenant;
}

test.each([
  ['part of a name', 'mül', ['Zoë Müller']],
  ['any case', 'MÜLLER', ['Zoë Müller']],
  ['two words in any order', 'müller zoë', ['Zoë Müller']],
  ['part of an email address', 'hidden@', ['100% Ann_Lee']],
  ['digits of a phone number', '030 9018', ['Bob Ray']],
  ['a phone number in full', '+49 (30) 90-18-20', ['Bob Ray']],
  ['a company', 'globex', ['Bob Ray']],
  ['two letters, from the beginning', 'bo', ['Bob Ray']],
  ['two letters, not from the middle', 'ob', []],
  ['a percent sign, literally', '100%', ['100% Ann_Lee']],
  ['an underscore, literally', 'n_L', ['100% Ann_Lee']],
  ['a backslash, literally', '\\abc', []],
  ['a quote, literally', "' or 1=1 --", []],
  ['nothing', '   ', ['100% Ann_Lee', 'Bob Ray', 'Zoë Müller']],
])('a search finds %s (%s)', async (_what, search, found) => {
  const tenant = await tenantWith(
    { name: 'Zoë Müller', email: 'zoe@contact.example' },
    { name: 'Bob Ray', email: 'bob@contact.example', phone: '+49 30 901820', company: 'Globex' },
    { name: '100% Ann_Lee', email: 'Hidden@contact.example' },
  );

  expect(await names(tenant, { search, ...byName() })).toEqual(found);
});

test.each(['a\0b', 'half \ud83d', 'x'.repeat(201)])(
  'a search that cannot be done is refused by name',
  async (search) => {
    const tenant = await newTenant();

    const { errors } = await send(tenant.api, document, { search }, { 'x-tenant-id': tenant.id });

    expect(errors).toEqual([
      expect.objectContaining({
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', argumentName: 'search' }),
      }),
    ]);
  },
);

test('a search with more matches than are sorted finds, counts and pages through all of them', async () => {
  const tenant = await newTenant();
  const manager = await tenant.api.app.tenancy.managerOf({ schemaName: tenant.schemaName });
  await manager.query(
    `${onPurpose} with made as (
       insert into "${tenant.schemaName}".contacts (id, name, email)
       select gen_random_uuid(), 'Needle ' || lpad(i::text, 5, '0'), 'needle@contact.example' from generate_series(1, 1200) i returning id)
     insert into "${tenant.schemaName}".contact_activity (contact_id, last_activity_at) select id, now() from made`,
  );

  const found: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await list(tenant, { search: 'needle', first: 100, ...byName(), ...(after && { after }) });
    found.push(...page.nodes.map(({ name }: { name: string }) => name));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }

  expect(found).toHaveLength(1_200);
  expect(found).toEqual([...found].sort());
  expect((await list(tenant, { search: 'needle' })).totalCount).toBe(1_200);
});

test('filters narrow the list, each alone and all together', async () => {
  const tenant = await tenantWith(
    { name: 'Ann', source: 'Website', company: 'Acme' },
    { name: 'Bob', source: 'Referral', company: 'Acme' },
    { name: 'Cid', source: 'Website', company: 'Globex' },
  );
  const { id, conversationId } = await tenant.createContact({ name: 'Dora' });
  await tenant.query('mutation ($id: ID!) { closeConversation(input: { id: $id }) { userErrors { message } } }', {
    id: conversationId,
  });
  const { contact } = await tenant.query('query ($id: ID!) { contact(id: $id) { createdAt } }', { id });

  const filtered = (filter: object) => names(tenant, { filter, ...byName() });
  expect(await filtered({ source: ['Website'] })).toEqual(['Ann', 'Cid']);
  expect(await filtered({ company: ['Acme', 'Globex'] })).toEqual(['Ann', 'Bob', 'Cid']);
  expect(await filtered({ conversationStatus: ['CLOSED'] })).toEqual(['Dora']);
  expect(await filtered({ createdAfter: contact.createdAt })).toEqual(['Dora']);
  expect(await filtered({ createdBefore: contact.createdAt })).toEqual(['Ann', 'Bob', 'Cid']);
  expect(await filtered({ source: ['Website'], company: ['Acme'], conversationStatus: ['ACTIVE'] })).toEqual(['Ann']);
  expect(await names(tenant, { search: 'bob', filter: { company: ['Globex'] } })).toEqual([]);
});

test.each([
  ['as it is stored', '+49 30 901820', ['Ann', 'Bob']],
  ['with other signs', '0049 (30) 90-18-20', ['Ann', 'Bob']],
  ['in E.164', '+4930901820', ['Ann', 'Bob']],
  ['only a part of it', '+49 30 9018', []],
  ['without its country code', '030 901820', []],
  ['no number', 'ann', []],
  ['what cannot be stored', 'a\0b', []],
  ['nothing', ' ', []],
])('a telephone number is filtered by %s (%s)', async (_what, phone, found) => {
  const tenant = await tenantWith(
    { name: 'Ann', phone: '+49 30 901820' },
    { name: 'Bob', phone: '+49 (0)30 90 18 20' },
    { name: 'Cid', phone: '+49 30 9018201' },
    { name: 'Dora' },
  );

  const contacts = await list(tenant, { filter: { phone }, ...byName() });

  expect([contacts.totalCount, ...contacts.nodes.map(({ name }: { name: string }) => name)]).toEqual([
    found.length,
    ...found,
  ]);
});

test('a telephone number is found by its index, and without it where a tenant has still to get it', async () => {
  const tenant = await tenantWith({ name: 'Ann', phone: '+49 30 901820' }, { name: 'Bob', phone: '+49 30 901821' });
  const manager = await tenant.api.app.tenancy.managerOf(tenant);

  const plan = await manager.transaction(async (inside) => {
    await inside.query('set local enable_seqscan = off');
    return inside.query(
      `explain select 1 from "${tenant.schemaName}".contacts c where c.phone_e164 = '+4930901820'::text`,
    );
  });
  await tenant.api.app.tenancy.migrator.inTransaction((runner) =>
    runner.query(`drop index "${tenant.schemaName}".contacts_phone_e164_idx`),
  );

  expect(JSON.stringify(plan)).toContain('contacts_phone_e164_idx');
  expect(await names(tenant, { filter: { phone: '+4930901820' } })).toEqual(['Ann']);
});

test('names sort as people expect, in both directions', async () => {
  const tenant = await tenantWith({ name: 'zoe' }, { name: 'Émile' }, { name: 'Ann' }, { name: 'emil' });

  expect(await names(tenant, byName())).toEqual(['Ann', 'emil', 'Émile', 'zoe']);
  expect(await names(tenant, byName('DESC'))).toEqual(['zoe', 'Émile', 'emil', 'Ann']);
});

test('who wrote last comes first', async () => {
  const tenant = await newTenant();
  const ann = await tenant.createContact({ name: 'Ann' });
  await tenant.createContact({ name: 'Bob' });
  await tenant.sendMessage(ann.conversationId, 'Me again');

  expect(await names(tenant, { orderBy: { field: 'LAST_ACTIVITY_AT', direction: 'DESC' } })).toEqual(['Ann', 'Bob']);
  expect(await names(tenant, { orderBy: { field: 'CREATED_AT', direction: 'DESC' } })).toEqual(['Bob', 'Ann']);
});

test('pages of equal names meet without gap or overlap, forwards and backwards', async () => {
  const tenant = await tenantWith(...Array.from({ length: 7 }, () => ({ name: 'Same Name' })));
  const whole = (await list(tenant, byName())).nodes;

  const forwards: unknown[] = [];
  for (let after: string | undefined; ; ) {
    const page = await list(tenant, { first: 3, ...byName(), ...(after && { after }) });
    forwards.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  const backwards: unknown[] = [];
  for (let before: string | undefined; ; ) {
    const page = await list(tenant, { last: 3, ...byName(), ...(before && { before }) });
    backwards.unshift(...page.nodes);
    if (!page.pageInfo.hasPreviousPage) break;
    before = page.pageInfo.startCursor;
  }

  expect(forwards).toEqual(whole);
  expect(backwards).toEqual(whole);
});

test('a contact created while someone pages neither repeats nor hides another', async () => {
  const tenant = await tenantWith({ name: 'B' }, { name: 'C' }, { name: 'D' });
  const first = await list(tenant, { first: 2, ...byName() });
  await tenant.createContact({ name: 'A' });

  const second = await list(tenant, { first: 2, ...byName(), after: first.pageInfo.endCursor });

  expect(second.nodes.map(({ name }: { name: string }) => name)).toEqual(['D']);
});

test.each([
  ['first', { first: 101 }],
  ['first', { first: -1 }],
  ['last', { last: 101 }],
  ['after', { after: 'no cursor' }],
  ['before', { before: Buffer.from('["x","y"]').toString('base64url') }],
])('a wrong "%s" is refused by name: %j', async (argumentName, options) => {
  const tenant = await newTenant();

  const { errors } = await send(tenant.api, document, options, { 'x-tenant-id': tenant.id });

  expect(errors).toEqual([
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', argumentName }) }),
  ]);
});

test('a cursor of another order is refused', async () => {
  const tenant = await tenantWith({ name: 'Ann' }, { name: 'Bob' });
  const { pageInfo } = await list(tenant, { first: 1, ...byName() });

  const { errors } = await send(tenant.api, document, { after: pageInfo.endCursor }, { 'x-tenant-id': tenant.id });

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argumentName: 'after' });
});

test.each([
  ['one statement', '', 1],
  ['with a field that needs code, as many statements as five', 'createdBy { ... on Account { email } }', 6],
])('fifty contacts with conversations and last messages take %s', async (_what, more, statements) => {
  const tenant = await newTenant();
  await Promise.all(Array.from({ length: 50 }, (_, i) => tenant.createContact({ name: `Contact ${i}` })));
  const run = jest.spyOn(ConnectionBudget.prototype, 'run');
  const statementsFor = async (first: number) => {
    run.mockClear();
    await tenant.query(
      `query ($first: Int!) { contacts(first: $first) { nodes { id ${more} conversations(first: 3) { nodes { id lastMessage { content } messages(last: 2) { nodes { content } } contact { name } } } } } }`,
      { first },
    );
    return run.mock.calls.filter(([, , role]) => role === tenant.schemaName).length;
  };
  await statementsFor(1);

  const [few, many] = [await statementsFor(5), await statementsFor(50)];
  run.mockRestore();

  expect(few).toBe(statements);
  expect(many).toBe(few);
});

test('facets are the values that begin with a text, in any case, found by their index', async () => {
  const tenant = await newTenant();
  for (const source of ['Website', 'website form', 'Referral', 'Öffnung', 'Web_site', null]) {
    await tenant.createContact({ source, company: 'Website Ltd' });
  }
  const facets = async (search: string | null) =>
    (await tenant.query('query ($search: String) { contactFacets(search: $search) { sources } }', { search }))
      .contactFacets.sources;

  expect(await facets(null)).toEqual(['Öffnung', 'Referral', 'Web_site', 'Website', 'website form']);
  expect(await facets('WEBS')).toEqual(['Website', 'website form']);
  expect(await facets('web_')).toEqual(['Web_site']);
  expect(await facets('öff')).toEqual(['Öffnung']);
  expect(await facets('site')).toEqual([]);
  const manager = await tenant.api.app.tenancy.managerOf(tenant);
  const plan = await manager.transaction(async (inside) => {
    await inside.query('set local enable_seqscan = off');
    return inside.query(
      `explain select lower((metadata->>'source')) collate "C" from "${tenant.schemaName}".contacts
       where (metadata->>'source') is not null and lower((metadata->>'source')) collate "C" like 'webs%'
       order by lower((metadata->>'source')) collate "C", (metadata->>'source') collate "C" limit 1`,
    );
  });
  expect(JSON.stringify(plan)).toContain('contacts_source_facet_idx');
});
