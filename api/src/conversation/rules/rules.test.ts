import { mutate } from '../../testing/desk';
import { newTenant, type TestTenant } from '../../testing/new-tenant';
import { createKey, inTenant, newPerson, sendTo } from '../../testing/people';
import { newTeam } from '../../testing/team';

const assigneeOf = async (tenant: Pick<TestTenant, 'query'>, id: string) =>
  (await tenant.query(`{ conversation(id: "${id}") { assignee { name } } }`)).conversation.assignee;

test('who answers an unassigned conversation first gets it, and nobody who answers later', async () => {
  const [ann, ben] = await newTeam('MEMBER');
  await ben.query('mutation { updateProfile(input: { name: "Ben Baker" }) { userErrors { code } } }');
  const { conversationId: id } = await ann.createContact();
  const say = (colleague: typeof ann, senderType: string) =>
    mutate(colleague, 'sendMessage', { conversationId: id, content: 'Hello', senderType }, '__typename');

  await say(ann, 'CONTACT');
  expect(await assigneeOf(ann, id)).toBeNull();
  await say(ben, 'USER');
  await say(ann, 'USER');

  expect(await assigneeOf(ann, id)).toEqual({ name: 'Ben Baker' });
});

test('a program that answers gets nothing', async () => {
  const ann = await newPerson('Able');
  const as = inTenant(ann.tenantId);
  const { data } = await ann.send(
    'mutation { createContact(input: { name: "Cay", email: "cay@contact.example" }) { conversation { id } } }',
    {},
    as,
  );
  const { id } = data.createContact.conversation;
  const scopes = ['conversations:write', 'conversations:read'];
  const key = await ann.send(createKey, { input: { tenantId: ann.tenantId, name: 'Gateway', scopes } });
  const headers = { authorization: `Bearer ${key.data.createApiKey.token}`, ...as };
  const of = { query: async (document: string, variables = {}) => (await sendTo(document, variables, headers)).data };

  const { userErrors } = await mutate(of, 'sendMessage', { conversationId: id, content: 'Hello' }, '__typename');

  expect(userErrors).toEqual([]);
  expect(await assigneeOf(of, id)).toBeNull();
});

test('the company decides otherwise, and its audit log says who did', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  expect(await tenant.query('{ deskRules { assignsFirstAnswer } }')).toEqual({
    deskRules: { assignsFirstAnswer: true },
  });

  const set = await mutate(tenant, 'setDeskRules', { assignsFirstAnswer: false }, 'deskRules { assignsFirstAnswer }');
  await tenant.sendMessage(id, 'Hello');

  expect(set).toEqual({ deskRules: { assignsFirstAnswer: false }, userErrors: [] });
  expect(await assigneeOf(tenant, id)).toBeNull();
  const { currentTenant } = await tenant.query('{ currentTenant { auditLog { nodes { action actorName target } } } }');
  expect(currentTenant.auditLog.nodes[0]).toEqual({
    action: 'desk.setRules',
    actorName: 'Olive Owner',
    target: 'assignsFirstAnswer: false',
  });
});
