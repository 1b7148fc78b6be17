import { fieldsOf, newField, valuesOf } from '../testing/fields';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { trafficOf } from '../testing/traffic';

const kinds: [name: string, kind: string, options?: string[]][] = [
  ['Motto', 'TEXT'],
  ['Story', 'LONG_TEXT'],
  ['Seats', 'NUMBER'],
  ['Renewal', 'DATE'],
  ['Signed', 'BOOLEAN'],
  ['Tier', 'CHOICE', ['Gold', 'Silver']],
  ['Topics', 'CHOICES', ['Parts', 'Invoices', 'Delivery']],
  ['Site', 'LINK'],
];

async function newTenantWithFields(): Promise<TestTenant> {
  const tenant = await newTenant();
  for (const [name, kind, options] of kinds) await newField(tenant, name, kind, options && { options });
  return tenant;
}

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of many shapes; a wrong one fails the test
async function sent(tenant: TestTenant, name: string, input: object): Promise<any> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { contact { id metadata } userErrors { code field message } } }`;
  return (await tenant.query(document, { input }))[name];
}

const ann = { name: 'Ann', email: 'ann@contact.example' };

test('each kind keeps its value, as JSON or as the text of a file', async () => {
  const tenant = await newTenantWithFields();
  const wanted = {
    motto: 'Onwards',
    story: 'One\nTwo',
    seats: -12.5,
    renewal: '2028-02-29',
    signed: false,
    tier: 'Gold',
    topics: ['Parts', 'Delivery'],
    site: 'https://acme.example/a?b=c',
  };
  const texts = {
    ...wanted,
    motto: ' Onwards ',
    seats: '-12.50',
    signed: 'No',
    tier: 'gold',
    topics: 'delivery; Parts',
  };

  const asJson = await sent(tenant, 'createContact', { ...ann, fields: fieldsOf(wanted) });
  const asTexts = await sent(tenant, 'createContact', { ...ann, metadata: { ...texts, plan: 'A' } });

  expect([asJson.userErrors, asTexts.userErrors]).toEqual([[], []]);
  expect(await valuesOf(tenant, asJson.contact.id)).toEqual(wanted);
  expect(asTexts.contact.metadata).toEqual({ ...wanted, plan: 'A' });
});

test.each([
  ['motto', 'One\nTwo', 'Motto: expected one line of at most 500 characters.'],
  ['motto', ['One'], 'Motto: expected one line of at most 500 characters.'],
  ['story', 'x'.repeat(5_001), 'Story: expected a text of at most 5,000 characters.'],
  ['seats', 'twelve', 'Seats: expected a number such as 1250.5.'],
  ['seats', '1,250', 'Seats: expected a number such as 1250.5.'],
  ['seats', '123456789012345.678', 'Seats: expected a number such as 1250.5.'],
  ['renewal', '30.11.2026', 'Renewal: expected a date such as 2026-11-30.'],
  ['renewal', '2026-02-30', 'Renewal: expected a date such as 2026-11-30.'],
  ['renewal', 20261130, 'Renewal: expected a date such as 2026-11-30.'],
  ['signed', 'constructor', 'Signed: expected true or false.'],
  ['signed', 1, 'Signed: expected true or false.'],
  ['tier', 'Bronze', 'Tier: expected one of: Gold, Silver.'],
  ['tier', ['Gold'], 'Tier: expected one of: Gold, Silver.'],
  ['topics', ['Parts', 'Else'], 'Topics: expected any of: Parts, Invoices, Delivery.'],
  ['topics', { Parts: true }, 'Topics: expected any of: Parts, Invoices, Delivery.'],
  ['site', 'acme.example', 'Site: expected a link such as https://example.com.'],
  ['site', 'javascript:alert(1)', 'Site: expected a link such as https://example.com.'],
  ['site', 'https://', 'Site: expected a link such as https://example.com.'],
])('%s cannot be %j, whichever way it comes', async (key, value, message) => {
  const tenant = await newTenantWithFields();
  const { id } = await tenant.createContact();

  for (const given of [{ fields: fieldsOf({ [key]: value }) }, { metadata: { [key]: value } }]) {
    for (const [name, who] of [
      ['createContact', ann],
      ['findOrCreateContact', ann],
      ['updateContact', { id }],
    ] as const) {
      const { contact, userErrors } = await sent(tenant, name, { ...who, ...given });
      expect(contact).toBeNull();
      expect(userErrors).toEqual([{ code: 'INVALID', field: ['fields', key], message }]);
    }
  }
});

test('a key that no field has, and characters that cannot be stored, are refused by their names', async () => {
  const tenant = await newTenantWithFields();

  const unknown = await sent(tenant, 'createContact', { ...ann, fields: fieldsOf({ nothing: 1, __proto__x: 1 }) });
  const unstorable = await sent(tenant, 'createContact', { ...ann, fields: fieldsOf({ story: 'a\0b' }) });

  expect(unknown.userErrors.map(({ code, field }: { code: string; field: string[] }) => [code, field])).toEqual([
    ['NOT_FOUND', ['fields', 'nothing']],
    ['NOT_FOUND', ['fields', '__proto__x']],
  ]);
  expect(unstorable.userErrors).toEqual([
    expect.objectContaining({ code: 'INVALID', field: ['fields', '0', 'value'] }),
  ]);
});

test('a required field is asked for of new contacts, cannot be emptied, and keeps no gateway out', async () => {
  const tenant = await newTenant();
  const before = await tenant.createContact();
  await newField(tenant, 'Tier', 'CHOICE', { options: ['Gold'], isRequired: true });
  const refusal = [{ code: 'REQUIRED', field: ['fields', 'tier'], message: 'Tier is required.' }];

  const missing = await sent(tenant, 'createContact', ann);
  const found = await sent(tenant, 'findOrCreateContact', { name: 'Bob', email: 'bob@contact.example' });
  const { contact } = await sent(tenant, 'createContact', { ...ann, fields: fieldsOf({ tier: 'Gold' }) });
  const emptied = await sent(tenant, 'updateContact', { id: contact.id, fields: fieldsOf({ tier: ' ' }) });
  const renamed = await sent(tenant, 'updateContact', { id: before.id, name: 'Zoe', metadata: { plan: 'A' } });

  expect([missing.userErrors, emptied.userErrors]).toEqual([refusal, refusal]);
  expect([found.userErrors, renamed.userErrors]).toEqual([[], []]);
  expect(await valuesOf(tenant, contact.id)).toEqual({ tier: 'Gold' });
});

test('what is left out stays, null empties, and replacing the metadata touches no field that it does not name', async () => {
  const tenant = await newTenantWithFields();
  const { id } = await tenant.createContact({
    company: 'Acme',
    metadata: { plan: 'A' },
    fields: fieldsOf({ motto: 'One', seats: 3, tier: 'Gold' }),
  });

  await sent(tenant, 'updateContact', { id, fields: fieldsOf({ motto: null, seats: 4 }) });
  const first = await sent(tenant, 'updateContact', { id, company: null });
  const second = await sent(tenant, 'updateContact', { id, metadata: { seats: 5, other: 1 } });
  const third = await sent(tenant, 'updateContact', { id, metadata: null, fields: fieldsOf({ tier: null }) });

  expect([first, second, third].map(({ contact }) => contact.metadata)).toEqual([
    { plan: 'A', seats: 4, tier: 'Gold' },
    { other: 1, seats: 5, tier: 'Gold' },
    { seats: 5 },
  ]);
});

test('what stood under the key before there was the field is its value, whatever its form', async () => {
  const tenant = await newTenant();
  const { id } = await tenant.createContact({ metadata: { seats: { some: ['thing'] } } });
  await newField(tenant, 'Seats', 'NUMBER');

  expect(await valuesOf(tenant, id)).toEqual({ seats: { some: ['thing'] } });
});

test('a contact without custom fields costs what it cost before there were any', async () => {
  const tenant = await newTenant();
  await tenant.createContact();

  const { statements, roundTrips } = await trafficOf(tenant, () => tenant.createContact());

  expect({ statements, roundTrips }).toEqual({ statements: 5, roundTrips: 1 });
});
