import { features } from '../features';
import { newTenant, send } from '../testing/new-tenant';
import { inTenant, newMember, newPerson } from '../testing/people';
import { behindTheApi } from '../testing/test-api';

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

test('what is opened and closed is counted by day, each closing again', async () => {
  const tenant = await newTenant();
  const ann = await tenant.createContact();
  await tenant.createContact();
  const set = (operation: 'closeConversation' | 'reopenConversation') =>
    tenant.query(`mutation ($id: ID!) { ${operation}(input: { id: $id }) { userErrors { message } } }`, {
      id: ann.conversationId,
    });
  await set('closeConversation');
  await set('reopenConversation');
  await set('closeConversation');

  const { currentTenant } = await tenant.query(
    `{ currentTenant { stats {
       conversationsOpenedPerDay(days: 2) { count } conversationsClosedPerDay(days: 2) { date count }
     } } }`,
  );

  expect(currentTenant.stats.conversationsOpenedPerDay).toEqual([{ count: 0 }, { count: 2 }]);
  expect(currentTenant.stats.conversationsClosedPerDay).toEqual([
    { date: expect.any(String), count: 0 },
    { date: new Date().toISOString().slice(0, 10), count: 2 },
  ]);
});

test('the first reply’s time is the median of what was asked and answered', async () => {
  const tenant = await newTenant();
  const median = async () =>
    (await tenant.query('{ currentTenant { stats { medianFirstReplySeconds(days: 7) } } }')).currentTenant.stats
      .medianFirstReplySeconds;
  const ask = async () => {
    const { conversationId } = await tenant.createContact();
    await tenant.sendMessage(conversationId, 'Hello?', { senderType: 'CONTACT' });
    return conversationId;
  };
  await ask();
  expect(await median()).toBeNull();

  const table = `"${tenant.schemaName}".messages`;
  for (const seconds of [60, 600, 7_200]) {
    const id = await ask();
    await tenant.query(
      'mutation ($id: ID!) { addNote(input: { conversationId: $id, content: "Mine" }) { userErrors { message } } }',
      { id },
    );
    await tenant.sendMessage(id, 'Hello!');
    await tenant.sendMessage(id, 'Anything else?');
    await behindTheApi(
      `update ${table} m set created_at = q.created_at + m.number * interval '1 day' + interval '${seconds} seconds' - interval '3 days'
       from ${table} q where q.conversation_id = '${id}' and q.number = 1 and m.conversation_id = q.conversation_id and m.number > 1`,
    );
  }

  expect(await median()).toBe(600);
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

test('an admin sees where the schema is not as it should be, with what would mend it; a member does not', async () => {
  const owner = await newPerson('Drifting');
  const member = await newMember(owner, 'MEMBER');
  const drift = '{ currentTenant { schema { name drift { what sql } } } }';
  const before = await owner.send(drift, {}, inTenant(owner.tenantId));
  const { name } = before.data.currentTenant.schema;
  await behindTheApi(`drop index ${name}.contacts_source_idx`);

  const after = await owner.send(drift, {}, inTenant(owner.tenantId));
  const refused = await member.send(drift, {}, inTenant(owner.tenantId));

  expect(before.data.currentTenant.schema.drift).toEqual([]);
  expect(after.data.currentTenant.schema.drift).toEqual([
    {
      what: 'The index contacts_source_idx on contacts is missing.',
      sql: `CREATE INDEX contacts_source_idx ON ${name}.contacts USING btree (((metadata ->> 'source'::text)))`,
    },
  ]);
  expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('without a tenant there is no current one, and an unknown one says so', async () => {
  const { api } = await newTenant();

  const none = await send(api, '{ currentTenant { id } }');
  const unknown = await send(api, '{ currentTenant { id } }', {}, { 'x-tenant-id': 'nobody-here' });

  expect(none.errors?.[0]?.extensions).toEqual({ code: 'TENANT_REQUIRED' });
  expect(unknown.errors?.[0]?.extensions).toEqual({ code: 'TENANT_NOT_FOUND' });
});
