import { tablesOf } from '../database/tables';
import { mutate, newLabel } from '../testing/desk';
import { startImport } from '../testing/imports';
import { newTenant, send, type TestTenant } from '../testing/new-tenant';
import { createKey } from '../testing/people';

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes; a wrong one fails the test
type Data = any;

async function bring(tenant: TestTenant, importId: string, rows: object[], from = 1): Promise<Data[]> {
  const input = { importId, rows: rows.map((row, index) => ({ number: from + index, ...row })) };
  const { results, userErrors } = await mutate(tenant, 'importContacts', input, 'results { outcome contactId }');
  expect(userErrors).toEqual([]);
  return results;
}

const people = (count: number, from = 0): object[] =>
  Array.from({ length: count }, (_, n) => ({ name: `P ${from + n}`, email: `p${from + n}@acme.test` }));

const undoFields = 'import { state takenBackCount keptCount impossibleCount }';

async function undo(tenant: TestTenant, importId: string, more: object = {}): Promise<Data> {
  const { userErrors } = await mutate(tenant, 'undoImport', { importId, ...more }, undoFields);
  expect(userErrors).toEqual([]);
  for (;;) {
    const { import: seen } = await tenant.query(
      `query ($id: ID!) { ${undoFields.replace('import', 'import(id: $id)')} }`,
      { id: importId },
    );
    if (seen.state === 'UNDONE') return seen;
    await new Promise((wake) => setTimeout(wake, 50));
  }
}

/** Each row of what is said of contacts, as the database has it. */
async function checksum(tenant: TestTenant): Promise<unknown[]> {
  const manager = await tenant.api.app.tenancy.managerOf(tenant);
  const { contacts, contact_activity, contact_changes } = tablesOf(manager);
  return manager.query(
    [contacts, contact_activity, contact_changes]
      .map((table) => `select count(*) as count, md5(string_agg(t::text, ',' order by t::text)) as sum from ${table} t`)
      .join(' union all '),
  );
}

test('undone, the tables are as they were to the byte', async () => {
  const tenant = await newTenant();
  for (let n = 0; n < 5; n += 1)
    await tenant.createContact({
      name: `Known ${n}`,
      email: `p${n}@acme.test`,
      metadata: { n: 0.1, deep: { a: [1] } },
    });
  const before = await checksum(tenant);
  const importId = await startImport(tenant, 'OVERWRITE');
  const results: Data[] = [];
  for (let from = 0; from < 2_500; from += 500)
    results.push(...(await bring(tenant, importId, people(500, from), from + 1)));
  // Once more, by another row.
  await bring(
    tenant,
    importId,
    [
      { name: 'Again', email: 'p0@acme.test' },
      { name: 'Again', email: 'p900@acme.test' },
    ],
    2_501,
  );

  const undone = await undo(tenant, importId);

  expect(results.filter(({ outcome }) => outcome === 'CHANGED')).toHaveLength(5);
  expect(undone).toEqual({ state: 'UNDONE', takenBackCount: 2_500, keptCount: 0, impossibleCount: 0 });
  expect(await checksum(tenant)).toEqual(before);
}, 60_000);

async function touchedWorld() {
  const tenant = await newTenant();
  const { id: known } = await tenant.createContact({ name: 'Known', email: 'p0@acme.test' });
  const importId = await startImport(tenant, 'OVERWRITE');
  const results = await bring(tenant, importId, people(8));
  const ids: string[] = results.map(({ contactId }) => contactId);
  expect(ids[0]).toBe(known);
  await mutate(tenant, 'updateContact', { id: ids[0], company: 'Changed' }, 'contact { id }');
  await mutate(tenant, 'updateContact', { id: ids[1], company: 'Changed' }, 'contact { id }');
  await mutate(tenant, 'startConversation', { contactId: ids[2] }, 'conversation { id }');
  await mutate(tenant, 'deleteContact', { id: ids[3] }, 'deletedContactId');
  const labelId = await newLabel(tenant, 'VIP');
  const manager = await tenant.api.app.tenancy.managerOf(tenant);
  await manager.query(`insert into ${tablesOf(manager).contact_labels} values ($1, $2)`, [ids[4], labelId]);
  return { tenant, importId, ids };
}

const keptRows = `query ($id: ID!) { import(id: $id) {
  rows(undone: [CHANGED, WRITTEN_TO, DELETED]) { nodes { number undone contact { name company } } }
} }`;

test('what was changed or written to since is kept, and named', async () => {
  const { tenant, importId, ids } = await touchedWorld();

  const undone = await undo(tenant, importId);

  expect(undone).toEqual({ state: 'UNDONE', takenBackCount: 3, keptCount: 4, impossibleCount: 1 });
  const { import: seen } = await tenant.query(keptRows, { id: importId });
  expect(seen.rows.nodes).toEqual([
    { number: 1, undone: 'CHANGED', contact: { name: 'P 0', company: 'Changed' } },
    { number: 2, undone: 'CHANGED', contact: { name: 'P 1', company: 'Changed' } },
    { number: 3, undone: 'WRITTEN_TO', contact: { name: 'P 2', company: null } },
    { number: 4, undone: 'DELETED', contact: null },
    { number: 5, undone: 'WRITTEN_TO', contact: { name: 'P 4', company: null } },
  ]);
  const { contacts } = await tenant.query('{ contacts { nodes { id } } }');
  expect(contacts.nodes.map(({ id }: Data) => id).sort()).toEqual([ids[0], ids[1], ids[2], ids[4]].sort());
});

test('what was kept for its changes is taken back where somebody says so', async () => {
  const { tenant, importId, ids } = await touchedWorld();
  await undo(tenant, importId);

  const undone = await undo(tenant, importId, { keepChanged: false });

  expect(undone).toEqual({ state: 'UNDONE', takenBackCount: 5, keptCount: 2, impossibleCount: 1 });
  const { contact, contacts } = await tenant.query(
    'query ($id: ID!) { contact(id: $id) { name company } contacts { totalCount } }',
    { id: ids[0] },
  );
  expect(contact).toEqual({ name: 'Known', company: null });
  expect(contacts.totalCount).toBe(3);
});

test('a contact that two imports have changed goes back step by step', async () => {
  const tenant = await newTenant();
  await tenant.createContact({ name: 'Known', email: 'p0@acme.test' });
  const before = await checksum(tenant);
  const first = await startImport(tenant, 'OVERWRITE');
  await bring(tenant, first, people(1));
  const second = await startImport(tenant, 'OVERWRITE');
  await bring(tenant, second, [{ name: 'Second', email: 'p0@acme.test' }]);

  const early = await undo(tenant, first);
  const later = await undo(tenant, second);
  const again = await undo(tenant, first, { keepChanged: false });

  expect([early.keptCount, later.takenBackCount, again.takenBackCount]).toEqual([1, 1, 1]);
  expect(await checksum(tenant)).toEqual(before);
});

test('what somebody has changed between two batches is not taken for the import’s', async () => {
  const tenant = await newTenant();
  const importId = await startImport(tenant, 'OVERWRITE');
  const [made] = await bring(tenant, importId, people(1));
  await mutate(tenant, 'updateContact', { id: made.contactId, company: 'Changed' }, 'contact { id }');
  await bring(tenant, importId, [{ name: 'Again', email: 'p0@acme.test' }], 2);

  const undone = await undo(tenant, importId);

  expect(undone).toMatchObject({ takenBackCount: 0, keptCount: 1 });
});

test('undoing tells of each contact, and of how far it has come', async () => {
  const tenant = await newTenant();
  await tenant.createContact({ name: 'Known', email: 'p0@acme.test' });
  const importId = await startImport(tenant, 'OVERWRITE');
  await bring(tenant, importId, people(2));
  const subscription = await tenant.subscribe(
    'subscription { tenantEvents { type ... on ImportChanged { import { state } } } }',
  );

  await undo(tenant, importId);

  const heard = [];
  for (let n = 0; n < 4; n += 1) heard.push((await subscription.next()).tenantEvents);
  await subscription.close();
  expect(heard).toEqual([
    { type: 'importChanged', import: { state: expect.stringMatching(/UNDOING|UNDONE/) } },
    { type: 'contactDeleted' },
    { type: 'contactChanged' },
    { type: 'importChanged', import: { state: 'UNDONE' } },
  ]);
});

test('an import of somebody else is undone by admins alone', async () => {
  const tenant = await newTenant();
  const importId = await startImport(tenant, 'OVERWRITE');
  const scopes = ['contacts:read', 'contacts:write'];
  const { createApiKey } = await tenant.query(createKey, { input: { tenantId: tenant.id, name: 'Key', scopes } });
  const headers = { 'x-tenant-id': tenant.id, authorization: `Bearer ${createApiKey.token}` };

  const document = 'mutation ($input: UndoImportInput!) { undoImport(input: $input) { userErrors { code } } }';
  const answer = await send(tenant.api, document, { input: { importId } }, headers);

  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('after 30 days nobody knows the rows', async () => {
  const tenant = await newTenant();
  const importId = await startImport(tenant, 'OVERWRITE');
  await bring(tenant, importId, people(2));
  const manager = await tenant.api.app.tenancy.managerOf(tenant);
  await manager.query(`update ${tablesOf(manager).imports} set created_at = created_at - interval '31 days'`);

  const { userErrors } = await mutate(tenant, 'undoImport', { importId }, 'import { id }');

  expect(userErrors).toEqual([{ code: 'CONFLICT', field: ['importId'] }]);
});
