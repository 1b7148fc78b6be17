import { features } from '../features';
import { newTenant, send } from '../testing/new-tenant';

test('the dashboard’s numbers agree with what was written', async () => {
  const tenant = await newTenant();
  const ann = await tenant.createContact();
  const bob = await tenant.createContact();
  await tenant.sendMessage(ann.conversationId, 'One');
  await tenant.sendMessage(ann.conversationId, 'Two');
  await tenant.query('mutation ($id: ID!) { closeConversation(input: { id: $id }) { userErrors { message } } }', {
    id: bob.conversationId,
  });

  const { currentTenant } = await tenant.query(
    '{ currentTenant { stats { contactCount conversationCount activeConversationCount messageCount messagesPerDay(days: 3) { date count } } } }',
  );

  expect(currentTenant.stats).toMatchObject({
    contactCount: 2,
    conversationCount: 2,
    activeConversationCount: 1,
    messageCount: 3,
  });
  const days = currentTenant.stats.messagesPerDay;
  expect(days.map(({ count }: { count: number }) => count)).toEqual([0, 0, 3]);
  expect(days.at(-1).date).toBe(new Date().toISOString().slice(0, 10));
});

test.each([0, 367])('%i days are refused by name', async (days) => {
  const tenant = await newTenant();

  const { errors } = await send(
    tenant.api,
    'query ($days: Int!) { currentTenant { stats { messagesPerDay(days: $days) { count } } } }',
    { days },
    { 'x-tenant-id': tenant.id },
  );

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argumentName: 'days' });
});

test('the schema’s tables are listed with their columns and sizes', async () => {
  const tenant = await newTenant();

  const { currentTenant } = await tenant.query(
    '{ currentTenant { schema { name version sizeBytes tables { name columnCount sizeBytes } } } }',
  );

  expect(currentTenant.schema.name).toBe(tenant.schemaName);
  expect(currentTenant.schema.version).toMatch(/^\d{13}$/);
  expect(currentTenant.schema.tables.map(({ name }: { name: string }) => name)).toEqual(
    features.flatMap(({ tables }) => tables ?? []).sort(),
  );
  expect(currentTenant.schema.sizeBytes).toBeGreaterThan(0);
});

test('without a tenant there is no current one, and an unknown one says so', async () => {
  const { api } = await newTenant();

  const none = await send(api, '{ currentTenant { id } }');
  const unknown = await send(api, '{ currentTenant { id } }', {}, { 'x-tenant-id': 'nobody-here' });

  expect(none.errors?.[0]?.extensions).toEqual({ code: 'TENANT_REQUIRED' });
  expect(unknown.errors?.[0]?.extensions).toEqual({ code: 'TENANT_NOT_FOUND' });
});
