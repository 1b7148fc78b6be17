import { mutate } from '../testing/desk';
import { newTenant, query, type TestTenant } from '../testing/new-tenant';
import { createKey, membershipOf, remove } from '../testing/people';
import { newTeam } from '../testing/team';
import { behindTheApi, startTestApi } from '../testing/test-api';
import { trafficOf } from '../testing/traffic';

type Asking = Pick<TestTenant, 'query'>;

const fields = 'id kind isRead conversation { id } message { content } actor { name }';
const listOf = async (member: Asking, more = '') =>
  (await member.query(`{ notifications${more} { nodes { ${fields} } totalCount } unreadNotificationCount }`))
    .notifications.nodes;
const kindsOf = async (member: Asking): Promise<string[]> =>
  (await listOf(member)).map(({ kind }: { kind: string }) => kind);
const unreadOf = async (member: Asking): Promise<number> =>
  (await member.query('{ unreadNotificationCount }')).unreadNotificationCount;
const assign = (member: Asking, id: string, assigneeId: string | null) =>
  mutate(member, 'assignConversation', { id, assigneeId }, 'conversation { id }');
const settle = (member: Asking, input: object) =>
  mutate(
    member,
    'updateNotificationSettings',
    input,
    'notificationSettings { onAssigned onMentioned onReplied onUnassigned }',
  );
/** What a mail gateway hands on: by a program of the company, which nobody mistakes for themselves. */
async function contactWrites(
  member: TestTenant & { person: { send: TestTenant['send'] } },
  id: string,
  content = 'Hello?',
) {
  const { data } = await member.person.send(createKey, {
    input: { tenantId: member.id, name: 'Gateway', scopes: ['conversations:write'] },
  });
  await query(
    member.api,
    `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { userErrors { code } } }`,
    { input: { conversationId: id, content, senderType: 'CONTACT' } },
    { 'x-tenant-id': member.id, authorization: `Bearer ${data.createApiKey.token}` },
  );
}

test('who gets a conversation from somebody else is told, once, and nobody of their own acts', async () => {
  const [ann, ben] = await newTeam('MEMBER');
  const { conversationId: id } = await ann.createContact();

  await assign(ann, id, ben.accountId);
  await assign(ann, id, ben.accountId);
  await assign(ann, id, ann.accountId);

  expect(await listOf(ben)).toEqual([
    {
      id: expect.any(String),
      kind: 'ASSIGNED',
      isRead: false,
      conversation: { id },
      message: null,
      actor: { name: 'Ann Able' },
    },
  ]);
  expect(await listOf(ann)).toEqual([]);
});

test('of many conversations at once, those are told of that were not the member’s before', async () => {
  const [ann, ben] = await newTeam('MEMBER');
  const ids = [];
  for (let i = 0; i < 3; i += 1) ids.push((await ann.createContact()).conversationId);
  await assign(ann, ids[0] ?? '', ben.accountId);

  await mutate(ann, 'changeConversations', { ids, change: { assigneeId: ben.accountId } }, 'results { id }');

  const told = await listOf(ben);
  expect(told.map(({ conversation }: { conversation: { id: string } }) => conversation.id).sort()).toEqual(ids.sort());
});

test('those whom a note mentions are told of it, its author aside', async () => {
  const [ann, ben, cay] = await newTeam('MEMBER', 'VIEWER');
  const { conversationId } = await ann.createContact();
  const mentionedIds = [ann, ben, cay].map(({ accountId }) => accountId);

  await mutate(ann, 'addNote', { conversationId, content: 'Look', mentionedIds }, 'message { id }');

  const told = [expect.objectContaining({ kind: 'MENTIONED', message: { content: 'Look' } })];
  expect(await listOf(ben)).toEqual(told);
  expect(await listOf(cay)).toEqual(told);
  expect(await listOf(ann)).toEqual([]);
});

test('a contact’s words are told to whose they are; of nobody’s the first, to those who want to know', async () => {
  const [ann, ben] = await newTeam('MEMBER');
  const { conversationId: id } = await ann.createContact();
  await contactWrites(ann, id, 'Before');
  expect(await settle(ben, { onUnassigned: true })).toMatchObject({
    notificationSettings: { onAssigned: true, onMentioned: true, onReplied: true, onUnassigned: true },
  });
  const { conversationId: second } = await ann.createContact();

  await contactWrites(ann, second, 'First');
  await contactWrites(ann, second, 'Second');
  await assign(ben, second, ben.accountId);
  await contactWrites(ann, second, 'Third');
  await ann.sendMessage(second, 'An answer');

  const told = (await listOf(ben)).map(({ kind, message }: { kind: string; message: { content: string } }) => [
    kind,
    message.content,
  ]);
  expect(told).toEqual([
    ['REPLIED', 'Third'],
    ['UNASSIGNED', 'First'],
  ]);
  expect(await kindsOf(ann)).toEqual([]);
  await mutate(ann, 'closeConversation', { id }, 'conversation { id }');
  await contactWrites(ann, id, 'Again');
  expect((await listOf(ben))[0]).toMatchObject({ kind: 'UNASSIGNED', message: { content: 'Again' } });
});

test('what a member does not want to be told of is not written for them', async () => {
  const [ann, ben] = await newTeam('MEMBER');
  const { conversationId } = await ann.createContact();
  await settle(ben, { onAssigned: false, onMentioned: false });
  await settle(ben, { onReplied: false });

  await assign(ann, conversationId, ben.accountId);
  await mutate(ann, 'addNote', { conversationId, content: 'Look', mentionedIds: [ben.accountId] }, 'message { id }');
  await contactWrites(ann, conversationId);

  expect(await kindsOf(ben)).toEqual([]);
  expect(await ben.query('{ notificationSettings { onAssigned onMentioned onReplied onUnassigned } }')).toEqual({
    notificationSettings: { onAssigned: false, onMentioned: false, onReplied: false, onUnassigned: false },
  });
});

test('they are paged, filtered and marked by their recipient, and by nobody else', async () => {
  const [ann, ben] = await newTeam('MEMBER');
  const stranger = await newTenant();
  for (let i = 0; i < 5; i += 1) await assign(ann, (await ann.createContact()).conversationId, ben.accountId);
  const all = (await listOf(ben)).map(({ id }: { id: string }) => id);
  const mark = (member: Asking, input: object) =>
    mutate(member, 'markNotificationsRead', input, 'unreadNotificationCount');

  const first = await ben.query(
    '{ notifications(first: 2) { nodes { id } pageInfo { hasNextPage endCursor } totalCount } }',
  );
  const rest = await ben.query('query ($after: String) { notifications(after: $after) { nodes { id } } }', {
    after: first.notifications.pageInfo.endCursor,
  });
  expect(first.notifications).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
  expect([...first.notifications.nodes, ...rest.notifications.nodes].map(({ id }: { id: string }) => id)).toEqual(all);

  await mark(ann, { all: true });
  await mark(stranger, { ids: all });
  expect(await unreadOf(ben)).toBe(5);
  expect(await mark(ben, { ids: all.slice(0, 2) })).toEqual({ unreadNotificationCount: 3, userErrors: [] });
  expect((await listOf(ben, '(isUnread: true)')).map(({ id }: { id: string }) => id)).toEqual(all.slice(2));
  expect((await listOf(ben, '(isUnread: false)')).length).toBe(2);
  expect(await mark(ben, { all: true })).toEqual({ unreadNotificationCount: 0, userErrors: [] });
  for (const input of [{}, { ids: all, all: true }])
    expect((await mark(ben, input)).userErrors).toEqual([{ code: 'INVALID', field: ['ids'] }]);
});

test('each member hears of their own as it happens, through whichever process', async () => {
  const [ann, ben] = await newTeam('MEMBER');
  const other = await startTestApi({ isOpenToOperator: false });
  const { conversationId } = await ann.createContact();
  const added = `subscription { notificationAdded { ${fields} } }`;
  const [toAnn, toBen] = [await ann.subscribe(added), await ben.subscribe(added, {}, other)];

  await assign(ann, conversationId, ben.accountId);
  await mutate(ann, 'addNote', { conversationId, content: 'Look', mentionedIds: [ben.accountId] }, 'message { id }');
  await contactWrites(ann, conversationId, 'Well?');

  const heard = [await toBen.next(), await toBen.next(), await toBen.next()];
  expect(heard.map(({ notificationAdded: { kind, message } }) => [kind, message?.content])).toEqual([
    ['ASSIGNED', undefined],
    ['MENTIONED', 'Look'],
    ['REPLIED', 'Well?'],
  ]);
  expect(await toBen.isQuietFor(300)).toBe(true);
  expect(await toAnn.isQuietFor(1)).toBe(true);
  await Promise.all([toAnn.close(), toBen.close()]);
  await other.stop();
});

test('what a member marks is told to their own screens, through whichever process, and to nobody else', async () => {
  const [ann, ben] = await newTeam('MEMBER');
  const other = await startTestApi({ isOpenToOperator: false });
  for (let i = 0; i < 3; i += 1) await assign(ann, (await ann.createContact()).conversationId, ben.accountId);
  const [first, second] = (await listOf(ben)).map(({ id }: { id: string }) => id);
  const read = 'subscription { notificationsRead { ids unreadNotificationCount } }';
  const screens = [await ben.subscribe(read), await ben.subscribe(read, {}, other)] as const;
  const toAnn = await ann.subscribe(read);
  const mark = (member: Asking, input: object) =>
    mutate(member, 'markNotificationsRead', input, 'unreadNotificationCount');
  const heard = () => Promise.all(screens.map((screen) => screen.next()));

  await mark(ann, { ids: [first] });
  await mark(ben, { ids: [first] });
  const one = await heard();
  await mark(ben, { ids: [first] });
  await mark(ben, { ids: [first, second] });
  const another = await heard();
  await mark(ben, { all: true });
  const all = await heard();

  const told = (ids: string[] | null, unreadNotificationCount: number) =>
    screens.map(() => ({ notificationsRead: { ids, unreadNotificationCount } }));
  expect(one).toEqual(told([first], 2));
  expect(another).toEqual(told([second], 1));
  expect(all).toEqual(told(null, 0));
  for (const each of [toAnn, ...screens]) expect(await each.isQuietFor(300)).toBe(true);
  await Promise.all([toAnn, ...screens].map((each) => each.close()));
  await other.stop();
});

test('old ones go, those beyond a thousand go, and so do the settings of who has left', async () => {
  const [ann, ben] = await newTeam('MEMBER');
  const { conversationId } = await ann.createContact();
  const fill = (memberId: string, count: number, age: string) =>
    behindTheApi(
      `insert into "${ann.schemaName}".notifications (id, recipient_id, kind, conversation_id, created_at)
       select gen_random_uuid(), $1, 'assigned', $2, now() - $4::interval - n * interval '1 second' from generate_series(1, $3::int) n`,
      [memberId, conversationId, count, age],
    );
  await fill(ann.accountId, 1_100, '1 hour');
  await fill(ben.accountId, 3, '89 days');
  await fill(ben.accountId, 3, '91 days');
  await settle(ben, { onUnassigned: true });
  await ann.person.send(remove, { id: await membershipOf(ann.person, ben.person.email) });
  await behindTheApi(
    `insert into public.jobs (kind, tenant_id, due_at) values ('purgeNotifications', $1, now()) on conflict do nothing`,
    [ann.id],
  );

  await ann.api.app.jobs.runDue();

  const left = await behindTheApi<{ count: number }>(
    `select count(*)::int as count from "${ann.schemaName}".notifications group by recipient_id order by 1`,
  );
  expect(left).toEqual([{ count: 3 }, { count: 1_000 }]);
  expect(await behindTheApi(`select from "${ann.schemaName}".notification_settings`)).toEqual([]);
});

test('what is told costs no round trip', async () => {
  const [ann, ben] = await newTeam('MEMBER');
  const { conversationId } = await ann.createContact();
  const costs = async (work: (n: number) => Promise<unknown>) => {
    await work(0);
    const { statements, roundTrips } = await trafficOf(ann, () => work(1));
    return { statements, roundTrips };
  };
  const note = (n: number) =>
    mutate(ann, 'addNote', { conversationId, content: `Note ${n}`, mentionedIds: [ben.accountId] }, 'message { id }');
  const give = (n: number) => assign(ann, conversationId, n % 2 ? ben.accountId : ann.accountId);
  const hear = (n: number) => ann.sendMessage(conversationId, `Hello ${n}?`, { senderType: 'CONTACT' });

  expect(await costs(note)).toEqual({ statements: 7, roundTrips: 1 });
  expect(await costs(give)).toEqual({ statements: 5, roundTrips: 2 });
  expect(await costs(hear)).toEqual({ statements: 7, roundTrips: 3 });
});
