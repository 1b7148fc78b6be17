import { fieldsOf, newField } from '../testing/fields';
import { newTenant, type TestTenant } from '../testing/new-tenant';

const list = `query ($fields: [FieldCondition!]) {
  contacts(filter: { fields: $fields }, orderBy: { field: NAME }) { totalCount nodes { name } }
}`;

const namesOf = async (tenant: TestTenant, ...fields: object[]): Promise<string> => {
  const { contacts } = await tenant.query(list, { fields });
  expect(contacts.totalCount).toBe(contacts.nodes.length);
  return contacts.nodes.map(({ name }: { name: string }) => name).join('');
};

/** Whatever a program calls its keys. */
const odd = { 'odd "key"\\ \u0007': 'a"b\\ \u2028 $x' };

async function fill(): Promise<TestTenant> {
  const tenant = await newTenant();
  await newField(tenant, 'Tier', 'CHOICE', { options: ['Gold', 'Silver', 'All_in'] });
  await newField(tenant, 'Topics', 'CHOICES', { options: ['Parts', 'Invoices'] });
  await newField(tenant, 'Seats', 'NUMBER');
  await newField(tenant, 'Renewal', 'DATE');
  await newField(tenant, 'Signed', 'BOOLEAN');
  for (const [name, values] of Object.entries({
    A: { tier: 'Gold', seats: 9, renewal: '2026-01-31', signed: true },
    B: { tier: 'Silver', topics: ['Parts', 'Invoices'], seats: 10, signed: false },
    C: { tier: 'All_in', topics: ['Invoices'], renewal: '2026-11-30' },
    D: {},
  }))
    await tenant.createContact({
      name,
      company: 'Gold',
      fields: fieldsOf(values),
      ...(name === 'D' && { metadata: odd }),
    });
  return tenant;
}

test.each([
  [{ key: 'tier', value: 'Gold' }, 'A'],
  [{ key: 'tier', value: 'gold' }, ''],
  [{ key: 'tier', operator: 'ONE_OF', value: ['Gold', 'Silver'] }, 'AB'],
  [{ key: 'tier', operator: 'ONE_OF', value: [] }, ''],
  [{ key: 'topics', value: 'Parts' }, 'B'],
  [{ key: 'topics', operator: 'ONE_OF', value: ['Invoices'] }, 'BC'],
  [{ key: 'signed', value: false }, 'B'],
  [{ key: 'seats', value: 9 }, 'A'],
  [{ key: 'seats', operator: 'AT_LEAST', value: 9.5 }, 'B'],
  [{ key: 'seats', operator: 'AT_MOST', value: 10 }, 'AB'],
  [{ key: 'seats', operator: 'AT_MOST', value: '10' }, ''],
  [{ key: 'renewal', operator: 'AT_LEAST', value: '2026-11-30' }, 'C'],
  [{ key: 'renewal', operator: 'AT_MOST', value: '2026-06-01' }, 'A'],
  [{ key: 'tier', operator: 'CONTAINS', value: 'L' }, 'ABC'],
  [{ key: 'tier', operator: 'CONTAINS', value: 'l_' }, 'C'],
  [{ key: 'topics', operator: 'CONTAINS', value: 'voice' }, 'BC'],
  [{ key: 'topics', operator: 'CONTAINS', value: '","' }, ''],
  [{ key: 'tier', operator: 'IS_SET' }, 'ABC'],
  [{ key: 'seats', operator: 'IS_NOT_SET' }, 'CD'],
  [{ key: 'nothing', value: 'Gold' }, ''],
  [{ key: 'nothing', operator: 'IS_NOT_SET' }, 'ABCD'],
  [{ key: 'company', value: 'Gold' }, ''],
  [{ key: 'odd "key"\\ \u0007', value: 'a"b\\ \u2028 $x' }, 'D'],
  [{ key: 'odd "key"\\ \u0007', value: 'Gold" || @ == "' }, ''],
])('%j finds %s', async (condition, names) => {
  expect(await namesOf(await fill(), condition)).toBe(names);
});

test('several conditions are all to be met', async () => {
  const tenant = await fill();

  expect(await namesOf(tenant, { key: 'topics', value: 'Invoices' }, { key: 'signed', value: false })).toBe('B');
});

test.each([
  [[{ key: 'tier' }]],
  [[{ key: 'tier', value: { a: 1 } }]],
  [[{ key: 'tier', operator: 'ONE_OF', value: 'Gold' }]],
  [[{ key: 'tier', operator: 'CONTAINS', value: 3 }]],
  [[{ key: 'tier', operator: 'AT_LEAST', value: true }]],
  [[{ key: 'tier', value: 'a\0b' }]],
  [Array.from({ length: 11 }, () => ({ key: 'tier', value: 'Gold' }))],
])('%j is refused by the argument’s name', async (fields) => {
  const { errors } = await (await newTenant()).send(list, { fields });

  expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
  expect(errors?.[0]?.message).toContain('filter.fields');
});
