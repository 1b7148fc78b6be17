import { randomUUID } from 'node:crypto';
import { idsOf, mutate, newLabel, ownerId } from '../../testing/desk';
import { newTenant, type TestTenant } from '../../testing/new-tenant';
import { inTenant, newMember, newPerson } from '../../testing/people';

const fields = 'conversation { assignee { id name } priority labels { name colour } subject isWaiting waitingSince }';
const untouched = {
  assignee: null,
  priority: 'NONE',
  labels: [],
  subject: null,
  isWaiting: false,
  waitingSince: null,
};

const read = async (tenant: TestTenant, id: string) =>
  (await tenant.query(`query ($id: ID!) { ${fields.replace('conversation', 'conversation(id: $id)')} }`, { id }))
    .conversation;

test('a conversation is assigned, ranked, labelled and renamed, and each is read again', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  const [me, labelId] = [await ownerId(tenant), await newLabel(tenant, 'Refund')];
  expect(await read(tenant, id)).toEqual(untouched);

  await mutate(tenant, 'assignConversation', { id, assigneeId: me }, fields);
  await mutate(tenant, 'setConversationPriority', { id, priority: 'URGENT' }, fields);
  await mutate(tenant, 'renameConversation', { id, subject: ' Money back ' }, fields);
  const answer = await mutate(tenant, 'setConversationLabels', { id, labelIds: [labelId, labelId] }, fields);

  const changed = {
    ...untouched,
    assignee: { id: me, name: 'Olive Owner' },
    priority: 'URGENT',
    labels: [{ name: 'Refund', colour: 'TEAL' }],
    subject: 'Money back',
  };
  expect(answer).toEqual({ conversation: changed, userErrors: [] });
  expect(await read(tenant, id)).toEqual(changed);

  await mutate(tenant, 'assignConversation', { id, assigneeId: null }, fields);
  await mutate(tenant, 'setConversationPriority', { id, priority: 'NONE' }, fields);
  await mutate(tenant, 'renameConversation', { id, subject: ' ' }, fields);
  await mutate(tenant, 'setConversationLabels', { id, labelIds: [] }, fields);
  expect(await read(tenant, id)).toEqual(untouched);
});

test('a conversation goes only to members who may answer', async () => {
  const ann = await newPerson('Able');
  const [ben, viewer, stranger] = [
    await newMember(ann, 'MEMBER'),
    await newMember(ann, 'VIEWER'),
    await newPerson('Baker'),
  ];
  const as = inTenant(ann.tenantId);
  const of = { query: async (document: string, variables = {}) => (await ann.send(document, variables, as)).data };
  const { createContact } = await of.query(
    'mutation { createContact(input: { name: "Cay", email: "cay@contact.example" }) { conversation { id } } }',
  );
  const { id } = createContact.conversation;
  const idOf = async ({ send }: typeof ben, person = ben) =>
    (await send.call(person, '{ viewer { id } }')).data.viewer.id as string;
  const assign = async (assigneeId: string) =>
    mutate(of, 'assignConversation', { id, assigneeId }, 'conversation { assignee { name } }');

  const toBen = await assign(await idOf(ben, ben));
  const refused = [
    await assign(await idOf(viewer, viewer)),
    await assign(await idOf(stranger, stranger)),
    await assign(randomUUID()),
    await assign('ben'),
  ];

  expect(toBen).toEqual({ conversation: { assignee: { name: 'Ann Able' } }, userErrors: [] });
  const notThere = { conversation: null, userErrors: [{ code: 'NOT_FOUND', field: ['assigneeId'] }] };
  expect(refused).toEqual([notThere, notThere, notThere, notThere]);
});

test.each([
  ['assignConversation', {}],
  ['renameConversation', { subject: 'New' }],
  ['setConversationPriority', { priority: 'LOW' }],
  ['setConversationLabels', { labelIds: [] }],
])('%s of an unknown conversation says so', async (name, input) => {
  const { conversation, userErrors } = await mutate(await newTenant(), name, { id: randomUUID(), ...input }, fields);

  expect(conversation).toBeNull();
  expect(userErrors).toEqual([{ code: 'NOT_FOUND', field: ['id'] }]);
});

test('an unknown label changes nothing, and neither do more than 20', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  const labelId = await newLabel(tenant, 'Refund');
  const set = (labelIds: string[]) => mutate(tenant, 'setConversationLabels', { id, labelIds }, 'conversation { id }');

  const unknown = await set([labelId, randomUUID()]);
  const many = await set(Array.from({ length: 21 }, () => randomUUID()));

  expect(unknown.userErrors).toEqual([{ code: 'NOT_FOUND', field: ['labelIds'] }]);
  expect(many.userErrors).toEqual([{ code: 'INVALID', field: ['labelIds'] }]);
  expect((await read(tenant, id)).labels).toEqual([]);
});

test('what changes is told to subscribers, and what stays as it was is not', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  const subscription = await tenant.subscribe('subscription { conversationChanged { id priority } }');

  await mutate(tenant, 'setConversationPriority', { id, priority: 'HIGH' }, fields);
  expect(await subscription.next()).toEqual({ conversationChanged: { id, priority: 'HIGH' } });
  await mutate(tenant, 'setConversationPriority', { id, priority: 'HIGH' }, fields);
  await mutate(tenant, 'setConversationLabels', { id, labelIds: [] }, fields);

  expect(await subscription.isQuietFor(300)).toBe(true);
  await subscription.close();
});

test('a contact waits from the first message that nobody has answered, until somebody does', async () => {
  const tenant = await newTenant();
  const { conversationId: id } = await tenant.createContact();
  const say = (senderType: string) => tenant.sendMessage(id, 'Hello', { senderType });
  const waiting = async () => {
    const { isWaiting, waitingSince } = await read(tenant, id);
    expect(isWaiting).toBe(waitingSince !== null);
    return waitingSince;
  };

  await say('USER');
  expect(await waiting()).toBeNull();
  await say('CONTACT');
  const since = await waiting();
  await say('CONTACT');
  await say('SYSTEM');
  expect(await waiting()).toBe(since);
  expect(since).not.toBeNull();
  await mutate(tenant, 'closeConversation', { id }, 'conversation { id }');
  expect(await waiting()).toBeNull();
  await mutate(tenant, 'reopenConversation', { id }, 'conversation { id }');
  expect(await waiting()).toBe(since);
  await say('USER');
  expect(await waiting()).toBeNull();
});

test('conversations are found by assignee, label, priority and by who waits, in pages that meet', async () => {
  const tenant = await newTenant();
  const [me, labelId] = [await ownerId(tenant), await newLabel(tenant, 'Refund')];
  const made: string[] = [];
  for (let i = 0; i < 8; i += 1) made.push((await tenant.createContact()).conversationId);
  const at = (...places: number[]) => places.map((place) => made[place]);
  for (const id of at(1, 3, 5)) await mutate(tenant, 'assignConversation', { id, assigneeId: me }, fields);
  for (const id of at(3, 4)) await mutate(tenant, 'setConversationLabels', { id, labelIds: [labelId] }, fields);
  for (const [place, priority] of [
    [2, 'LOW'],
    [5, 'URGENT'],
    [6, 'URGENT'],
  ] as const)
    await mutate(tenant, 'setConversationPriority', { id: made[place], priority }, fields);
  for (const id of [7, 0, 3].map((place) => made[place] as string))
    await tenant.sendMessage(id, 'Hello?', { senderType: 'CONTACT' });
  await mutate(tenant, 'closeConversation', { id: made[0] }, fields);
  const byId = { field: 'CREATED_AT', direction: 'ASC' };

  expect(await idsOf(tenant, { assigneeId: [me] }, byId, 2)).toEqual(at(1, 3, 5));
  expect(await idsOf(tenant, { assigneeId: [me, randomUUID(), 'nobody'] }, byId)).toEqual(at(1, 3, 5));
  expect(await idsOf(tenant, { isUnassigned: true }, byId, 2)).toEqual(at(0, 2, 4, 6, 7));
  expect(await idsOf(tenant, { isUnassigned: false, labelIds: [labelId] }, byId)).toEqual(at(3));
  expect(await idsOf(tenant, { labelIds: [labelId] }, byId, 1)).toEqual(at(3, 4));
  expect(await idsOf(tenant, { labelIds: [] }, byId)).toEqual([]);
  expect(await idsOf(tenant, { priority: ['LOW', 'URGENT'] }, byId)).toEqual(at(2, 5, 6));
  expect(await idsOf(tenant, { isWaiting: true }, byId)).toEqual(at(3, 7));
  expect(await idsOf(tenant, { isWaiting: false, status: ['ACTIVE'] }, byId)).toEqual(at(1, 2, 4, 5, 6));
  expect(await idsOf(tenant, { isWaiting: true, assigneeId: [me] })).toEqual(at(3));
  expect(await idsOf(tenant, {}, { field: 'WAITING_SINCE', direction: 'ASC' }, 1)).toEqual(at(7, 3));
  expect(await idsOf(tenant, {}, { field: 'WAITING_SINCE', direction: 'DESC' })).toEqual(at(3, 7));
  const first = (size: number) => idsOf(tenant, {}, { field: 'PRIORITY', direction: 'DESC' }, size);
  for (const size of [1, 2, 3, 25]) expect(await first(size)).toEqual(at(6, 5, 2, 7, 4, 3, 1, 0));
  const last = (size: number) => idsOf(tenant, {}, { field: 'PRIORITY', direction: 'ASC' }, size);
  for (const size of [1, 2, 5, 25]) expect(await last(size)).toEqual(at(0, 1, 3, 4, 7, 2, 5, 6));
});

test('a deleted contact comes back with what its conversations had', async () => {
  const tenant = await newTenant();
  const { id: contactId, conversationId: id } = await tenant.createContact();
  const [me, kept, lost] = [await ownerId(tenant), await newLabel(tenant, 'Refund'), await newLabel(tenant, 'Lost')];
  await tenant.sendMessage(id, 'Hello?', { senderType: 'CONTACT' });
  await mutate(tenant, 'assignConversation', { id, assigneeId: me }, fields);
  await mutate(tenant, 'setConversationPriority', { id, priority: 'LOW' }, fields);
  await mutate(tenant, 'setConversationLabels', { id, labelIds: [kept, lost] }, fields);
  const before = await read(tenant, id);

  await mutate(tenant, 'deleteContact', { id: contactId }, 'deletedContactId');
  await mutate(tenant, 'deleteLabel', { id: lost }, 'deletedLabelId');
  await mutate(tenant, 'restoreContact', { id: contactId }, 'contact { id }');

  expect(await read(tenant, id)).toEqual({ ...before, labels: [{ name: 'Refund', colour: 'TEAL' }] });
});
