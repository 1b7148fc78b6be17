import { randomUUID } from 'node:crypto';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { wakeDueConversations } from './conversation.repository';

const fields =
  'id status subject snoozedUntil messageCount lastMessage(includeSystem: true) { content senderType } contact { id }';
const hourMs = 3_600_000;
const inAnHour = () => new Date(Date.now() + hourMs).toISOString();

const read = async (tenant: TestTenant, id: string) =>
  (await tenant.query(`query ($id: ID!) { conversation(id: $id) { ${fields} } }`, { id })).conversation;

async function change(tenant: TestTenant, operation: 'close' | 'reopen' | 'snooze' | 'start', input: object) {
  const name = `${operation}Conversation`;
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const answer = await tenant.query(
    `mutation ($input: ${type}!) { ${name}(input: $input) { conversation { ${fields} } userErrors { code field message } } }`,
    { input },
  );
  return answer[name];
}

const ids = async (tenant: TestTenant, variables: Record<string, unknown> = {}): Promise<string[]> => {
  const { conversations } = await tenant.query(
    `query ($filter: ConversationFilter, $orderBy: ConversationOrder, $first: Int! = 25, $after: String) {
       conversations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { nodes { id } }
     }`,
    variables,
  );
  return conversations.nodes.map(({ id }: { id: string }) => id);
};

test('a conversation is started with its subject, and belongs to its contact', async () => {
  const tenant = await newTenant();
  const { id: contactId } = await tenant.createContact();

  const { conversation, userErrors } = await change(tenant, 'start', { contactId, subject: ' Delivery ' });

  expect(userErrors).toEqual([]);
  expect(conversation).toEqual({
    id: expect.any(String),
    status: 'ACTIVE',
    subject: 'Delivery',
    snoozedUntil: null,
    messageCount: 0,
    lastMessage: null,
    contact: { id: contactId },
  });
  expect(await read(tenant, conversation.id)).toEqual(conversation);
});

test.each([
  ['an unknown contact', { contactId: randomUUID() }, 'NOT_FOUND', 'contactId'],
  ['a contact id that is none', { contactId: 'ann' }, 'NOT_FOUND', 'contactId'],
  ['too long a subject', { subject: 'x'.repeat(201) }, 'TOO_LONG', 'subject'],
  ['a subject with NUL', { subject: 'a\0b' }, 'INVALID', 'subject'],
])('with %s, none is started', async (_what, wrong, code, field) => {
  const tenant = await newTenant();
  const { id: contactId } = await tenant.createContact();

  const { conversation, userErrors } = await change(tenant, 'start', { contactId, ...wrong });

  expect(conversation).toBeNull();
  expect(userErrors).toEqual([expect.objectContaining({ code, field: [field] })]);
  expect(await ids(tenant)).toHaveLength(1);
});

test('the same key starts one conversation, however often and at once it is sent', async () => {
  const tenant = await newTenant();
  const { id: contactId } = await tenant.createContact();
  const input = { contactId, subject: 'Once', idempotencyKey: randomUUID() };

  const answers = await Promise.all(Array.from({ length: 8 }, () => change(tenant, 'start', input)));

  expect(new Set(answers.map(({ conversation }) => conversation?.id)).size).toBe(1);
  expect(await ids(tenant)).toHaveLength(2);
});

test('closing, snoozing and reopening each write a line, and doing the same again none', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();

  await change(tenant, 'close', { id });
  const { conversation: closed } = await change(tenant, 'close', { id });
  expect(closed).toMatchObject({ status: 'CLOSED', messageCount: 1, lastMessage: { senderType: 'SYSTEM' } });

  await change(tenant, 'reopen', { id });
  const { conversation: reopened } = await change(tenant, 'reopen', { id });
  expect(reopened).toMatchObject({ status: 'ACTIVE', messageCount: 2 });

  const until = inAnHour();
  const { conversation: snoozed } = await change(tenant, 'snooze', { id, until });
  expect(snoozed).toMatchObject({ status: 'SNOOZED', snoozedUntil: until, messageCount: 3 });
});

test('a conversation is snoozed until the contact writes, and no moment wakes it', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  const { tenancy } = tenant.api.app;
  const manager = await tenancy.managerOf({ schemaName: tenant.schemaName });

  const { conversation } = await change(tenant, 'snooze', { id });
  expect(conversation).toMatchObject({
    status: 'SNOOZED',
    snoozedUntil: null,
    lastMessage: { content: 'Snoozed until the contact writes' },
  });
  await wakeDueConversations({ manager, now: new Date('2040-01-01'), schemaVersion: tenancy.migrator.latest });
  expect(await read(tenant, id)).toMatchObject({ status: 'SNOOZED', messageCount: 1 });

  await tenant.sendMessage(id, 'Here I am', { senderType: 'CONTACT' });
  expect(await read(tenant, id)).toMatchObject({ status: 'ACTIVE', snoozedUntil: null });
});

test('a conversation cannot be snoozed until a time that is over', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();

  const { conversation, userErrors } = await change(tenant, 'snooze', { id, until: '2020-01-01T00:00:00.000Z' });

  expect(conversation).toBeNull();
  expect(userErrors).toEqual([expect.objectContaining({ code: 'INVALID', field: ['until'] })]);
  expect(await read(tenant, id)).toMatchObject({ status: 'ACTIVE', messageCount: 0 });
});

test.each(['close', 'reopen', 'snooze'] as const)('to %s an unknown conversation says so', async (operation) => {
  const tenant = await newTenant();
  const until = operation === 'snooze' ? { until: inAnHour() } : {};

  const { userErrors } = await change(tenant, operation, { id: randomUUID(), ...until });

  expect(userErrors).toEqual([expect.objectContaining({ code: 'NOT_FOUND', field: ['id'] })]);
});

test('a snoozed conversation is active again when its time has come, and not before', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  await change(tenant, 'snooze', { id, until: inAnHour() });
  const { tenancy } = tenant.api.app;
  const manager = await tenancy.managerOf({ schemaName: tenant.schemaName });
  const wake = () => wakeDueConversations({ manager, now: new Date(), schemaVersion: tenancy.migrator.latest });

  expect(await wake()).toBeNull();
  await manager.query(`update "${tenant.schemaName}".conversations set snoozed_until = now() - interval '1 second'`);
  const seq = await wake();

  expect(seq).toBeGreaterThan(0);
  expect(await read(tenant, id)).toMatchObject({ status: 'ACTIVE', snoozedUntil: null, messageCount: 2 });
});

test('a wake-up is scheduled with the snooze, and the process wakes the conversation by itself', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  const subscription = await tenant.subscribe('subscription { conversationChanged { id status } }');

  await change(tenant, 'snooze', { id, until: new Date(Date.now() + 300).toISOString() });
  expect(await subscription.next()).toEqual({ conversationChanged: { id, status: 'SNOOZED' } });
  for (;;) {
    if ((await read(tenant, id)).status === 'ACTIVE') break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }

  expect(await subscription.next()).toEqual({ conversationChanged: { id, status: 'ACTIVE' } });
  await subscription.close();
});

test('conversations are listed by last message, by creation, by status and by contact', async () => {
  const tenant = await newTenant();
  const ann = await tenant.createContact();
  const bob = await tenant.createContact();
  await tenant.sendMessage(ann.conversationId, 'Hello');
  await change(tenant, 'close', { id: bob.conversationId });

  expect(await ids(tenant)).toEqual([bob.conversationId, ann.conversationId]);
  expect(await ids(tenant, { orderBy: { field: 'CREATED_AT', direction: 'ASC' } })).toEqual([
    ann.conversationId,
    bob.conversationId,
  ]);
  expect(await ids(tenant, { filter: { status: ['ACTIVE', 'SNOOZED'] } })).toEqual([ann.conversationId]);
  expect(await ids(tenant, { filter: { contactId: bob.id } })).toEqual([bob.conversationId]);
  expect(await ids(tenant, { filter: { contactId: randomUUID() } })).toEqual([]);
});

test.each([
  ['LAST_MESSAGE_AT', 'DESC', undefined],
  ['LAST_MESSAGE_AT', 'ASC', ['CLOSED', 'ACTIVE', 'CLOSED']],
  ['LAST_MESSAGE_AT', 'DESC', ['SNOOZED']],
  ['LAST_MESSAGE_AT', 'DESC', []],
  ['CREATED_AT', 'DESC', undefined],
  ['CREATED_AT', 'ASC', ['ACTIVE', 'SNOOZED']],
])('pages by %s %s of the statuses %j meet without gap or overlap', async (field, direction, status) => {
  const tenant = await newTenant();
  const made: string[] = [];
  for (let i = 0; i < 7; i += 1) made.push((await tenant.createContact()).conversationId);
  for (const i of [3, 0, 5]) await tenant.sendMessage(made[i] as string, 'Hello');
  for (const i of [1, 4]) await change(tenant, 'close', { id: made[i] });
  for (const i of [2, 6]) await change(tenant, 'snooze', { id: made[i], until: inAnHour() });
  const options = { orderBy: { field, direction }, filter: { status } };
  const statusOf = ['ACTIVE', 'CLOSED', 'SNOOZED', 'ACTIVE', 'CLOSED', 'ACTIVE', 'SNOOZED'];
  const order = field === 'CREATED_AT' ? [0, 1, 2, 3, 4, 5, 6] : [3, 0, 5, 1, 4, 2, 6];
  const expected = order.filter((i) => !status || (status as string[]).includes(statusOf[i] as string));
  if (direction === 'DESC') expected.reverse();

  const pages: string[] = [];
  for (let after: string | null = null; ; ) {
    const { conversations } = await tenant.query(
      `query ($filter: ConversationFilter, $orderBy: ConversationOrder, $after: String) {
         conversations(first: 2, filter: $filter, orderBy: $orderBy, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
       }`,
      { ...options, after },
    );
    pages.push(...conversations.nodes.map(({ id }: { id: string }) => id));
    if (!conversations.pageInfo.hasNextPage) break;
    after = conversations.pageInfo.endCursor;
  }

  expect(pages).toEqual(expected.map((i) => made[i]));
});
