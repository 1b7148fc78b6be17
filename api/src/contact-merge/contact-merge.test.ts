import { randomUUID } from 'node:crypto';
import { mutate, newLabel } from '../testing/desk';
import { contentsOf, mergeContacts, undoMerge } from '../testing/merges';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { behindTheApi } from '../testing/test-api';

const contactOf = async (tenant: TestTenant, id: string) =>
  (
    await tenant.query(
      `query ($id: ID!) { contact(id: $id) { id name email phone company position externalId metadata
        conversations { nodes { id messages { nodes { number content } } } } merges { id fromName actor { name } } } }`,
      { id },
    )
  ).contact;

const label = (tenant: TestTenant, contactId: string, labelId: string) =>
  behindTheApi(`insert into "${tenant.schemaName}".contact_labels (contact_id, label_id) values ($1, $2)`, [
    contactId,
    labelId,
  ]);

const note = (tenant: TestTenant, contactId: string) =>
  behindTheApi(
    `insert into "${tenant.schemaName}".contact_notes (id, contact_id, content, created_at) values ($1, $2, 'Likes tea', now())`,
    [randomUUID(), contactId],
  );

async function newPair(tenant: TestTenant) {
  const into = await tenant.createContact({ name: 'Ann Lee', email: 'ann@lee.example', metadata: { plan: 'Gold' } });
  const from = await tenant.createContact({
    name: 'Anne Lee',
    email: 'anne@lee.example',
    phone: '+49 30 901820',
    company: 'Lee Ltd',
    externalId: 'crm-7',
    metadata: { plan: 'Silver', size: 3 },
  });
  return { into, from };
}

test('the contact that remains has what both had, and answers for both ids', async () => {
  const tenant = await newTenant();
  const { into, from } = await newPair(tenant);
  await tenant.sendMessage(into.conversationId, 'One');
  await tenant.sendMessage(from.conversationId, 'Two');
  const [vip, shared] = [await newLabel(tenant, 'VIP'), await newLabel(tenant, 'Shared')];
  for (const [contactId, labelId] of [
    [into.id, shared],
    [from.id, shared],
    [from.id, vip],
  ] as const)
    await label(tenant, contactId, labelId);
  await note(tenant, from.id);

  const { merge, userErrors } = await mergeContacts(tenant, { intoId: into.id, fromId: from.id });
  const contact = await contactOf(tenant, from.id);
  const { labels, notes } = await contentsOf(tenant);

  expect(userErrors).toEqual([]);
  expect(merge).toMatchObject({ fromId: from.id, fromName: 'Anne Lee' });
  expect(contact).toMatchObject({
    id: into.id,
    name: 'Ann Lee',
    email: 'ann@lee.example',
    phone: '+49 30 901820',
    company: 'Lee Ltd',
    externalId: 'crm-7',
    metadata: { plan: 'Gold', size: 3 },
    merges: [{ id: merge.id, fromName: 'Anne Lee', actor: { name: expect.any(String) } }],
  });
  expect(contact.conversations.nodes.map(({ id }: { id: string }) => id).sort()).toEqual(
    [into.conversationId, from.conversationId].sort(),
  );
  expect(labels.map(({ pair }: { pair: string }) => pair).sort()).toEqual(
    [`${into.id} ${shared}`, `${into.id} ${vip}`].sort(),
  );
  expect(notes).toEqual([{ id: expect.any(String), contact_id: into.id }]);
});

test('what a merge changed is told by the same names as any other change', async () => {
  const tenant = await newTenant();
  const into = await tenant.createContact({ name: 'Ann', metadata: { name: 'A' } });
  const from = await tenant.createContact({
    name: 'Anne',
    company: 'Lee Ltd',
    externalId: 'crm-8',
    metadata: { email: 'x', tier: 2 },
  });

  await mergeContacts(tenant, { intoId: into.id, fromId: from.id, choose: ['name'] });

  const { contact } = await tenant.query(
    `query ($id: ID!) { contact(id: $id) { timeline { nodes {
       ... on ContactMergedEntry { actor { name } changes { field from to } } } } } }`,
    { id: into.id },
  );
  const { actor, changes } = contact.timeline.nodes[0];
  expect(actor).toEqual({ name: expect.any(String) });
  expect(changes).toEqual(
    expect.arrayContaining([
      { field: 'company', from: null, to: 'Lee Ltd' },
      { field: 'externalId', from: null, to: 'crm-8' },
      { field: 'metadata.email', from: null, to: 'x' },
      { field: 'tier', from: null, to: '2' },
    ]),
  );
});

test('what is chosen is taken from the other, empty or not', async () => {
  const tenant = await newTenant();
  const { into, from } = await newPair(tenant);
  const choose = ['name', 'email', 'plan', 'position'];
  await mutate(tenant, 'updateContact', { id: into.id, position: 'Owner' }, 'contact { id }');

  await mergeContacts(tenant, { intoId: into.id, fromId: from.id, choose });

  expect(await contactOf(tenant, into.id)).toMatchObject({
    name: 'Anne Lee',
    email: 'anne@lee.example',
    position: null,
    metadata: { plan: 'Silver', size: 3 },
  });
});

test('undone, every row is where it was', async () => {
  const tenant = await newTenant();
  const { into, from } = await newPair(tenant);
  const vip = await newLabel(tenant, 'VIP');
  await label(tenant, from.id, vip);
  await note(tenant, from.id);
  await tenant.sendMessage(from.conversationId, 'Two');
  const before = await contentsOf(tenant);

  const { merge } = await mergeContacts(tenant, { intoId: into.id, fromId: from.id, choose: ['name', 'externalId'] });
  const merged = await contentsOf(tenant);
  const undone = await undoMerge(tenant, merge.id);

  expect(merged).not.toEqual(before);
  expect(undone).toMatchObject({
    contact: { id: into.id, name: 'Ann Lee' },
    restoredContact: { id: from.id, name: 'Anne Lee' },
    userErrors: [],
  });
  expect(await contentsOf(tenant)).toEqual(before);
  expect(await contactOf(tenant, from.id)).toMatchObject({ id: from.id, externalId: 'crm-7' });
});

test('what was changed and begun since the merge stays with the contact that remained', async () => {
  const tenant = await newTenant();
  const { into, from } = await newPair(tenant);
  const { merge } = await mergeContacts(tenant, { intoId: into.id, fromId: from.id });
  await mutate(tenant, 'updateContact', { id: into.id, company: 'Lee and Sons' }, 'contact { id }');
  const { conversation } = await mutate(tenant, 'startConversation', { contactId: into.id }, 'conversation { id }');

  await undoMerge(tenant, merge.id);
  const [remained, back] = [await contactOf(tenant, into.id), await contactOf(tenant, from.id)];

  expect(remained).toMatchObject({
    company: 'Lee and Sons',
    phone: null,
    externalId: null,
    metadata: { plan: 'Gold' },
  });
  expect(remained.conversations.nodes.map(({ id }: { id: string }) => id).sort()).toEqual(
    [into.conversationId, conversation.id].sort(),
  );
  expect(back).toMatchObject({ company: 'Lee Ltd', externalId: 'crm-7' });
});

test('merged into one that is merged itself, a contact is known by the last, and is parted in turn', async () => {
  const tenant = await newTenant();
  const [a, b, c] = [await tenant.createContact(), await tenant.createContact(), await tenant.createContact()];
  const first = await mergeContacts(tenant, { intoId: b.id, fromId: a.id });
  const second = await mergeContacts(tenant, { intoId: c.id, fromId: b.id });

  const known = await Promise.all([a, b, c].map(({ id }) => contactOf(tenant, id)));
  const tooEarly = await undoMerge(tenant, first.merge.id);
  await undoMerge(tenant, second.merge.id);
  const between = await contactOf(tenant, a.id);
  await undoMerge(tenant, first.merge.id);

  expect(known.map(({ id }) => id)).toEqual([c.id, c.id, c.id]);
  expect(tooEarly.userErrors).toEqual([{ code: 'CONFLICT', field: ['id'] }]);
  expect(between.id).toBe(b.id);
  expect((await contactOf(tenant, a.id)).id).toBe(a.id);
  expect((await undoMerge(tenant, first.merge.id)).userErrors).toEqual([{ code: 'NOT_FOUND', field: ['id'] }]);
});

test('of two merges of the same pair at once, one is done', async () => {
  const tenant = await newTenant();
  const { into, from } = await newPair(tenant);

  const answers = await Promise.all([
    mergeContacts(tenant, { intoId: into.id, fromId: from.id }),
    mergeContacts(tenant, { intoId: from.id, fromId: into.id }),
  ]);

  expect(answers.filter(({ contact }) => contact !== null)).toHaveLength(1);
  expect((await tenant.query('{ contacts { totalCount } }')).contacts.totalCount).toBe(1);
});

test('nothing is merged with itself, with nothing, or with another company’s', async () => {
  const tenant = await newTenant();
  const stranger = await newTenant();
  const mine = await tenant.createContact();
  const theirs = await stranger.createContact();
  const refused = async (input: object) => (await mergeContacts(tenant, input)).userErrors;

  expect(await refused({ intoId: mine.id, fromId: mine.id })).toEqual([{ code: 'INVALID', field: ['fromId'] }]);
  expect(await refused({ intoId: mine.id, fromId: theirs.id })).toEqual([{ code: 'NOT_FOUND', field: ['fromId'] }]);
  expect(await refused({ intoId: 'x', fromId: mine.id })).toEqual([{ code: 'NOT_FOUND', field: ['intoId'] }]);
  expect(await contactOf(stranger, theirs.id)).toMatchObject({ id: theirs.id });
});
