import { randomUUID } from 'node:crypto';
import { idsOf, mutate } from '../../testing/desk';
import { newTenant, type TestTenant } from '../../testing/new-tenant';
import { newTeam } from '../../testing/team';

const fields = 'conversation { unreadCount }';
const markRead = (tenant: Pick<TestTenant, 'query'>, id: string, number: number) =>
  mutate(tenant, 'markConversationRead', { id, number }, fields);
const markUnread = (tenant: TestTenant, id: string, number?: number) =>
  mutate(tenant, 'markConversationUnread', { id, number }, fields);

const unread = async (tenant: Pick<TestTenant, 'query'>, id: string): Promise<number> =>
  (await tenant.query(`{ conversation(id: "${id}") { unreadCount } }`)).conversation.unreadCount;

test('what comes after the last line that one has read is unread', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  expect(await unread(tenant, id)).toBe(0);

  for (const text of ['One', 'Two', 'Three']) await tenant.sendMessage(id, text, { senderType: 'CONTACT' });
  expect(await unread(tenant, id)).toBe(3);
  expect(await markRead(tenant, id, 2)).toEqual({ conversation: { unreadCount: 1 }, userErrors: [] });
  expect(await markRead(tenant, id, 1)).toEqual({ conversation: { unreadCount: 1 }, userErrors: [] });
  expect(await markRead(tenant, id, 99)).toEqual({ conversation: { unreadCount: 0 }, userErrors: [] });

  await tenant.sendMessage(id, 'Four', { senderType: 'CONTACT' });
  expect(await unread(tenant, id)).toBe(1);
});

test('a conversation is made unread from its last line on, or from any other', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  for (const text of ['One', 'Two', 'Three']) await tenant.sendMessage(id, text);
  await markRead(tenant, id, 3);

  expect(await markUnread(tenant, id)).toEqual({ conversation: { unreadCount: 1 }, userErrors: [] });
  expect(await markUnread(tenant, id, 2)).toEqual({ conversation: { unreadCount: 2 }, userErrors: [] });
  expect(await markUnread(tenant, id, -5)).toEqual({ conversation: { unreadCount: 3 }, userErrors: [] });
});

test('unread ones are found and counted, of the active ones', async () => {
  const tenant = await newTenant();
  const made: string[] = [];
  for (let i = 0; i < 4; i += 1) {
    made.push((await tenant.createContact()).conversationId);
    if (i > 0) await tenant.sendMessage(made[i] as string, 'Hello', { senderType: 'CONTACT' });
  }
  await markRead(tenant, made[2] as string, 1);
  await mutate(tenant, 'closeConversation', { id: made[3] }, '__typename');
  const byId = { field: 'CREATED_AT', direction: 'ASC' };

  expect(await idsOf(tenant, { isUnread: true }, byId, 1)).toEqual([made[1], made[3]]);
  expect(await idsOf(tenant, { isUnread: false }, byId)).toEqual([made[0], made[2]]);
  expect(await tenant.query('{ inboxCounts { unread } }')).toEqual({ inboxCounts: { unread: 1 } });
});

test('what one has read is one’s own, and a viewer’s too', async () => {
  const [ann, viewer] = await newTeam('VIEWER');
  const { conversationId: id } = await ann.createContact();
  await mutate(ann, 'sendMessage', { conversationId: id, content: 'Hello' }, '__typename');

  expect((await markRead(viewer, id, 1)).userErrors).toEqual([]);

  expect(await unread(viewer, id)).toBe(0);
  expect(await unread(ann, id)).toBe(1);
});

test.each(['markConversationRead', 'markConversationUnread'])('%s of an unknown conversation says so', async (name) => {
  const { userErrors } = await mutate(await newTenant(), name, { id: randomUUID(), number: 1 }, fields);

  expect(userErrors).toEqual([{ code: 'NOT_FOUND', field: ['id'] }]);
});

test('a deleted contact comes back as far read as it was', async () => {
  const tenant = await newTenant();
  const { id: contactId, conversationId: id } = await tenant.createContact();
  for (const text of ['One', 'Two', 'Three']) await tenant.sendMessage(id, text);
  await markRead(tenant, id, 2);

  await mutate(tenant, 'deleteContact', { id: contactId }, '__typename');
  await mutate(tenant, 'restoreContact', { id: contactId }, '__typename');

  expect(await unread(tenant, id)).toBe(1);
});
