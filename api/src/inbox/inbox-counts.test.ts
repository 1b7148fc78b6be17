import { mutate, newLabel, ownerId } from '../testing/desk';
import { newTenant } from '../testing/new-tenant';

const document = `{ inboxCounts { mine unassigned waiting open snoozed closed labels { label { name } count } } }`;

test('an empty inbox counts nothing', async () => {
  const tenant = await newTenant();

  expect(await tenant.query(document)).toEqual({
    inboxCounts: { mine: 0, unassigned: 0, waiting: 0, open: 0, snoozed: 0, closed: 0, labels: [] },
  });
});

test('each view is counted, and settled conversations only among the closed ones', async () => {
  const tenant = await newTenant();
  const made: string[] = [];
  for (let i = 0; i < 6; i += 1) made.push((await tenant.createContact()).conversationId);
  const [me, busy] = [await ownerId(tenant), await newLabel(tenant, 'Busy')];
  await newLabel(tenant, 'Idle');
  const until = new Date(Date.now() + 3_600_000).toISOString();
  for (const id of made.slice(0, 3)) await mutate(tenant, 'assignConversation', { id, assigneeId: me }, '__typename');
  for (const id of made.slice(2, 5))
    await mutate(tenant, 'setConversationLabels', { id, labelIds: [busy] }, '__typename');
  for (const id of [made[0], made[5]] as string[]) await tenant.sendMessage(id, 'Hello?', { senderType: 'CONTACT' });
  await mutate(tenant, 'closeConversation', { id: made[0] }, '__typename');
  await mutate(tenant, 'snoozeConversation', { id: made[4], until }, '__typename');

  expect((await tenant.query(document)).inboxCounts).toEqual({
    mine: 2,
    unassigned: 2,
    waiting: 1,
    open: 4,
    snoozed: 1,
    closed: 1,
    labels: [
      { label: { name: 'Busy' }, count: 2 },
      { label: { name: 'Idle' }, count: 0 },
    ],
  });
});
