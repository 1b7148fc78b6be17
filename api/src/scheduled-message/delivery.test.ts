import { mutate, ownerId } from '../testing/desk';
import { newTenant, query } from '../testing/new-tenant';
import { closedApi, inTenant, membershipOf, newMember, newPerson, remove } from '../testing/people';
import { type Asking, inAnHour, makeDue, runJob, schedule, schedulingFields, shown } from '../testing/scheduled';
import { behindTheApi, newDatabase, startTestApi, testApi } from '../testing/test-api';

test('a message is sent when it is due, as its author would have sent it, and told to subscribers', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  await tenant.sendMessage(conversationId, 'Hello?', { senderType: 'CONTACT' });
  const subscription = await tenant.subscribe('subscription { messageSent { content } }');

  const { scheduledMessage, conversation } = await schedule(tenant, conversationId, { content: ' Good morning ' });
  await runJob(tenant.id);
  expect((await shown(tenant, conversationId)).messages.nodes).toHaveLength(1);
  await makeDue(tenant);
  await runJob(tenant.id);

  const author = { id: await ownerId(tenant) };
  expect(scheduledMessage).toMatchObject({ content: 'Good morning', failure: null, author });
  expect(conversation.scheduledMessages).toEqual([{ id: scheduledMessage.id }]);
  expect(await subscription.next()).toEqual({ messageSent: { content: 'Good morning' } });
  expect(await shown(tenant, conversationId)).toMatchObject({
    messages: { nodes: [{ number: 1 }, { number: 2, content: 'Good morning', senderType: 'USER', author }] },
    scheduledMessages: [],
    assignee: author,
    isWaiting: false,
  });
  await subscription.close();
});

test('of two processes at the same jobs, each message is sent by one', async () => {
  const tenant = await newTenant();
  const other = await startTestApi();
  const threads = await Promise.all([tenant.createContact(), tenant.createContact()]);
  for (let i = 0; i < 20; i += 1)
    await schedule(tenant, threads[i % 2]?.conversationId ?? '', { content: `Number ${i}` });
  await makeDue(tenant);

  await Promise.all([runJob(tenant.id), runJob(tenant.id, other), runJob(tenant.id), runJob(tenant.id, other)]);

  const sent = await Promise.all(threads.map(({ conversationId }) => shown(tenant, conversationId)));
  const contents = sent.flatMap(({ messages }) => messages.nodes.map(({ content }: { content: string }) => content));
  expect(contents.sort()).toEqual(Array.from({ length: 20 }, (_, i) => `Number ${i}`).sort());
  expect(sent.map(({ scheduledMessages }) => scheduledMessages)).toEqual([[], []]);
  await other.stop();
});

test('what dies in the middle of sending has sent nothing, and what dies after it sends nothing again', async () => {
  const urls = await newDatabase();
  const api = await startTestApi({ urls });
  const tenant = await newTenant(undefined, api);
  const { conversationId } = await tenant.createContact();
  await schedule(tenant, conversationId);
  const inDatabase = (text: string) => behindTheApi<{ count: number }>(text, [], urls.owner);
  const count = async () =>
    Number((await inDatabase(`select count(*) as count from "${tenant.schemaName}".messages`))[0]?.count);
  await inDatabase(`create function public.die() returns trigger language plpgsql as
    $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`);
  await inDatabase(`create trigger die after insert on "${tenant.schemaName}".messages
    for each row execute function public.die()`);
  const again = `update public.jobs set due_at = now(), leased_until = null where kind = 'sendScheduledMessages'`;

  await inDatabase(`update "${tenant.schemaName}".scheduled_messages set send_at = now() - interval '1 second'`);
  await inDatabase(again);
  await api.app.jobs.runDue();
  const [afterDeath, stillThere] = [await count(), await shown(tenant, conversationId)];
  await inDatabase(`drop trigger die on "${tenant.schemaName}".messages`);
  await inDatabase(again);
  await api.app.jobs.runDue();
  const afterSending = await count();
  await inDatabase(
    `insert into public.jobs (kind, tenant_id, due_at, attempts) values ('sendScheduledMessages', '${tenant.id}', now(), 1)`,
  );
  await api.app.jobs.runDue();

  expect(afterDeath).toBe(0);
  expect(stillThere.scheduledMessages).toMatchObject([{ content: 'Later', failure: null }]);
  expect(afterSending).toBe(1);
  expect(await count()).toBe(1);
  await api.stop();
});

test('one that is changed or cancelled while the job is at it is not sent as it was', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  const [moved, cancelled, sent] = [
    (await schedule(tenant, conversationId, { content: 'Moved' })).scheduledMessage,
    (await schedule(tenant, conversationId, { content: 'Cancelled' })).scheduledMessage,
    (await schedule(tenant, conversationId, { content: 'Sent' })).scheduledMessage,
  ];
  await makeDue(tenant);

  const changed = await mutate(
    tenant,
    'changeScheduledMessage',
    { id: moved.id, content: 'Moved on', sendAt: inAnHour() },
    schedulingFields,
  );
  const gone = await mutate(tenant, 'cancelScheduledMessage', { id: cancelled.id }, 'cancelledScheduledMessageId');
  await Promise.all([
    runJob(tenant.id),
    mutate(tenant, 'changeScheduledMessage', { id: sent.id, content: 'Sent anew' }, schedulingFields),
  ]);
  await runJob(tenant.id);
  const tooLate = await mutate(tenant, 'cancelScheduledMessage', { id: sent.id }, 'cancelledScheduledMessageId');

  const { messages, scheduledMessages } = await shown(tenant, conversationId);
  expect(changed.scheduledMessage).toMatchObject({ id: moved.id, content: 'Moved on' });
  expect(gone).toEqual({ cancelledScheduledMessageId: cancelled.id, userErrors: [] });
  expect(messages.nodes).toHaveLength(1);
  expect(messages.nodes[0].content).toMatch(/^Sent( anew)?$/);
  expect(scheduledMessages).toMatchObject([{ id: moved.id, content: 'Moved on', failure: null }]);
  expect(tooLate).toEqual({
    cancelledScheduledMessageId: null,
    userErrors: [{ code: 'NOT_FOUND', field: ['id'] }],
  });
});

test('what a colleague has answered meanwhile is not sent, says so, and is sent when it is changed', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  const { number } = await tenant.sendMessage(conversationId, 'Hello?', { senderType: 'CONTACT' });
  const { scheduledMessage } = await schedule(tenant, conversationId, { expectedNumber: number });
  await query(
    tenant.api,
    'mutation ($id: ID!) { sendMessage(input: { conversationId: $id, content: "At once" }) { userErrors { code } } }',
    { id: conversationId },
    { 'x-tenant-id': tenant.id },
  );
  await makeDue(tenant);

  await runJob(tenant.id);
  const refused = await shown(tenant, conversationId);
  const retried = await mutate(tenant, 'changeScheduledMessage', { id: scheduledMessage.id }, schedulingFields);
  await runJob(tenant.id);

  expect(refused.scheduledMessages).toMatchObject([{ id: scheduledMessage.id, failure: 'ANSWERED' }]);
  expect(refused.messages.nodes).toHaveLength(2);
  expect(retried.scheduledMessage).toMatchObject({ failure: null });
  expect((await shown(tenant, conversationId)).messages.nodes).toHaveLength(3);
});

test('a member who was removed sends nothing more: it is shown with the reason, and a colleague may take it on', async () => {
  const api = await closedApi();
  const owner = await newPerson('Able');
  const ben = await newMember(owner, 'MEMBER');
  const as = (person: typeof owner): Asking => ({
    query: async (document, variables = {}) => (await person.send(document, variables, inTenant(owner.tenantId))).data,
  });
  const { createContact } = await as(owner).query(
    'mutation { createContact(input: { name: "Cay", email: "cay@contact.example" }) { conversation { id } } }',
  );
  const { id } = createContact.conversation;
  const { scheduledMessage } = await schedule(as(ben), id);
  await owner.send(remove, { id: await membershipOf(owner, ben.email) });
  const [{ name } = { name: '' }] = await behindTheApi<{ name: string }>(
    'select schema_name as name from public.tenants where id = $1',
    [owner.tenantId],
  );
  await makeDue({ schemaName: name });

  await runJob(owner.tenantId, api);
  const refused = await shown(as(owner), id);
  await mutate(as(owner), 'changeScheduledMessage', { id: scheduledMessage.id }, schedulingFields);
  await runJob(owner.tenantId, api);

  expect(refused.messages.nodes).toEqual([]);
  expect(refused.scheduledMessages).toMatchObject([{ failure: 'AUTHOR_GONE' }]);
  expect((await shown(as(owner), id)).messages.nodes).toHaveLength(1);
});

test('a company that is suspended sends nothing until it is back', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  await schedule(tenant, conversationId);
  await makeDue(tenant);
  const turn = async (status: string) => {
    await behindTheApi('update public.tenants set status = $2 where id = $1', [tenant.id, status]);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
  };
  const kept = () =>
    behindTheApi(`select from public.jobs where kind = 'sendScheduledMessages' and tenant_id = $1`, [tenant.id]);

  await turn('suspended');
  await runJob(tenant.id);
  const unsent = await behindTheApi(`select from "${tenant.schemaName}".messages`);
  const jobs = await kept();
  await turn('active');
  await behindTheApi('update public.jobs set leased_until = null where tenant_id = $1', [tenant.id]);
  await (await testApi()).app.jobs.runDue();

  expect(unsent).toEqual([]);
  expect(jobs.length).toBeGreaterThan(0);
  expect((await shown(tenant, conversationId)).messages.nodes).toHaveLength(1);
});

test('what is scheduled goes and comes back with its contact, and what was due meanwhile is not sent late', async () => {
  const tenant = await newTenant();
  const { id, conversationId } = await tenant.createContact();
  await schedule(tenant, conversationId, { content: 'Tomorrow' });
  await schedule(tenant, conversationId, { content: 'Meanwhile', sendAt: new Date(Date.now() + 1_500).toISOString() });

  await mutate(tenant, 'deleteContact', { id }, 'deletedContactId');
  await new Promise((resolve) => setTimeout(resolve, 1_600));
  await runJob(tenant.id);
  await mutate(tenant, 'restoreContact', { id }, 'contact { id }');
  await runJob(tenant.id);

  const { messages, scheduledMessages } = await shown(tenant, conversationId);
  expect(messages.nodes).toEqual([]);
  expect(scheduledMessages).toMatchObject([
    { content: 'Meanwhile', failure: 'MISSED' },
    { content: 'Tomorrow', failure: null },
  ]);
});
