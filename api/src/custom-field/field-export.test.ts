import { mutate } from '../testing/desk';
import { ask } from '../testing/exports';
import { fieldsOf, newField } from '../testing/fields';
import { newTenant } from '../testing/new-tenant';

async function newTenantWithValues() {
  const tenant = await newTenant();
  const { id } = await newField(tenant, 'Old', 'TEXT');
  await newField(tenant, 'Contract, tier', 'CHOICE', { options: ['=Gold', 'Silver'] });
  await newField(tenant, 'Topics', 'CHOICES', { options: ['Parts', 'Invoices'] });
  await newField(tenant, 'Seats', 'NUMBER');
  await newField(tenant, 'Signed', 'BOOLEAN');
  const values = { old: 'kept', contract_tier: '=Gold', topics: ['Parts', 'Invoices'], seats: 12.5, signed: false };
  await tenant.createContact({ name: 'Ann', metadata: { plan: 'A' }, fields: fieldsOf(values) });
  await tenant.createContact({ name: 'Bob', company: 'Acme' });
  await mutate(tenant, 'deleteCustomField', { id }, '__typename');
  return tenant;
}

const byName = JSON.stringify({ field: 'NAME' });

test('a file of cells has a column for each custom field by its name, and what belongs to none in metadata', async () => {
  const file = await ask(await newTenantWithValues(), { format: 'csv', orderBy: byName });

  const [head = '', ann = '', bob = ''] = (await file.text()).split('\r\n');
  expect(head).toMatch(/,externalId,"Contract, tier",Topics,Seats,Signed,metadata$/);
  expect(ann).toMatch(/,'=Gold,Parts; Invoices,12\.5,false,"\{""old"": ""kept"", ""plan"": ""A""\}"$/);
  expect(bob).toMatch(/,,,,,\{\}$/);
});

test('JSON lines have each custom field by its key', async () => {
  const file = await ask(await newTenantWithValues(), { format: 'jsonl', orderBy: byName });

  const [ann, bob] = (await file.text())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  expect(ann).toMatchObject({
    contract_tier: '=Gold',
    topics: ['Parts', 'Invoices'],
    seats: 12.5,
    signed: false,
    metadata: { old: 'kept', plan: 'A' },
  });
  expect(bob).toMatchObject({ contract_tier: null, topics: null, seats: null, signed: null, metadata: {} });
});

test('a file holds what a filter by a custom field finds', async () => {
  const filter = JSON.stringify({ fields: [{ key: 'topics', value: 'Parts' }] });

  const file = await ask(await newTenantWithValues(), { format: 'jsonl', filter });

  expect((await file.text()).split('\n').filter(Boolean)).toHaveLength(1);
});

test('a field that is called like what a list sorts by has its column in a file of what is searched', async () => {
  const tenant = await newTenant();
  await newField(tenant, 'Sort', 'TEXT');
  await tenant.createContact({ name: 'Ann', fields: fieldsOf({ sort: 'first' }) });

  const file = await ask(tenant, { format: 'jsonl', search: 'ann' });

  expect(JSON.parse(await file.text())).toMatchObject({ name: 'Ann', sort: 'first' });
});
