import { newTenant, query } from '../testing/new-tenant';
import { newDatabase, startTestApi } from '../testing/test-api';

test('a tenant whose upgrade is still to come is written as before, and what it deleted comes back after the upgrade', async () => {
  const urls = await newDatabase();
  const first = await startTestApi({ urls });
  const tenant = await newTenant('Behind', first);
  const { id, conversationId } = await tenant.createContact();
  expect(await first.app.tenancy.fleet.rollBack()).toMatchObject({ changed: 1, failures: [] });
  await first.stop();
  const api = await startTestApi({ urls });
  const headers = { 'x-tenant-id': tenant.id, authorization: `Bearer ${tenant.token}` };
  const change = (of: typeof api, name: string) =>
    query(of, `mutation { ${name}(input: { id: "${id}" }) { userErrors { code } } }`, {}, headers);

  const sent = await query(
    api,
    'mutation ($id: ID!) { sendMessage(input: { conversationId: $id, content: "Hello?", senderType: CONTACT }) { message { number } } }',
    { id: conversationId },
    headers,
  );
  const deleted = await change(api, 'deleteContact');
  const restored = await change(api, 'restoreContact');
  await change(api, 'deleteContact');
  expect(await api.app.tenancy.fleet.migrate()).toMatchObject({ changed: 1, failures: [] });
  await api.stop();
  const now = await startTestApi({ urls });
  const later = await change(now, 'restoreContact');
  const thread = await query(
    now,
    'query ($id: ID!) { conversation(id: $id) { messages { nodes { content } } contact { id } } }',
    { id: conversationId },
    headers,
  );
  await now.stop();

  expect(sent.sendMessage.message.number).toBe(1);
  expect([deleted, restored, later]).toEqual([
    { deleteContact: { userErrors: [] } },
    { restoreContact: { userErrors: [] } },
    { restoreContact: { userErrors: [] } },
  ]);
  expect(thread.conversation).toEqual({ messages: { nodes: [{ content: 'Hello?' }] }, contact: { id } });
});
