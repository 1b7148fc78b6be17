import { randomUUID } from 'node:crypto';
import { mutate, newLabel } from '../testing/desk';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { behindTheApi } from '../testing/test-api';

const fields = 'results { id contact { id name } before { isDeleted labelIds } userErrors { code field } }';

const change = (tenant: TestTenant, ids: string[], wanted: object) =>
  mutate(tenant, 'changeContacts', { ids, ...wanted }, fields);

async function newContacts(tenant: TestTenant, count: number): Promise<string[]> {
  const made: string[] = [];
  for (let i = 0; i < count; i += 1) made.push((await tenant.createContact({ name: `Contact ${i}` })).id);
  return made;
}

const labelsOf = async (tenant: TestTenant): Promise<Record<string, string[]>> => {
  const rows = await behindTheApi<{ id: string; labels: string[] }>(
    `select contact_id as id, array_agg(label_id order by label_id) as labels from "${tenant.schemaName}".contact_labels group by 1`,
    [],
  );
  return Object.fromEntries(rows.map(({ id, labels }) => [id, labels]));
};

/** Of each table that deleting touches, how many rows there are and what they say. */
const contentsOf = (tenant: TestTenant) =>
  Promise.all(
    ['contacts', 'contact_activity', 'conversations', 'messages', 'contact_labels', 'deleted_contacts'].map((table) =>
      behindTheApi(
        `select '${table}' as table, count(*)::int as count, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from "${tenant.schemaName}".${table} t`,
        [],
      ),
    ),
  );

test('many are labelled, and what each had before is told', async () => {
  const tenant = await newTenant();
  const [first = '', second = '', third = ''] = await newContacts(tenant, 3);
  const [vip, lead] = [await newLabel(tenant, 'VIP'), await newLabel(tenant, 'Lead')];
  await change(tenant, [first], { addLabelIds: [lead] });

  const { results, userErrors } = await change(tenant, [first, second], { addLabelIds: [vip], removeLabelIds: [lead] });

  expect(userErrors).toEqual([]);
  expect(results).toMatchObject([
    { id: first, contact: { id: first }, before: { isDeleted: false, labelIds: [lead] }, userErrors: [] },
    { id: second, contact: { id: second }, before: { isDeleted: false, labelIds: [] }, userErrors: [] },
  ]);
  expect(await labelsOf(tenant)).toEqual({ [first]: [vip], [second]: [vip] });
  expect(third).not.toBe('');
});

test('many are deleted, and come back to the byte', async () => {
  const tenant = await newTenant();
  const ids = await newContacts(tenant, 4);
  await change(tenant, ids, { addLabelIds: [await newLabel(tenant, 'VIP')] });
  const before = await contentsOf(tenant);

  const { results: gone } = await change(tenant, ids.slice(1), { isDeleted: true });
  const { contacts } = await tenant.query('{ contacts { nodes { id } } }');
  const { results: back } = await change(tenant, ids, { isDeleted: false });

  expect(gone.map(({ contact }: { contact: unknown }) => contact)).toEqual([null, null, null]);
  expect(contacts.nodes).toEqual([{ id: ids[0] }]);
  expect(back.map(({ before }: { before: { isDeleted: boolean } }) => before.isDeleted)).toEqual([
    false,
    true,
    true,
    true,
  ]);
  expect(await contentsOf(tenant)).toEqual(before);
});

test('each deletion and each return is told', async () => {
  const tenant = await newTenant();
  const ids = await newContacts(tenant, 2);
  const { events: before } = await tenant.query('{ events { pageInfo { endCursor } } }');

  await change(tenant, ids, { isDeleted: true });
  await change(tenant, ids, { isDeleted: false });

  const { events } = await tenant.query(
    `{ events(after: "${before.pageInfo.endCursor}") { nodes { type ... on ContactDeleted { contactId } ... on ContactChanged { contactId } } } }`,
  );
  const of = (type: string) => [...ids].sort().map((contactId) => ({ type, contactId }));
  expect(events.nodes).toEqual([...of('contactDeleted'), ...of('contactChanged')]);
});

test('one that is not there keeps none of the others', async () => {
  const tenant = await newTenant();
  const [id = ''] = await newContacts(tenant, 1);
  const unknown = randomUUID();

  const { results, userErrors } = await change(tenant, [unknown, id, 'none'], { isDeleted: true });

  const missing = { contact: null, before: null, userErrors: [{ code: 'NOT_FOUND', field: ['ids'] }] };
  expect(userErrors).toEqual([]);
  expect(results).toMatchObject([
    { id: unknown, ...missing },
    { id, contact: null, userErrors: [] },
    { id: 'none', ...missing },
  ]);
});

test('one whose external id belongs to another by now stays deleted, and the others come back', async () => {
  const tenant = await newTenant();
  const taken = await tenant.createContact({ name: 'Was 7', externalId: 'crm-7' });
  const [other = ''] = await newContacts(tenant, 1);
  await change(tenant, [taken.id, other], { isDeleted: true });
  await tenant.createContact({ name: 'Is 7', externalId: 'crm-7' });

  const { results } = await change(tenant, [taken.id, other], { isDeleted: false });

  expect(results).toMatchObject([
    { id: taken.id, contact: null, userErrors: [{ code: 'CONFLICT', field: ['ids'] }] },
    { id: other, contact: { id: other }, before: { isDeleted: true }, userErrors: [] },
  ]);
});

test('of another company nothing is changed', async () => {
  const [acme, globex] = [await newTenant(), await newTenant()];
  const ids = await newContacts(acme, 1);

  const { results } = await change(globex, ids, { isDeleted: true });

  expect(results).toMatchObject([{ userErrors: [{ code: 'NOT_FOUND', field: ['ids'] }] }]);
  expect((await acme.query('{ contacts { totalCount } }')).contacts.totalCount).toBe(1);
});

test.each([
  ['a label that is none', { addLabelIds: [randomUUID()] }, 'NOT_FOUND', ['addLabelIds']],
  ['text for a label', { removeLabelIds: ['vip'] }, 'NOT_FOUND', ['removeLabelIds']],
])('with %s, nothing is changed', async (_what, wrong, code, field) => {
  const tenant = await newTenant();
  const ids = await newContacts(tenant, 1);

  const { results, userErrors } = await change(tenant, ids, { isDeleted: true, ...wrong });

  expect(results).toBeNull();
  expect(userErrors).toEqual([{ code, field }]);
  expect((await tenant.query('{ contacts { totalCount } }')).contacts.totalCount).toBe(1);
});

test('at most 100 are changed at once', async () => {
  const ids = Array.from({ length: 101 }, () => randomUUID());

  const { userErrors } = await change(await newTenant(), ids, { isDeleted: true });

  expect(userErrors).toEqual([{ code: 'INVALID', field: ['ids'] }]);
});

test('the same ones deleted and labelled at once end in one of both', async () => {
  const tenant = await newTenant();
  const ids = await newContacts(tenant, 6);
  const labelId = await newLabel(tenant, 'VIP');

  const answers = await Promise.all([
    change(tenant, ids, { isDeleted: true }),
    change(tenant, [...ids].reverse(), { addLabelIds: [labelId] }),
    change(tenant, ids, { addLabelIds: [labelId] }),
  ]);

  expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  expect((await tenant.query('{ contacts { totalCount } }')).contacts.totalCount).toBe(0);
  const { results } = await change(tenant, ids, { isDeleted: false });
  expect(results.flatMap(({ userErrors }: { userErrors: unknown[] }) => userErrors)).toEqual([]);
});
