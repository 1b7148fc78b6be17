import { randomUUID } from 'node:crypto';
import { mutate } from '../testing/desk';
import { fieldsOf, newField, valuesOf } from '../testing/fields';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { behindTheApi } from '../testing/test-api';

const shown = 'customField { name key kind options isRequired deletedAt }';

const keysOf = async (tenant: TestTenant, list = 'customFields'): Promise<string[]> =>
  (await tenant.query(`{ ${list} { key } }`))[list].map(({ key }: { key: string }) => key);

test('custom fields are listed in the order in which they were made, each with a key of its own', async () => {
  const tenant = await newTenant();
  for (const name of [' Renewal date ', 'Größe', 'Größe!', 'Company', '2nd line', '会社', '__proto__'])
    expect((await newField(tenant, name, 'TEXT')).key).toMatch(/^[a-z][a-z0-9_]*$/);

  const keys = ['renewal_date', 'grosse', 'grosse_2', 'company_2', 'nd_line', 'field', 'proto'];
  expect(await keysOf(tenant)).toEqual(keys.map((key) => key.replace('grosse', 'gro_e')));
});

test('a new name changes no key and no value', async () => {
  const tenant = await newTenant();
  const { id } = await newField(tenant, 'Tier', 'CHOICE', { options: ['Gold', 'Silver'] });
  const contact = await tenant.createContact({ fields: fieldsOf({ tier: 'Silver' }) });

  const changed = await mutate(tenant, 'updateCustomField', { id, name: 'Level', options: ['Gold'] }, shown);

  const customField = {
    name: 'Level',
    key: 'tier',
    kind: 'CHOICE',
    options: ['Gold'],
    isRequired: false,
    deletedAt: null,
  };
  expect(changed).toEqual({ customField, userErrors: [] });
  expect(await valuesOf(tenant, contact.id)).toEqual({ tier: 'Silver' });
});

test.each([
  ['a name that is there', { name: 'TIER', kind: 'TEXT' }, ['name'], 'CONFLICT'],
  ['no name', { name: ' ', kind: 'TEXT' }, ['name'], 'REQUIRED'],
  ['options without a choice', { name: 'X', kind: 'DATE', options: ['A'] }, ['options'], 'INVALID'],
  ['a choice without options', { name: 'X', kind: 'CHOICE' }, ['options'], 'REQUIRED'],
  ['the same option twice', { name: 'X', kind: 'CHOICES', options: ['A', ' a '] }, ['options'], 'INVALID'],
  ['a blank option', { name: 'X', kind: 'CHOICES', options: ['A', ' '] }, ['options'], 'REQUIRED'],
  ['a semicolon', { name: 'X', kind: 'CHOICES', options: ['A;B'] }, ['options'], 'INVALID'],
])('%s is refused', async (_what, input, field, code) => {
  const tenant = await newTenant();
  await newField(tenant, 'Tier', 'TEXT');

  const { customField, userErrors } = await mutate(tenant, 'createCustomField', input, shown);

  expect(customField).toBeNull();
  expect(userErrors).toEqual([{ code, field }]);
});

test('there are at most 50', async () => {
  const tenant = await newTenant();
  for (let n = 0; n < 50; n += 1) await newField(tenant, `Field ${n}`, 'TEXT');

  const { userErrors } = await mutate(tenant, 'createCustomField', { name: 'One more', kind: 'TEXT' }, shown);

  expect(userErrors).toEqual([{ code: 'CONFLICT', field: ['name'] }]);
});

test('a field is moved to any place, and past the last to the last', async () => {
  const tenant = await newTenant();
  const ids = await Promise.all(['A', 'B', 'C'].map(async (name) => (await newField(tenant, name, 'TEXT')).id));
  const order = async (i: number, position: number) =>
    (await mutate(tenant, 'moveCustomField', { id: ids[i], position }, 'customFields { name }')).customFields
      .map(({ name }: { name: string }) => name)
      .join('');
  await order(0, 0);
  await order(1, 1);

  expect([await order(2, 0), await order(2, 1), await order(0, 99), await order(1, -1)]).toEqual([
    'CAB',
    'ACB',
    'CBA',
    'BCA',
  ]);
});

test('a deleted field keeps its values until it is restored', async () => {
  const tenant = await newTenant();
  const { id } = await newField(tenant, 'Tier', 'TEXT');
  const contact = await tenant.createContact({ fields: fieldsOf({ tier: 'Gold' }) });

  const gone = await mutate(tenant, 'deleteCustomField', { id }, 'deletedCustomFieldId');
  const meanwhile = await tenant.query(`{ contact(id: "${contact.id}") { metadata fields { value } } }`);
  expect(await keysOf(tenant, 'deletedCustomFields')).toEqual(['tier']);
  const back = await mutate(tenant, 'restoreCustomField', { id }, 'customField { id }');

  expect([gone.deletedCustomFieldId, back.customField.id]).toEqual([id, id]);
  expect(meanwhile.contact).toEqual({ metadata: { tier: 'Gold' }, fields: [] });
  expect(await valuesOf(tenant, contact.id)).toEqual({ tier: 'Gold' });
});

test('the key of a deleted field is not given to another, whose name may be the same', async () => {
  const tenant = await newTenant();
  const { id } = await newField(tenant, 'Tier', 'TEXT');
  await mutate(tenant, 'deleteCustomField', { id }, '__typename');

  expect((await newField(tenant, 'Tier', 'NUMBER')).key).toBe('tier_2');

  const back = await mutate(tenant, 'restoreCustomField', { id }, 'customField { id }');
  expect(back).toEqual({ customField: null, userErrors: [{ code: 'CONFLICT', field: ['id'] }] });
});

test('a purged field is gone with its values, from contacts and from deleted ones, and nothing else is', async () => {
  const tenant = await newTenant();
  const { id } = await newField(tenant, 'Tier', 'TEXT');
  const given = { company: 'Acme', metadata: { plan: 'A' }, fields: fieldsOf({ tier: 'Gold' }) };
  const [kept, deleted] = [await tenant.createContact(given), await tenant.createContact(given)];
  await mutate(tenant, 'deleteContact', { id: deleted.id }, '__typename');
  await mutate(tenant, 'deleteCustomField', { id }, '__typename');

  const { purgedCustomFieldId } = await mutate(tenant, 'purgeCustomField', { id }, 'purgedCustomFieldId');
  const again = await mutate(tenant, 'restoreCustomField', { id }, 'customField { id }');
  await runPurge(tenant);

  expect(purgedCustomFieldId).toBe(id);
  expect(again.userErrors).toEqual([{ code: 'NOT_FOUND', field: ['id'] }]);
  expect(await keysOf(tenant, 'deletedCustomFields')).toEqual([]);
  await mutate(tenant, 'restoreContact', { id: deleted.id }, '__typename');
  for (const contact of [kept, deleted]) {
    const read = await tenant.query(`{ contact(id: "${contact.id}") { metadata company } }`);
    expect(read.contact).toEqual({ metadata: { plan: 'A' }, company: 'Acme' });
  }
  expect((await newField(tenant, 'Tier', 'TEXT')).key).toBe('tier');
});

async function runPurge(tenant: TestTenant): Promise<void> {
  await behindTheApi(`update public.jobs set due_at = now() where tenant_id = $1 and kind = 'purgeCustomFields'`, [
    tenant.id,
  ]);
  await tenant.api.app.jobs.runDue();
}

test.each(['updateCustomField', 'moveCustomField', 'deleteCustomField', 'restoreCustomField', 'purgeCustomField'])(
  '%s of another company’s field says that there is none',
  async (name) => {
    const [tenant, other] = [await newTenant(), await newTenant()];
    const { id } = await newField(other, 'Tier', 'TEXT');
    const more = name === 'moveCustomField' ? { position: 0 } : {};

    for (const unknown of [id, randomUUID(), 'nope']) {
      const { userErrors } = await mutate(tenant, name, { id: unknown, ...more }, '__typename');
      expect(userErrors).toEqual([{ code: 'NOT_FOUND', field: ['id'] }]);
    }
    expect(await keysOf(other)).toEqual(['tier']);
  },
);

test('the audit log says who did what to which field, and other windows hear of it', async () => {
  const tenant = await newTenant();
  const subscription = await tenant.subscribe(
    'subscription { tenantEvents { type ... on CustomFieldsChanged { customFieldId customField { name } } } }',
  );
  const { id } = await newField(tenant, 'Tier', 'TEXT');
  const made = await subscription.next();
  await mutate(tenant, 'deleteCustomField', { id }, '__typename');
  const deleted = await subscription.next();

  const told = (customField: object | null) => ({
    tenantEvents: { type: 'customFieldsChanged', customFieldId: id, customField },
  });
  expect([made, deleted]).toEqual([told({ name: 'Tier' }), told(null)]);
  const { currentTenant } = await tenant.query('{ currentTenant { auditLog { nodes { action target } } } }');
  expect(currentTenant.auditLog.nodes.slice(0, 2)).toEqual([
    { action: 'customField.delete', target: 'Tier' },
    { action: 'customField.create', target: 'Tier' },
  ]);
  await subscription.close();
});
