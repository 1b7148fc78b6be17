import { randomUUID } from 'node:crypto';
import { mutate } from '../testing/desk';
import { bringRows, contactOf, importResults, numbered, outcomes, previewRows, startImport } from '../testing/imports';
import { newTenant } from '../testing/new-tenant';

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes; a wrong one fails the test
type Data = any;

test('a row makes a contact with all that it has, and without a conversation', async () => {
  const tenant = await newTenant();
  const importId = await startImport(tenant, 'SKIP', 1);
  const fields = { phone: '+49 30 901820', company: 'Acme', position: 'CTO', source: 'Fair', externalId: 'crm-7' };

  const payload = await bringRows(tenant, importId, [
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

  const dry = await previewRows(tenant, rows);
  const importId = await startImport(tenant);
  const wet = await bringRows(tenant, importId, rows);

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

test('a dry run writes nothing', async () => {
  const tenant = await newTenant();

  const payload = await previewRows(tenant, numbered([{ name: 'Ann', email: 'ann@acme.test' }]));

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
  const importId = await startImport(tenant, 'SKIP', 3);

  const payload = await mutate(tenant, 'importContacts', { importId, ...input }, importResults);

  expect(payload.results).toBeNull();
  expect(payload.userErrors).toMatchObject([{ field: [field] }]);
});

test('an import that was ended takes no further rows', async () => {
  const tenant = await newTenant();
  const importId = await startImport(tenant);
  await bringRows(tenant, importId, [{ number: 1, name: 'Ann', email: 'ann@acme.test' }]);

  const ended = await mutate(tenant, 'finishImport', { importId }, 'import { state }');
  const more = await bringRows(tenant, importId, [{ number: 2, name: 'Bob', email: 'bob@acme.test' }]);
  const again = await bringRows(tenant, importId, [{ number: 1, name: 'Ann', email: 'ann@acme.test' }]);

  expect(ended.import.state).toBe('FINISHED');
  expect(more.userErrors).toEqual([{ code: 'CONFLICT', field: ['importId'] }]);
  expect(outcomes(again)).toEqual(['CREATED']);
});

test('other windows hear of the import and of each contact', async () => {
  const tenant = await newTenant();
  const subscription = await tenant.subscribe(
    'subscription { tenantEvents { type ... on ImportChanged { import { name createdCount createdBy { name } } } } }',
  );
  const importId = await startImport(tenant);
  await bringRows(tenant, importId, [{ number: 1, name: 'Ann', email: 'ann@acme.test' }]);

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

  const payload = await bringRows(tenant, await startImport(tenant), rows);

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

  const payload = await bringRows(tenant, await startImport(tenant, 'OVERWRITE'), [
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
