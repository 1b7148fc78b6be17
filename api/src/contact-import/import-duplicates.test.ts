import { mutate } from '../testing/desk';
import { bringRows, contactOf, numbered, outcomes, previewRows, startImport } from '../testing/imports';
import { newTenant, type TestTenant } from '../testing/new-tenant';

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

    expect(outcomes(await bringRows(tenant, await startImport(tenant), rows))).toEqual([
      'SKIPPED',
      'SKIPPED',
      'SKIPPED',
    ]);
    expect(await contactOf(tenant, 'ann@acme.test')).toMatchObject({ name: 'Ann', company: 'Acme' });
  });

  test('fills what it has not', async () => {
    const tenant = await world();
    const first = await bringRows(tenant, await startImport(tenant, 'FILL'), rows);
    const second = await bringRows(tenant, await startImport(tenant, 'FILL'), rows);

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
    const first = await bringRows(tenant, await startImport(tenant, 'OVERWRITE'), rows);
    const second = await bringRows(tenant, await startImport(tenant, 'OVERWRITE'), rows);

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

    const payload = await bringRows(tenant, await startImport(tenant, 'CREATE'), rows);

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

  const together = await bringRows(one, await startImport(one, 'FILL'), rows);
  const importId = await startImport(two, 'FILL');
  const apart: string[] = [];
  for (const row of rows) apart.push(...outcomes(await bringRows(two, importId, [row])));

  expect(outcomes(together)).toEqual(expected);
  expect(apart).toEqual(expected);
  expect(outcomes(await previewRows(await newTenant(), rows, 'FILL'))).toEqual(expected);
  expect(await contactOf(one, 'ann@acme.test')).toMatchObject({ company: 'Acme' });
});

test('what a row changed is told by the same names as any other change', async () => {
  const tenant = await newTenant();
  const { id } = await tenant.createContact({ name: 'Ann', email: 'ann@acme.test' });
  const importId = await startImport(tenant, 'OVERWRITE');

  await bringRows(tenant, importId, [
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

  expect(outcomes(await bringRows(tenant, await startImport(tenant, 'OVERWRITE'), rows))).toEqual([
    'CREATED',
    'CHANGED',
    'CREATED',
  ]);
});

test('a row that is sent again is answered as it was, and written once', async () => {
  const tenant = await newTenant();
  const importId = await startImport(tenant, 'CREATE');
  const rows = numbered([
    { name: 'Ann', email: 'ann@acme.test' },
    { name: 'Bad', email: 'bad' },
  ]);
  const third = { number: 3, name: 'Cem', email: 'cem@acme.test' };

  const first = await bringRows(tenant, importId, rows);
  const again = await Promise.all([1, 2, 3].map(() => bringRows(tenant, importId, [...rows, third])));

  for (const { results: repeated } of again) expect(repeated.slice(0, 2)).toEqual(first.results);
  expect(new Set(again.map(({ results: repeated }) => repeated[2].contactId)).size).toBe(1);
  expect(again.at(-1).import).toMatchObject({ lastNumber: 3, createdCount: 2, refusedCount: 1 });
  const { contacts } = await tenant.query('{ contacts { totalCount } }');
  expect(contacts.totalCount).toBe(2);
});

test('imports and gateways at once make one contact of an address', async () => {
  const tenant = await newTenant();
  const imports = [await startImport(tenant), await startImport(tenant)];
  const rows = numbered(Array.from({ length: 40 }, (_, n) => ({ name: `P ${n}`, email: `p${n}@acme.test` })));

  await Promise.all([
    ...imports.map((importId) => bringRows(tenant, importId, rows)),
    ...Array.from({ length: 12 }, (_, n) =>
      mutate(tenant, 'findOrCreateContact', { name: 'G', email: `P${n}@acme.test` }, 'isNew'),
    ),
  ]);

  const { contacts } = await tenant.query('{ contacts { totalCount } }');
  expect(contacts.totalCount).toBe(40);
});
