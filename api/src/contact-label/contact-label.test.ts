import { randomUUID } from 'node:crypto';
import { mutate, newLabel } from '../testing/desk';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { newTeam } from '../testing/team';
import { behindTheApi } from '../testing/test-api';

const set = (tenant: TestTenant, id: string, labelIds: string[]) =>
  mutate(tenant, 'setContactLabels', { id, labelIds }, 'contact { id labels { name } }');

const idsOf = async (tenant: TestTenant, filter: object, orderBy: object | null = null) => {
  const { contacts } = await tenant.query(
    `query ($filter: ContactFilter, $orderBy: ContactOrder) {
       contacts(filter: $filter, orderBy: $orderBy) { nodes { id } totalCount }
     }`,
    { filter, orderBy },
  );
  expect(contacts.totalCount).toBe(contacts.nodes.length);
  return contacts.nodes.map(({ id }: { id: string }) => id);
};

test('a contact has the labels that were put on it last, by name, and loses one that is deleted', async () => {
  const tenant = await newTenant();
  const { id } = await tenant.createContact();
  const [old, vip, press] = [
    await newLabel(tenant, 'Old'),
    await newLabel(tenant, 'VIP'),
    await newLabel(tenant, 'Press'),
  ];

  await set(tenant, id, [old]);
  const answer = await set(tenant, id, [vip, press, vip]);

  expect(answer).toEqual({ contact: { id, labels: [{ name: 'Press' }, { name: 'VIP' }] }, userErrors: [] });
  await mutate(tenant, 'deleteLabel', { id: press }, 'deletedLabelId');
  const { contact } = await tenant.query('query ($id: ID!) { contact(id: $id) { labels { name } } }', { id });
  expect(contact).toEqual({ labels: [{ name: 'VIP' }] });
});

test('contacts are listed by their labels, in every order', async () => {
  const tenant = await newTenant();
  const [vip, press] = [await newLabel(tenant, 'VIP'), await newLabel(tenant, 'Press')];
  const { id: ann } = await tenant.createContact({ name: 'Ann' });
  const { id: bob } = await tenant.createContact({ name: 'Bob' });
  await tenant.createContact({ name: 'Cid' });
  await set(tenant, ann, [vip, press]);
  await set(tenant, bob, [press]);

  expect(await idsOf(tenant, { labelIds: [vip] })).toEqual([ann]);
  expect(await idsOf(tenant, { labelIds: [vip, press] }, { field: 'NAME' })).toEqual([ann, bob]);
  expect(await idsOf(tenant, { labelIds: [press] }, { field: 'LAST_ACTIVITY_AT', direction: 'DESC' })).toEqual([
    bob,
    ann,
  ]);
  expect(await idsOf(tenant, { labelIds: [] })).toEqual([]);
  expect(await idsOf(tenant, { labelIds: ['no id', randomUUID()] })).toEqual([]);
});

test('of a label that more have than are looked up one by one, pages and counts are the same', async () => {
  const tenant = await newTenant();
  const [vip, press] = [await newLabel(tenant, 'VIP'), await newLabel(tenant, 'Press')];
  const { id: ann } = await tenant.createContact({ name: 'Ann' });
  await set(tenant, ann, [vip, press]);
  const schema = `"${tenant.schemaName}"`;
  await behindTheApi(
    `with made as (
       insert into ${schema}.contacts (id, name, email, created_at, updated_at)
       select gen_random_uuid(), 'Bob ' || i, i || '@many.example', now(), now() from generate_series(1, 1200) i returning id
     ), active as (insert into ${schema}.contact_activity (contact_id, last_activity_at) select id, now() from made)
     insert into ${schema}.contact_labels (contact_id, label_id) select id, $1 from made`,
    [vip],
  );

  const query = `query ($filter: ContactFilter) {
    contacts(filter: $filter, first: 2, orderBy: { field: NAME, direction: ASC }) { nodes { name } totalCount } }`;
  const ofOne = await tenant.query(query, { filter: { labelIds: [vip] } });
  const ofEither = await tenant.query(query, { filter: { labelIds: [press, vip] } });

  const expected = { contacts: { nodes: [{ name: 'Ann' }, { name: 'Bob 1' }], totalCount: 1_201 } };
  expect(ofOne).toEqual(expected);
  expect(ofEither).toEqual(expected);
});

test('labels of another company, and contacts of another company, are unknown; too many are refused', async () => {
  const [tenant, other] = [await newTenant(), await newTenant()];
  const { id } = await tenant.createContact();
  const { id: foreign } = await other.createContact();
  const label = await newLabel(other, 'Theirs');

  const wrongLabel = await set(tenant, id, [label]);
  const wrongContact = await set(tenant, foreign, []);
  const noId = await set(tenant, id, ['nonsense']);
  const tooMany = await set(
    tenant,
    id,
    Array.from({ length: 21 }, () => randomUUID()),
  );

  const refused = (code: string, field: string) => ({ contact: null, userErrors: [{ code, field: [field] }] });
  expect(wrongLabel).toEqual(refused('NOT_FOUND', 'labelIds'));
  expect(wrongContact).toEqual(refused('NOT_FOUND', 'id'));
  expect(noId).toEqual(refused('NOT_FOUND', 'labelIds'));
  expect(tooMany).toEqual(refused('INVALID', 'labelIds'));
});

test('who only reads sees labels and puts on none', async () => {
  const [owner, viewer, member] = await newTeam('VIEWER', 'MEMBER');
  const { id } = await owner.createContact();
  const label = await newLabel(owner, 'VIP');
  const document = `mutation ($input: SetContactLabelsInput!) { setContactLabels(input: $input) { userErrors { code } } }`;

  const byViewer = await viewer.send(document, { input: { id, labelIds: [label] } });
  const byMember = await member.send(document, { input: { id, labelIds: [label] } });

  expect(byViewer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect(byMember.data.setContactLabels).toEqual({ userErrors: [] });
  const { contact } = await viewer.query('query ($id: ID!) { contact(id: $id) { labels { name } } }', { id });
  expect(contact).toEqual({ labels: [{ name: 'VIP' }] });
});

test('of two who label at once, each sees the same in the end', async () => {
  const tenant = await newTenant();
  const { id } = await tenant.createContact();
  const labels = [await newLabel(tenant, 'A'), await newLabel(tenant, 'B')];

  const answers = await Promise.all(labels.map((label) => set(tenant, id, [label])));

  expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  const { contact } = await tenant.query('query ($id: ID!) { contact(id: $id) { labels { name } } }', { id });
  expect(contact.labels).toHaveLength(1);
});

test('other windows hear of a label, and of none that was there already', async () => {
  const tenant = await newTenant();
  const { id } = await tenant.createContact();
  const label = await newLabel(tenant, 'VIP');
  const subscription = await tenant.subscribe('subscription { contactChanged { id labels { name } } }');

  await set(tenant, id, [label]);
  const told = await subscription.next();
  await set(tenant, id, [label]);

  expect(told).toEqual({ contactChanged: { id, labels: [{ name: 'VIP' }] } });
  expect(await subscription.isQuietFor(300)).toBe(true);
  await subscription.close();
});
