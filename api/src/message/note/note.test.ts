import { randomUUID } from 'node:crypto';
import { mutate, ownerId } from '../../testing/desk';
import { newTenant, type TestTenant } from '../../testing/new-tenant';

const fields = `message { number content senderType isNote mentions { id name } author { name } }
  conversation { messageCount lastMessage { content } newest: lastMessage(includeSystem: true) { content } isWaiting assignee { id } }`;

const note = (tenant: TestTenant, conversationId: string, more: object = {}) =>
  mutate(tenant, 'addNote', { conversationId, content: 'Careful', ...more }, fields);

const read = async (tenant: TestTenant, id: string) =>
  (
    await tenant.query(
      `query ($id: ID!) { conversation(id: $id) {
         messageCount lastMessage { content } newest: lastMessage(includeSystem: true) { content } isWaiting assignee { id }
         messages { nodes { number content isNote mentions { name } } }
       } }`,
      { id },
    )
  ).conversation;

test('a note stands in the thread with its number, and is nobody’s last word', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  const me = await ownerId(tenant);
  await tenant.sendMessage(id, 'Hello?', { senderType: 'CONTACT' });

  const answer = await note(tenant, id, { mentionedIds: [me] });
  await tenant.sendMessage(id, 'Anybody?', { senderType: 'CONTACT' });

  const kept = { newest: { content: 'Hello?' }, lastMessage: { content: 'Hello?' }, isWaiting: true, assignee: null };
  expect(answer).toEqual({
    message: {
      number: 2,
      content: 'Careful',
      senderType: 'USER',
      isNote: true,
      mentions: [{ id: me, name: 'Olive Owner' }],
      author: { name: 'Olive Owner' },
    },
    conversation: { ...kept, messageCount: 2 },
    userErrors: [],
  });
  expect(await read(tenant, id)).toEqual({
    ...kept,
    messageCount: 3,
    newest: { content: 'Anybody?' },
    lastMessage: { content: 'Anybody?' },
    messages: {
      nodes: [
        { number: 1, content: 'Hello?', isNote: false, mentions: [] },
        { number: 2, content: 'Careful', isNote: true, mentions: [{ name: 'Olive Owner' }] },
        { number: 3, content: 'Anybody?', isNote: false, mentions: [] },
      ],
    },
  });
});

test('a note opens nothing that is closed', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  await mutate(tenant, 'closeConversation', { id }, '__typename');

  await note(tenant, id);

  const { conversation } = await tenant.query(`{ conversation(id: "${id}") { status messageCount } }`);
  expect(conversation).toEqual({ status: 'CLOSED', messageCount: 2 });
});

test('the same key writes one note', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();

  const answers = await Promise.all([1, 2, 3].map(() => note(tenant, id, { idempotencyKey: 'once' })));

  expect(answers.map(({ message }) => message.number)).toEqual([1, 1, 1]);
  expect((await read(tenant, id)).messageCount).toBe(1);
});

test.each([
  ['an unknown conversation', { conversationId: randomUUID() }, 'NOT_FOUND', 'conversationId'],
  ['nothing in it', { content: ' ' }, 'REQUIRED', 'content'],
  ['a mention of somebody else', { mentionedIds: [randomUUID()] }, 'NOT_FOUND', 'mentionedIds'],
  ['too many mentions', { mentionedIds: Array.from({ length: 21 }, () => randomUUID()) }, 'INVALID', 'mentionedIds'],
])('with %s, none is written', async (_what, wrong, code, field) => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();

  const { message, userErrors } = await note(tenant, id, wrong);

  expect(message).toBeNull();
  expect(userErrors).toEqual([{ code, field: [field] }]);
  expect((await read(tenant, id)).messageCount).toBe(0);
});

test('a deleted contact comes back with its notes', async () => {
  const tenant = await newTenant();
  const { id: contactId, conversationId: id } = await tenant.createContact();
  await note(tenant, id, { mentionedIds: [await ownerId(tenant)] });
  const before = await read(tenant, id);

  await mutate(tenant, 'deleteContact', { id: contactId }, '__typename');
  await mutate(tenant, 'restoreContact', { id: contactId }, '__typename');

  expect(await read(tenant, id)).toEqual(before);
});

test('whoever hears of messages hears no note, unless they ask for notes', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  const document = (args: string) => `subscription { messageSent${args} { content isNote } }`;
  const gateway = await tenant.subscribe(document(''));
  const desk = await tenant.subscribe(document('(includeNotes: true)'));

  await note(tenant, id);
  await tenant.sendMessage(id, 'For the contact');

  expect(await gateway.next()).toEqual({ messageSent: { content: 'For the contact', isNote: false } });
  expect(await desk.next()).toEqual({ messageSent: { content: 'Careful', isNote: true } });
  expect(await desk.next()).toEqual({ messageSent: { content: 'For the contact', isNote: false } });
  await gateway.close();
  await desk.close();
});
