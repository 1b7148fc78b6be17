import { mutate as mutateWith } from '../testing/desk';
import { newTenant, type TestTenant } from '../testing/new-tenant';

/** With the sentence of what is wrong. */
const mutate = (tenant: TestTenant, name: string, input: object, fields: string) =>
  mutateWith(tenant, name, input, `${fields} userErrors { message }`);

const findOrCreate = (tenant: TestTenant, input: object) =>
  mutate(tenant, 'findOrCreateContact', input, 'contact { id name } isNew conversation { id }');

const create = (tenant: TestTenant, input: object) =>
  mutate(
    tenant,
    'createContact',
    {
      name: 'Ann Lee',
      email: 'ann@lee.example',
      ...input,
    },
    'contact { id externalId } conversation { id }',
  );

const send = (tenant: TestTenant, conversationId: string, input: object = {}) =>
  mutate(
    tenant,
    'sendMessage',
    {
      conversationId,
      content: 'Hello',
      ...input,
    },
    'message { id number externalId deliveryState deliveryReason }',
  );

const setState = (tenant: TestTenant, messageId: string, state: string, reason?: string) =>
  mutate(tenant, 'setDeliveryState', { messageId, state, reason }, 'message { deliveryState deliveryReason }');

const taken = (what: string) => [
  { code: 'CONFLICT', field: ['externalId'], message: `There is a ${what} with this external id already.` },
];

test('twenty at once with one address make one contact, and all of them get it', async () => {
  const tenant = await newTenant();
  const asked = Array.from({ length: 20 }, (_, i) =>
    findOrCreate(tenant, { name: `Ann ${i}`, email: i % 2 ? 'Ann@Lee.example' : 'ann@lee.EXAMPLE' }),
  );

  const answers = await Promise.all(asked);

  expect(new Set(answers.map(({ contact }) => contact.id)).size).toBe(1);
  expect(new Set(answers.map(({ conversation }) => conversation.id)).size).toBe(1);
  expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect((await tenant.query('{ contacts { totalCount } }')).contacts.totalCount).toBe(1);
});

test('a contact is found by external id, then address, then number, and stays as it is', async () => {
  const tenant = await newTenant();
  const { contact: byNumber } = await findOrCreate(tenant, { name: 'Bob', phone: '+49 30 901820' });
  const { contact: byAddress } = await findOrCreate(tenant, { name: 'Ann', email: 'ann@lee.example' });
  const { contact: byId } = await findOrCreate(tenant, { name: 'Eve', email: 'eve@x.example', externalId: 'crm-1' });

  const found = async (input: object) => (await findOrCreate(tenant, { name: 'Another', ...input })).contact;

  expect(await found({ phone: '0049 (30) 90 18 20' })).toEqual(byNumber);
  expect(await found({ phone: '+49 30 901820', email: 'ANN@lee.example' })).toEqual(byAddress);
  expect(await found({ email: 'ann@lee.example', externalId: ' crm-1 ' })).toEqual(byId);
});

test('whoever is found comes with the conversation that was written in last', async () => {
  const tenant = await newTenant();
  const { contact, conversation } = await create(tenant, {});
  await mutate(tenant, 'startConversation', { contactId: contact.id }, 'conversation { id }');
  await send(tenant, conversation.id);

  expect((await findOrCreate(tenant, { name: 'Ann', email: 'ann@lee.example' })).conversation).toEqual(conversation);
});

test('nobody who can be neither written to nor called is made', async () => {
  const tenant = await newTenant();

  const answer = await findOrCreate(tenant, { name: 'Nobody', externalId: 'crm-1' });

  expect(answer).toMatchObject({ contact: null, isNew: null, userErrors: [{ code: 'REQUIRED', field: ['email'] }] });
});

test('contact, conversation and message are found by what another system calls them, and by nobody else', async () => {
  const tenant = await newTenant();
  const { contact, conversation } = await create(tenant, { externalId: 'person-1' });
  const { conversation: second } = await mutate(
    tenant,
    'startConversation',
    {
      contactId: contact.id,
      externalId: '<thread@lee.example>',
    },
    'conversation { id externalId }',
  );
  const { message } = await send(tenant, conversation.id, { senderType: 'CONTACT', externalId: '<1@lee.example>' });
  const query = `query ($contact: String!, $conversation: String!, $message: String!) {
    contactByExternalId(externalId: $contact) { id externalId }
    conversationByExternalId(externalId: $conversation) { id externalId }
    messageByExternalId(externalId: $message) { id externalId }
  }`;
  const names = { contact: 'person-1', conversation: '<thread@lee.example>', message: '<1@lee.example>' };

  expect(contact.externalId).toBe('person-1');
  expect(await tenant.query(query, names)).toEqual({
    contactByExternalId: { id: contact.id, externalId: 'person-1' },
    conversationByExternalId: second,
    messageByExternalId: { id: message.id, externalId: '<1@lee.example>' },
  });
  const nothing = { contactByExternalId: null, conversationByExternalId: null, messageByExternalId: null };
  expect(await (await newTenant()).query(query, names)).toEqual(nothing);
});

test('what has an external id is not made twice, and nothing else is written then', async () => {
  const tenant = await newTenant();
  const { contact, conversation } = await create(tenant, { externalId: 'one' });
  const started = { contactId: contact.id, externalId: 'one' };
  await mutate(tenant, 'startConversation', started, 'conversation { id }');
  await send(tenant, conversation.id, { externalId: 'one' });

  expect((await create(tenant, { externalId: 'one' })).userErrors).toEqual(taken('contact'));
  expect((await mutate(tenant, 'startConversation', started, 'conversation { id }')).userErrors).toEqual(
    taken('conversation'),
  );
  for (const senderType of ['USER', 'CONTACT'])
    expect((await send(tenant, conversation.id, { externalId: 'one', senderType })).userErrors).toEqual(
      taken('message'),
    );
  const { contacts, conversations } = await tenant.query(
    '{ contacts { totalCount } conversations { totalCount nodes { messageCount } } }',
  );
  expect([contacts.totalCount, conversations.totalCount]).toEqual([1, 2]);
  expect(conversations.nodes.map((each: { messageCount: number }) => each.messageCount).sort()).toEqual([0, 1]);
  expect((await send(tenant, conversation.id)).message.number).toBe(2);
});

test('a message that reopens its conversation keeps the external id for itself', async () => {
  const tenant = await newTenant();
  const { conversation } = await create(tenant, {});
  await mutate(tenant, 'closeConversation', { id: conversation.id }, 'conversation { id }');

  const { message } = await send(tenant, conversation.id, { senderType: 'CONTACT', externalId: 'mail-1' });

  expect(message.externalId).toBe('mail-1');
  const { conversation: read } = await tenant.query(
    'query ($id: ID!) { conversation(id: $id) { messages { nodes { externalId } } } }',
    { id: conversation.id },
  );
  const ids = read.messages.nodes.map((each: { externalId: string | null }) => each.externalId);
  expect(ids.filter((id: string | null) => id !== null)).toEqual(['mail-1']);
});

test('a deleted contact comes back with its external ids, unless another has taken them', async () => {
  const tenant = await newTenant();
  const { contact } = await create(tenant, { externalId: 'one' });
  await mutate(tenant, 'deleteContact', { id: contact.id }, 'deletedContactId');
  const { contact: successor } = await create(tenant, { externalId: 'one' });

  const refused = await mutate(tenant, 'restoreContact', { id: contact.id }, 'contact { id }');
  expect(refused).toEqual({
    contact: null,
    userErrors: [
      {
        code: 'CONFLICT',
        field: ['id'],
        message: 'Its external id, or that of one of its conversations or messages, belongs to another by now.',
      },
    ],
  });

  await mutate(tenant, 'deleteContact', { id: successor.id }, 'deletedContactId');
  const restored = await mutate(tenant, 'restoreContact', { id: contact.id }, 'contact { id externalId }');
  expect(restored).toEqual({ contact: { id: contact.id, externalId: 'one' }, userErrors: [] });
});

test('a message’s state goes forwards, whatever order receipts come in', async () => {
  const tenant = await newTenant();
  const { conversation } = await create(tenant, {});
  const { message } = await send(tenant, conversation.id);
  expect(message).toMatchObject({ deliveryState: null, deliveryReason: null });

  const seen: unknown[] = [];
  for (const [state, reason] of [
    ['QUEUED', 'ignored'],
    ['FAILED', ' No such mailbox '],
    ['QUEUED'],
    ['DELIVERED'],
    ['SENT'],
    ['FAILED', 'too late'],
  ] as const)
    seen.push((await setState(tenant, message.id, state, reason)).message);

  expect(seen).toEqual([
    { deliveryState: 'QUEUED', deliveryReason: null },
    { deliveryState: 'FAILED', deliveryReason: 'No such mailbox' },
    { deliveryState: 'QUEUED', deliveryReason: null },
    { deliveryState: 'DELIVERED', deliveryReason: null },
    { deliveryState: 'DELIVERED', deliveryReason: null },
    { deliveryState: 'DELIVERED', deliveryReason: null },
  ]);
});

test('only what leaves the company has a state', async () => {
  const tenant = await newTenant();
  const other = await newTenant();
  const { conversation } = await create(tenant, {});
  const { message: incoming } = await send(tenant, conversation.id, { senderType: 'CONTACT' });
  const { message: note } = await mutate(
    tenant,
    'addNote',
    {
      conversationId: conversation.id,
      content: 'Between us',
    },
    'message { id }',
  );
  const { message } = await send(tenant, conversation.id);
  const refusal = {
    message: null,
    userErrors: [
      { code: 'NOT_FOUND', field: ['messageId'], message: 'There is no message of the company with this id.' },
    ],
  };

  for (const id of [incoming.id, note.id, 'nothing']) expect(await setState(tenant, id, 'SENT')).toEqual(refusal);
  expect(await setState(other, message.id, 'SENT')).toEqual(refusal);
});

test('a new state is told once, and one that changes nothing is not', async () => {
  const tenant = await newTenant();
  const { conversation } = await create(tenant, {});
  const { message } = await send(tenant, conversation.id);
  await setState(tenant, message.id, 'SENT');
  await setState(tenant, message.id, 'SENT');
  await setState(tenant, message.id, 'DELIVERED');

  const { events } = await tenant.query(
    `{ events { nodes { type ... on MessageChanged { messageId conversationId message { deliveryState } } } } }`,
  );

  const changed = { type: 'messageChanged', messageId: message.id, conversationId: conversation.id };
  const told = events.nodes.filter(({ type }: { type: string }) => type === 'messageChanged');
  expect(told).toEqual([
    { ...changed, message: { deliveryState: 'DELIVERED' } },
    { ...changed, message: { deliveryState: 'DELIVERED' } },
  ]);
});

test('an address is filtered by exactly, in any case', async () => {
  const tenant = await newTenant();
  await create(tenant, { name: 'Ann', email: 'Ann@Lee.example' });
  await create(tenant, { name: 'Joann', email: 'joann@lee.example' });
  const found = async (email: string) => {
    const { contacts } = await tenant.query(
      'query ($filter: ContactFilter) { contacts(filter: $filter) { totalCount nodes { name } } }',
      { filter: { email } },
    );
    return [contacts.totalCount, ...contacts.nodes.map(({ name }: { name: string }) => name)];
  };

  expect(await found('ann@lee.EXAMPLE')).toEqual([1, 'Ann']);
  expect(await found('%@lee.example')).toEqual([0]);
  expect(await found('ann')).toEqual([0]);
  for (const nothing of ['', ' ']) expect(await found(nothing)).toEqual([0]);
});
