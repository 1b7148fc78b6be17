import { randomUUID } from 'node:crypto';
import { mutate } from '../testing/desk';
import { newTenant } from '../testing/new-tenant';
import { type Asking, inAnHour, makeDue, runJob, schedule, schedulingFields, shown } from '../testing/scheduled';
import { behindTheApi } from '../testing/test-api';

test('moments, ids and numbers that cannot be are refused, each by its field', async () => {
  const [tenant, stranger] = [await newTenant(), await newTenant()];
  const { conversationId } = await tenant.createContact();
  const { scheduledMessage } = await schedule(tenant, conversationId);
  const errorsOf = async (asking: Asking, input: object) =>
    (await schedule(asking, conversationId, input)).userErrors as object[];
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

  expect(await errorsOf(tenant, { sendAt: inDays(-1) })).toEqual([{ code: 'INVALID', field: ['sendAt'] }]);
  expect(await errorsOf(tenant, { sendAt: inDays(370) })).toEqual([{ code: 'INVALID', field: ['sendAt'] }]);
  expect(await errorsOf(tenant, { content: ' ' })).toEqual([{ code: 'REQUIRED', field: ['content'] }]);
  expect(await errorsOf(stranger, {})).toEqual([{ code: 'NOT_FOUND', field: ['conversationId'] }]);
  for (const [name, input] of [
    ['changeScheduledMessage', { content: 'Theirs' }],
    ['cancelScheduledMessage', {}],
  ] as const) {
    const { userErrors } = await mutate(stranger, name, { id: scheduledMessage.id, ...input }, 'conversation { id }');
    expect(userErrors).toEqual([{ code: 'NOT_FOUND', field: ['id'] }]);
  }
  expect((await shown(tenant, conversationId)).scheduledMessages).toMatchObject([{ content: 'Later' }]);
});

test('a hundred wait in a conversation and a thousand in a company, and no more', async () => {
  const tenant = await newTenant();
  const [one, other] = [await tenant.createContact(), await tenant.createContact()];
  const fill = (conversationId: string, count: number) =>
    behindTheApi(
      `insert into "${tenant.schemaName}".scheduled_messages (id, conversation_id, content, send_at, created_at)
       select gen_random_uuid(), $1, 'Later', now() + interval '1 day', now() from generate_series(1, $2)`,
      [conversationId, count],
    );
  await fill(one.conversationId, 100);
  const ofConversation = await schedule(tenant, one.conversationId);
  const fits = await schedule(tenant, other.conversationId);
  await fill(one.conversationId, 899);
  const ofCompany = await schedule(tenant, other.conversationId);

  const refused = { scheduledMessage: null, userErrors: [{ code: 'CONFLICT', field: ['conversationId'] }] };
  expect(ofConversation).toMatchObject(refused);
  expect(fits.userErrors).toEqual([]);
  expect(ofCompany).toMatchObject(refused);
});

test('a repeated request schedules once; a repeat after the sending says that it was sent', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  const input = { idempotencyKey: randomUUID(), sendAt: inAnHour() };

  const [first, second] = [
    await schedule(tenant, conversationId, input),
    await schedule(tenant, conversationId, input),
  ];
  await makeDue(tenant);
  await runJob(tenant.id);
  const third = await schedule(tenant, conversationId, input);

  expect(second.scheduledMessage.id).toBe(first.scheduledMessage.id);
  expect(third).toMatchObject({
    scheduledMessage: null,
    userErrors: [{ code: 'CONFLICT', field: ['idempotencyKey'] }],
  });
  expect((await shown(tenant, conversationId)).messages.nodes).toHaveLength(1);
});

test('a tenant has few jobs, however often its members change their minds, and those far off look again', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  const at = (minutes: number, ms: number) => new Date(Date.now() + minutes * 60_000 + ms).toISOString();
  const { scheduledMessage } = await schedule(tenant, conversationId, { sendAt: at(6_000, 0) });
  for (let ms = 1; ms < 20; ms += 1)
    await mutate(
      tenant,
      'changeScheduledMessage',
      { id: scheduledMessage.id, sendAt: at(6_000, ms) },
      schedulingFields,
    );
  const jobs = () =>
    behindTheApi<{ dueAt: string }>(
      `select due_at::text as "dueAt" from public.jobs where kind = 'sendScheduledMessages' and tenant_id = $1 order by due_at`,
      [tenant.id],
    );

  expect((await jobs()).length).toBeLessThanOrEqual(2);
  await behindTheApi(
    `update "${tenant.schemaName}".scheduled_messages set send_at = date_trunc('second', now()) + interval '20 minutes'`,
  );
  await behindTheApi(`delete from public.jobs where tenant_id = $1`, [tenant.id]);
  await runJob(tenant.id);

  const [next] = await jobs();
  const inMinutes = (Date.parse(next?.dueAt ?? '') - Date.now()) / 60_000;
  expect(inMinutes).toBeGreaterThan(19);
  expect(inMinutes).toBeLessThan(21);
});
