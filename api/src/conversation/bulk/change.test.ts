import { randomUUID } from 'node:crypto';
import { mutate, newLabel, ownerId } from '../../testing/desk';
import { newTenant, type TestTenant } from '../../testing/new-tenant';

const state = 'status snoozedUntil priority assignee { id } labels { id } messageCount';
const fields = `results { id conversation { ${state} }
  before { status snoozedUntil priority assigneeId labelIds } userErrors { code field } }`;

const change = (tenant: TestTenant, ids: string[], wanted: object) =>
  mutate(tenant, 'changeConversations', { ids, change: wanted }, fields);

async function newConversations(tenant: TestTenant, count: number): Promise<string[]> {
  const made: string[] = [];
  for (let i = 0; i < count; i += 1) made.push((await tenant.createContact()).conversationId);
  return made;
}

test('many are changed alike, and what each was undoes it', async () => {
  const tenant = await newTenant();
  const ids = await newConversations(tenant, 3);
  const [me, refund, urgent] = [
    await ownerId(tenant),
    await newLabel(tenant, 'Refund'),
    await newLabel(tenant, 'Urgent'),
  ];
  await mutate(tenant, 'setConversationLabels', { id: ids[1], labelIds: [refund] }, '__typename');
  const wanted = {
    status: 'CLOSED',
    assigneeId: me,
    priority: 'HIGH',
    addLabelIds: [urgent],
    removeLabelIds: [refund],
  };

  const { results, userErrors } = await change(tenant, ids, wanted);

  expect(userErrors).toEqual([]);
  const closed = {
    status: 'CLOSED',
    snoozedUntil: null,
    priority: 'HIGH',
    assignee: { id: me },
    labels: [{ id: urgent }],
  };
  const open = { status: 'ACTIVE', snoozedUntil: null, priority: 'NONE', assigneeId: null };
  expect(results).toEqual(
    ids.map((id, i) => ({
      id,
      conversation: { ...closed, messageCount: 1 },
      before: { ...open, labelIds: i === 1 ? [refund] : [] },
      userErrors: [],
    })),
  );

  for (const { id, before } of results) await change(tenant, [id], before);
  const { results: undone } = await change(tenant, ids, {});
  expect(undone.map(({ before }: { before: object }) => before)).toEqual(
    results.map(({ before }: { before: object }) => before),
  );
});

test('one that is not there keeps none of the others', async () => {
  const tenant = await newTenant();
  const [id] = await newConversations(tenant, 1);
  const unknown = randomUUID();

  const { results, userErrors } = await change(tenant, [unknown, id as string, 'none'], { status: 'CLOSED' });

  const missing = { conversation: null, before: null, userErrors: [{ code: 'NOT_FOUND', field: ['ids'] }] };
  expect(userErrors).toEqual([]);
  expect(results).toMatchObject([
    { id: unknown, ...missing },
    { id, conversation: { status: 'CLOSED' }, userErrors: [] },
    { id: 'none', ...missing },
  ]);
});

test('many are snoozed, until a moment or until the contact writes', async () => {
  const tenant = await newTenant();
  const ids = await newConversations(tenant, 2);
  const snoozedUntil = new Date(Date.now() + 3_600_000).toISOString();
  const read = async (wanted: object) =>
    (await change(tenant, ids, wanted)).results.map(
      ({ conversation }: { conversation: { snoozedUntil: string | null } }) => conversation.snoozedUntil,
    );

  expect(await read({ status: 'SNOOZED', snoozedUntil })).toEqual([snoozedUntil, snoozedUntil]);
  expect(await read({ status: 'SNOOZED' })).toEqual([null, null]);
});

test.each([
  ['an account that is no member', { assigneeId: randomUUID() }, 'NOT_FOUND', ['change', 'assigneeId']],
  ['a label that is none', { addLabelIds: [randomUUID()] }, 'NOT_FOUND', ['change', 'addLabelIds']],
  ['text for a label', { labelIds: ['refund'] }, 'NOT_FOUND', ['change', 'labelIds']],
  [
    'a time that is over',
    { status: 'SNOOZED', snoozedUntil: '2020-01-01T00:00:00.000Z' },
    'INVALID',
    ['change', 'snoozedUntil'],
  ],
])('with %s, nothing is changed', async (_what, wrong, code, field) => {
  const tenant = await newTenant();
  const ids = await newConversations(tenant, 1);

  const { results, userErrors } = await change(tenant, ids, { status: 'CLOSED', ...wrong });

  expect(results).toBeNull();
  expect(userErrors).toEqual([{ code, field }]);
  const { conversation } = await tenant.query(`{ conversation(id: "${ids[0]}") { status } }`);
  expect(conversation).toEqual({ status: 'ACTIVE' });
});

test('at most 100 are changed at once', async () => {
  const { userErrors } = await change(
    await newTenant(),
    Array.from({ length: 101 }, () => randomUUID()),
    {},
  );

  expect(userErrors).toEqual([{ code: 'INVALID', field: ['ids'] }]);
});

test('changes of the same ones at once lose nothing', async () => {
  const tenant = await newTenant();
  const ids = await newConversations(tenant, 8);
  const labels = await Promise.all(['One', 'Two', 'Three', 'Four'].map((name) => newLabel(tenant, name)));

  const answers = await Promise.all(
    labels.map((labelId, i) =>
      change(tenant, i % 2 ? ids : [...ids].reverse(), { addLabelIds: [labelId], status: i % 2 ? 'CLOSED' : 'ACTIVE' }),
    ),
  );

  expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  const { results } = await change(tenant, ids, {});
  for (const { conversation } of results) expect(conversation.labels).toHaveLength(4);
});
