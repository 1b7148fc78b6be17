import { randomUUID } from 'node:crypto';
import { mutate } from '../testing/desk';
import { newTenant, type TestTenant } from '../testing/new-tenant';

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes; a wrong one fails the test
type Data = any;

const counts = 'createdCount changedCount unchangedCount skippedCount refusedCount';
const results = 'results { number outcome contactId userErrors { code field } }';

async function start(tenant: TestTenant, onDuplicate = 'SKIP', rowCount: number | null = null): Promise<string> {
  const { import: started } = await mutate(
    tenant,
    'startImport',
    { name: 'a.csv', onDuplicate, rowCount },
    'import { id }',
  );
  return started.id;
}

const bring = (tenant: TestTenant, importId: string, rows: object[], more = ''): Promise<Data> =>
  mutate(tenant, 'importContacts', { importId, rows }, `${results} import { state lastNumber ${counts} } ${more}`);

const preview = (tenant: TestTenant, rows: object[], onDuplicate = 'SKIP'): Promise<Data> =>
  mutate(tenant, 'importContacts', { rows, onDuplicate, isDryRun: true }, results);

/** By its email address; null where there is none. */
async function contactOf(tenant: TestTenant, email: string): Promise<Data> {
  const { contacts } = await tenant.query(
    `query ($email: String) { contacts(filter: { email: $email }) {
       nodes { id name email phone company position source externalId metadata createdBy { name } conversations { totalCount } } } }`,
    { email },
  );
  expect(contacts.nodes.length).toBeLessThan(2);
  return contacts.nodes[0] ?? null;
}

const outcomes = (payload: Data): string[] => payload.results.map(({ outcome }: Data) => outcome);

const numbered = (rows: object[]): object[] => rows.map((row, index) => ({ number: index + 1, ...row }));

test('a row makes a contact with all that it has, and without a conversation', async () => {
  const tenant = await newTenant();
  const importId = await start(tenant, 'SKIP', 1);
  const fields = { phone: '+49 30 901820', company: 'Acme', position: 'CTO', source: 'Fair', externalId: 'crm-7' };

  const payload = await bring(tenant, importId, [
    { number: 1, name: ' Ann ', email: 'Ann@Acme.test', ...fields, metadata: { tier: 'gold', blank: ' ' } },
  ]);

  const ann = await contactOf(tenant, 'ann@acme.test');
  expect(payload).toEqual({
    results: [{ number: 1, outcome: 'CREATED', contactId: ann.id, userErrors: [] }],
    import: {
      state: 'FINISHED',
      lastNumber: 1,
      createdCount: 1,
      changedCount: 0,
      unchangedCount: 0,
      skippedCount: 0,
      refusedCount: 0,
    },
    userErrors: [],
  });
  expect(ann).toEqual({
    id: ann.id,
    name: 'Ann',
    email: 'Ann@Acme.test',
    ...fields,
    metadata: { tier: 'gold' },
    createdBy: { name: 'Olive Owner' },
    conversations: { totalCount: 0 },
  });
});

test('what is wrong with a row refuses that row alone, and says why', async () => {
  const tenant = await newTenant();
  const rows = numbered([
    { name: 'Ann', email: 'ann@acme.test' },
    { name: 'Bad', email: 'nowhere' },
    { name: 'N\u0000l', email: 'nul@acme.test' },
    { name: 'x'.repeat(300), email: 'long@acme.test' },
    { email: 'nameless@acme.test' },
    { name: 'Unreachable' },
    { name: 'Phone', phone: '12' },
    { name: 'Half', email: 'half@acme.test', metadata: { note: '\ud800' } },
    { name: 'Named', email: 'named@acme.test', metadata: { company: 'x' } },
    { name: 'Cells', email: 'cells@acme.test', problem: 'It has 9 cells instead of 3. \u0000' },
    { name: 'Cells', email: 'cells@acme.test', problem: 'It has 9 cells instead of 3.' },
    { name: 'Bob', email: 'bob@acme.test' },
  ]);

  const dry = await preview(tenant, rows);
  const importId = await start(tenant);
  const wet = await bring(tenant, importId, rows);

  for (const payload of [dry, wet])
    expect(
      payload.results.map(({ outcome, userErrors }: Data) => [
        outcome,
        ...userErrors.map(({ code, field }: Data) => [code, ...field].join(' ')),
      ]),
    ).toEqual([
      ['CREATED'],
      ['REFUSED', 'INVALID email'],
      ['REFUSED', 'INVALID name'],
      ['REFUSED', 'TOO_LONG name'],
      ['REFUSED', 'REQUIRED name'],
      ['REFUSED', 'REQUIRED email'],
      ['REFUSED', 'INVALID phone'],
      ['REFUSED', 'INVALID metadata note'],
      ['REFUSED', 'INVALID metadata company'],
      ['REFUSED', 'INVALID problem'],
      ['REFUSED', 'INVALID'],
      ['CREATED'],
    ]);
  expect(wet.import).toMatchObject({ createdCount: 2, refusedCount: 10 });
  const refused = async (page: string) =>
    (
      await tenant.query(
        `query ($id: ID!) { import(id: $id) { rows(outcome: [REFUSED], ${page}) {
           nodes { number userErrors { message } } totalCount pageInfo { endCursor } } } }`,
        { id: importId },
      )
    ).import.rows;
  const first = await refused('first: 3');
  const rest = await refused(`first: 100, after: "${first.pageInfo.endCursor}"`);
  expect(first.totalCount).toBe(10);
  expect(first.nodes[0]).toEqual({
    number: 2,
    userErrors: [{ message: 'Email must be an address such as ann@example.com.' }],
  });
  expect(rest.nodes.map(({ number }: Data) => number)).toEqual([5, 6, 7, 8, 9, 10, 11]);
});

describe('a row whose contact is there', () => {
  const rows = numbered([
    {
      name: 'Anna',
      email: 'ANN@acme.test',
      company: 'Globex',
      position: 'CTO',
      metadata: { tier: 'gold', city: 'Bonn' },
    },
    { name: 'Cem', phone: '0049 30 90 18 20', email: 'cem@acme.test' },
    { name: 'Dora', externalId: 'd', email: 'other@acme.test' },
  ]);

  async function world(): Promise<TestTenant> {
    const tenant = await newTenant();
    await tenant.createContact({ name: 'Ann', email: 'ann@acme.test', company: 'Acme', metadata: { tier: 'lead' } });
    await tenant.createContact({ name: 'Bob', email: null, phone: '+49 30 901820' });
    await tenant.createContact({ name: 'Dora', externalId: 'd', email: 'dora@acme.test' });
    return tenant;
  }

  test('is skipped', async () => {
    const tenant = await world();

    expect(outcomes(await bring(tenant, await start(tenant), rows))).toEqual(['SKIPPED', 'SKIPPED', 'SKIPPED']);
    expect(await contactOf(tenant, 'ann@acme.test')).toMatchObject({ name: 'Ann', company: 'Acme' });
  });

  test('fills what it has not', async () => {
    const tenant = await world();
    const first = await bring(tenant, await start(tenant, 'FILL'), rows);
    const second = await bring(tenant, await start(tenant, 'FILL'), rows);

    expect(outcomes(first)).toEqual(['CHANGED', 'CHANGED', 'UNCHANGED']);
    expect(outcomes(second)).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED']);
    expect(await contactOf(tenant, 'ann@acme.test')).toMatchObject({
      name: 'Ann',
      email: 'ann@acme.test',
      company: 'Acme',
      position: 'CTO',
      metadata: { tier: 'lead', city: 'Bonn' },
    });
    expect(await contactOf(tenant, 'cem@acme.test')).toMatchObject({ name: 'Bob', phone: '+49 30 901820' });
  });

  test('is overwritten, and nothing is emptied', async () => {
    const tenant = await world();
    const first = await bring(tenant, await start(tenant, 'OVERWRITE'), rows);
    const second = await bring(tenant, await start(tenant, 'OVERWRITE'), rows);

    expect(outcomes(first)).toEqual(['CHANGED', 'CHANGED', 'CHANGED']);
    expect(outcomes(second)).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED']);
    expect(await contactOf(tenant, 'ann@acme.test')).toMatchObject({
      name: 'Anna',
      email: 'ANN@acme.test',
      company: 'Globex',
      metadata: { tier: 'gold', city: 'Bonn' },
    });
    expect(await contactOf(tenant, 'other@acme.test')).toMatchObject({ name: 'Dora', externalId: 'd' });
  });

  test('makes another, but none of an external id that is taken', async () => {
    const tenant = await world();

    const payload = await bring(tenant, await start(tenant, 'CREATE'), rows);

    expect(outcomes(payload)).toEqual(['CREATED', 'CREATED', 'REFUSED']);
    expect(payload.results[2].userErrors).toEqual([{ code: 'CONFLICT', field: ['externalId'] }]);
  });
});

test('rows of one batch meet each other as those of two do', async () => {
  const rows = numbered([
    { name: 'Ann', email: 'ann@acme.test' },
    { name: 'Ann', email: 'ANN@acme.test', company: 'Acme' },
    { name: 'Bob', email: 'bob@acme.test', externalId: 'b' },
    { name: 'Bea', email: 'bob@acme.test', externalId: 'c' },
    { name: 'Ann', email: 'ann@acme.test' },
    { name: 'Eve', email: 'eve@acme.test' },
    { name: 'Eve', email: 'eve@acme.test', externalId: 'e' },
    { name: 'Eve', email: 'eve@acme.test', externalId: 'f' },
  ]);
  const expected = ['CREATED', 'CHANGED', 'CREATED', 'CREATED', 'UNCHANGED', 'CREATED', 'CHANGED', 'CREATED'];
  const [one, two] = [await newTenant(), await newTenant()];

  const together = await bring(one, await start(one, 'FILL'), rows);
  const importId = await start(two, 'FILL');
  const apart: string[] = [];
  for (const row of rows) apart.push(...outcomes(await bring(two, importId, [row])));

  expect(outcomes(together)).toEqual(expected);
  expect(apart).toEqual(expected);
  expect(outcomes(await preview(await newTenant(), rows, 'FILL'))).toEqual(expected);
  expect(await contactOf(one, 'ann@acme.test')).toMatchObject({ company: 'Acme' });
});

test('what a row changed is told by the same names as any other change', async () => {
  const tenant = await newTenant();
  const { id } = await tenant.createContact({ name: 'Ann', email: 'ann@acme.test' });
  const importId = await start(tenant, 'OVERWRITE');

  await bring(tenant, importId, [
    {
      number: 1,
      name: 'Ann Lee',
      email: 'ann@acme.test',
      company: 'Acme',
      metadata: { tier: 'gold', name: 'Annie' },
    },
  ]);

  const { contact } = await tenant.query(
    `query ($id: ID!) { contact(id: $id) { timeline(first: 1) { nodes {
       ... on ContactImportedEntry { importId changes { field from to } } } } } }`,
    { id },
  );
  const [entry] = contact.timeline.nodes;
  expect(entry.importId).toBe(importId);
  expect(entry.changes).toHaveLength(4);
  expect(entry.changes).toEqual(
    expect.arrayContaining([
      { field: 'name', from: 'Ann', to: 'Ann Lee' },
      { field: 'company', from: null, to: 'Acme' },
      { field: 'tier', from: null, to: 'gold' },
      { field: 'metadata.name', from: null, to: 'Annie' },
    ]),
  );
});

test('an address that was overwritten finds nobody any more, in the same batch either', async () => {
  const rows = numbered([
    { name: 'Ann', email: 'ann@acme.test', externalId: 'a' },
    { name: 'Ann', email: 'ann.new@acme.test', externalId: 'a' },
    { name: 'Bea', email: 'ann@acme.test' },
  ]);
  const tenant = await newTenant();

  expect(outcomes(await bring(tenant, await start(tenant, 'OVERWRITE'), rows))).toEqual([
    'CREATED',
    'CHANGED',
    'CREATED',
  ]);
});

test('a row that is sent again is answered as it was, and written once', async () => {
  const tenant = await newTenant();
  const importId = await start(tenant, 'CREATE');
  const rows = numbered([
    { name: 'Ann', email: 'ann@acme.test' },
    { name: 'Bad', email: 'bad' },
  ]);
  const third = { number: 3, name: 'Cem', email: 'cem@acme.test' };

  const first = await bring(tenant, importId, rows);
  const again = await Promise.all([1, 2, 3].map(() => bring(tenant, importId, [...rows, third])));

  for (const { results: repeated } of again) expect(repeated.slice(0, 2)).toEqual(first.results);
  expect(new Set(again.map(({ results: repeated }) => repeated[2].contactId)).size).toBe(1);
  expect(again.at(-1).import).toMatchObject({ lastNumber: 3, createdCount: 2, refusedCount: 1 });
  const { contacts } = await tenant.query('{ contacts { totalCount } }');
  expect(contacts.totalCount).toBe(2);
});

test('imports and gateways at once make one contact of an address', async () => {
  const tenant = await newTenant();
  const imports = [await start(tenant), await start(tenant)];
  const rows = numbered(Array.from({ length: 40 }, (_, n) => ({ name: `P ${n}`, email: `p${n}@acme.test` })));

  await Promise.all([
    ...imports.map((importId) => bring(tenant, importId, rows)),
    ...Array.from({ length: 12 }, (_, n) =>
      mutate(tenant, 'findOrCreateContact', { name: 'G', email: `P${n}@acme.test` }, 'isNew'),
    ),
  ]);

  const { contacts } = await tenant.query('{ contacts { totalCount } }');
  expect(contacts.totalCount).toBe(40);
});

test('a dry run writes nothing', async () => {
  const tenant = await newTenant();

  const payload = await preview(tenant, numbered([{ name: 'Ann', email: 'ann@acme.test' }]));

  expect(payload.results).toEqual([{ number: 1, outcome: 'CREATED', contactId: null, userErrors: [] }]);
  const { contacts, imports } = await tenant.query('{ contacts { totalCount } imports { totalCount } }');
  expect([contacts.totalCount, imports.totalCount]).toEqual([0, 0]);
});

test.each([
  ['rows', { rows: Array.from({ length: 501 }, (_, n) => ({ number: n + 1 })) }],
  ['rows', { rows: [{ number: 0 }] }],
  ['rows', { rows: [{ number: 1 }, { number: 1 }] }],
  ['rows', { rows: [{ number: 4 }] }],
  ['onDuplicate', { rows: [], onDuplicate: 'FILL' }],
  ['importId', { rows: [], importId: null }],
  ['importId', { rows: [], importId: randomUUID() }],
])('a batch that is wrong as a whole is refused for its %s', async (field, input) => {
  const tenant = await newTenant();
  const importId = await start(tenant, 'SKIP', 3);

  const payload = await mutate(tenant, 'importContacts', { importId, ...input }, results);

  expect(payload.results).toBeNull();
  expect(payload.userErrors).toMatchObject([{ field: [field] }]);
});

test('an import that was ended takes no further rows', async () => {
  const tenant = await newTenant();
  const importId = await start(tenant);
  await bring(tenant, importId, [{ number: 1, name: 'Ann', email: 'ann@acme.test' }]);

  const ended = await mutate(tenant, 'finishImport', { importId }, 'import { state }');
  const more = await bring(tenant, importId, [{ number: 2, name: 'Bob', email: 'bob@acme.test' }]);
  const again = await bring(tenant, importId, [{ number: 1, name: 'Ann', email: 'ann@acme.test' }]);

  expect(ended.import.state).toBe('FINISHED');
  expect(more.userErrors).toEqual([{ code: 'CONFLICT', field: ['importId'] }]);
  expect(outcomes(again)).toEqual(['CREATED']);
});

test('other windows hear of the import and of each contact', async () => {
  const tenant = await newTenant();
  const subscription = await tenant.subscribe(
    'subscription { tenantEvents { type ... on ImportChanged { import { name createdCount createdBy { name } } } } }',
  );
  const importId = await start(tenant);
  await bring(tenant, importId, [{ number: 1, name: 'Ann', email: 'ann@acme.test' }]);

  const heard = [await subscription.next(), await subscription.next(), await subscription.next()];

  await subscription.close();
  expect(heard.map(({ tenantEvents }) => tenantEvents.type)).toEqual([
    'importChanged',
    'contactChanged',
    'importChanged',
  ]);
  expect(heard[2].tenantEvents.import).toEqual({ name: 'a.csv', createdCount: 1, createdBy: { name: 'Olive Owner' } });
});

test('500 full rows fit into the limits of an operation', async () => {
  const tenant = await newTenant();
  const rows = numbered(
    Array.from({ length: 500 }, (_, n) => ({
      name: `Person number ${n}`,
      email: `person.${n}@company-${n % 50}.example`,
      phone: `+49 30 ${100_000 + n}`,
      company: `Company ${n % 50} GmbH & Co. KG`,
      position: 'Head of Something',
      source: 'Import',
      externalId: `crm-${n}`,
      metadata: { street: 'Langer Weg 12', city: 'Bonn', note: 'wants a call before ten' },
    })),
  );

  const payload = await bring(tenant, await start(tenant), rows);

  expect(payload.import.createdCount).toBe(500);
  const { contacts } = await tenant.query(
    '{ contacts(first: 2, orderBy: { field: CREATED_AT, direction: ASC }) { nodes { externalId } } }',
  );
  expect(contacts.nodes).toEqual([{ externalId: 'crm-0' }, { externalId: 'crm-1' }]);
});

test('custom fields are held to their rules, and asked for where a contact is made', async () => {
  const tenant = await newTenant();
  await mutate(tenant, 'createCustomField', { name: 'Seats', kind: 'NUMBER', isRequired: true }, 'customField { id }');
  await tenant.createContact({ name: 'Known', email: 'known@acme.test', metadata: { seats: 1 } });

  const payload = await bring(tenant, await start(tenant, 'OVERWRITE'), [
    { number: 1, name: 'Ann', email: 'ann@acme.test', metadata: { seats: '12.5' } },
    { number: 2, name: 'Bob', email: 'bob@acme.test', metadata: { seats: 'many' } },
    { number: 3, name: 'Cem', email: 'cem@acme.test' },
    { number: 4, email: 'known@acme.test', company: 'Acme' },
  ]);

  expect(outcomes(payload)).toEqual(['CREATED', 'REFUSED', 'REFUSED', 'CHANGED']);
  expect(payload.results[1].userErrors).toEqual([{ code: 'INVALID', field: ['fields', 'seats'] }]);
  expect(payload.results[2].userErrors).toEqual([{ code: 'REQUIRED', field: ['fields', 'seats'] }]);
  expect(await contactOf(tenant, 'ann@acme.test')).toMatchObject({ metadata: { seats: 12.5 } });
});
