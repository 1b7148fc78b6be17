import { randomUUID } from 'node:crypto';
import { newTenant, type TestTenant } from '../testing/new-tenant';

const details = 'id name email phone company position source metadata createdAt updatedAt lastActivityAt';
const userErrors = 'userErrors { code field message }';

const create = async (tenant: TestTenant, input: object) =>
  (
    await tenant.query(
      `mutation ($input: CreateContactInput!) {
         createContact(input: $input) { contact { ${details} } conversation { id status messageCount } ${userErrors} }
       }`,
      { input },
    )
  ).createContact;

const update = async (tenant: TestTenant, input: object) =>
  (
    await tenant.query(
      `mutation ($input: UpdateContactInput!) { updateContact(input: $input) { contact { ${details} } ${userErrors} } }`,
      { input },
    )
  ).updateContact;

const read = async (tenant: TestTenant, id: string) =>
  (await tenant.query(`query ($id: ID!) { contact(id: $id) { ${details} } }`, { id })).contact;

const change = async (tenant: TestTenant, operation: 'deleteContact' | 'restoreContact', id: string) => {
  const [type, result] =
    operation === 'deleteContact'
      ? ['DeleteContactInput', 'deletedContactId']
      : ['RestoreContactInput', 'contact { id }'];
  const answer = await tenant.query(
    `mutation ($input: ${type}!) { ${operation}(input: $input) { ${result} ${userErrors} } }`,
    { input: { id } },
  );
  return answer[operation];
};

const countOf = async (tenant: TestTenant) => (await tenant.query('{ contacts { totalCount } }')).contacts.totalCount;

test('a contact is created with an empty, active conversation and read back as it was given', async () => {
  const tenant = await newTenant();
  const input = {
    name: '  Zoë Müller ',
    email: 'Zoe@Contact.Example',
    phone: '+49 (0)30 901820',
    company: 'Acme',
    position: 'Buyer',
    source: 'Website',
    metadata: { plan: 'Gold', seats: 12, tags: ['a', null] },
  };

  const { contact, conversation, userErrors: errors } = await create(tenant, input);

  expect(errors).toEqual([]);
  expect(contact).toMatchObject({ ...input, name: 'Zoë Müller' });
  expect(conversation).toMatchObject({ status: 'ACTIVE', messageCount: 0 });
  expect(await read(tenant, contact.id)).toEqual(contact);
});

test.each([
  ['name', { name: '' }, 'REQUIRED', ['name']],
  ['name', { name: ' \t ' }, 'REQUIRED', ['name']],
  ['name', { name: 'x'.repeat(201) }, 'TOO_LONG', ['name']],
  ['name', { name: 'a\0b' }, 'INVALID', ['name']],
  ['name', { name: 'half \ud83d of a pair' }, 'INVALID', ['name']],
  ['email', { email: 'ann@' }, 'INVALID', ['email']],
  ['email', { email: `${'x'.repeat(320)}@contact.example` }, 'TOO_LONG', ['email']],
  ['email and phone', { email: null }, 'REQUIRED', ['email']],
  ['email and phone', { email: ' ', phone: '' }, 'REQUIRED', ['email']],
  ['phone', { phone: '030 901820' }, 'INVALID', ['phone']],
  ['phone', { phone: '+49 call me' }, 'INVALID', ['phone']],
  ['company', { company: 'x'.repeat(201) }, 'TOO_LONG', ['company']],
  ['metadata', { metadata: { notes: 'x'.repeat(17_000) } }, 'TOO_LONG', ['metadata']],
  ['metadata', { metadata: { company: 'Acme' } }, 'INVALID', ['metadata', 'company']],
  ['metadata', { metadata: { notes: ['fine', 'a\0b'] } }, 'INVALID', ['metadata', 'notes', '1']],
  ['idempotencyKey', { idempotencyKey: 'x'.repeat(201) }, 'TOO_LONG', ['idempotencyKey']],
])('a wrong %s is refused by name, and nothing is stored: %j', async (_field, wrong, code, field) => {
  const tenant = await newTenant();

  const { contact, userErrors: errors } = await create(tenant, { name: 'Ann', email: 'ann@contact.example', ...wrong });

  expect(contact).toBeNull();
  expect(errors).toEqual([{ code, field, message: expect.stringMatching(/^[A-Z].*\.$/) }]);
  expect(await countOf(tenant)).toBe(0);
});

test('all that is wrong is said at once', async () => {
  const tenant = await newTenant();

  const { userErrors: errors } = await create(tenant, { name: '', email: 'ann@', phone: '1' });

  expect(errors.map(({ field }: { field: string[] }) => field[0])).toEqual(['name', 'email', 'phone']);
});

test('exactly 200 characters are a name, counted as people count them', async () => {
  const tenant = await newTenant();

  const { contact } = await create(tenant, { name: '🙂'.repeat(200), email: 'ann@contact.example' });

  expect(contact.name).toBe('🙂'.repeat(200));
});

test('only what is given changes; null empties a field', async () => {
  const tenant = await newTenant();
  const { contact } = await create(tenant, {
    name: 'Ann',
    email: 'a@contact.example',
    company: 'Acme',
    metadata: { a: 1 },
  });

  const { contact: updated } = await update(tenant, { id: contact.id, name: 'Ann Lee', company: null });

  expect(updated).toMatchObject({ name: 'Ann Lee', email: 'a@contact.example', company: null, metadata: { a: 1 } });
  expect(Date.parse(updated.updatedAt)).toBeGreaterThanOrEqual(Date.parse(contact.updatedAt));
  expect(await read(tenant, contact.id)).toEqual(updated);
});

test('an update that would leave no way to reach the contact changes nothing', async () => {
  const tenant = await newTenant();
  const { contact } = await create(tenant, { name: 'Ann', email: 'a@contact.example' });

  const { contact: updated, userErrors: errors } = await update(tenant, { id: contact.id, name: 'Bob', email: null });

  expect(updated).toBeNull();
  expect(errors).toEqual([expect.objectContaining({ code: 'REQUIRED', field: ['email'] })]);
  expect(await read(tenant, contact.id)).toEqual(contact);
});

test.each(['deleteContact', 'restoreContact'] as const)('%s of an unknown id says so', async (operation) => {
  const tenant = await newTenant();

  const { userErrors: errors } = await change(tenant, operation, randomUUID());

  expect(errors).toEqual([expect.objectContaining({ code: 'NOT_FOUND', field: ['id'] })]);
});

test('a deleted contact is gone with its messages, and comes back as it was', async () => {
  const tenant = await newTenant();
  const { id, conversationId } = await tenant.createContact({ phone: '+49 30 901820', metadata: { plan: 'Gold' } });
  await tenant.sendMessage(conversationId, 'First');
  await tenant.sendMessage(conversationId, 'Second', { senderType: 'CONTACT' });
  const thread = `query ($id: ID!) { conversation(id: $id) { id status messageCount messages { nodes { id number content createdAt } } } }`;
  const [contactBefore, threadBefore] = [await read(tenant, id), await tenant.query(thread, { id: conversationId })];

  expect((await change(tenant, 'deleteContact', id)).deletedContactId).toBe(id);
  expect(await read(tenant, id)).toBeNull();
  expect(await tenant.query(thread, { id: conversationId })).toEqual({ conversation: null });

  expect((await change(tenant, 'restoreContact', id)).contact).toEqual({ id });
  expect(await read(tenant, id)).toEqual(contactBefore);
  expect(await tenant.query(thread, { id: conversationId })).toEqual(threadBefore);
  expect((await tenant.sendMessage(conversationId, 'Third')).number).toBe(3);
});

test('the same key and input make one contact, however often and at once they are sent', async () => {
  const tenant = await newTenant();
  const input = { name: 'Ann', email: 'ann@contact.example', idempotencyKey: randomUUID() };

  const answers = await Promise.all(Array.from({ length: 10 }, () => create(tenant, input)));

  expect(new Set(answers.map(({ contact, conversation }) => `${contact?.id} ${conversation?.id}`)).size).toBe(1);
  expect(await countOf(tenant)).toBe(1);
});

test('a key that was used for another input is refused', async () => {
  const tenant = await newTenant();
  const input = { name: 'Ann', email: 'ann@contact.example', idempotencyKey: randomUUID() };
  await create(tenant, input);

  const { contact, userErrors: errors } = await create(tenant, { ...input, name: 'Bob' });

  expect(contact).toBeNull();
  expect(errors).toEqual([expect.objectContaining({ code: 'CONFLICT', field: ['idempotencyKey'] })]);
});
