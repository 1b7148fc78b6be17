import { query } from '../testing/new-tenant';
import { newDatabase, startTestApi, type TestApi } from '../testing/test-api';
import { seedDemoWhereEmpty } from './seed-demo';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi({ urls: await newDatabase() });
  await seedDemoWhereEmpty(api.app, () => undefined);
});

afterAll(() => api.stop());

test('an empty database gets three companies, each with its contacts and messages', async () => {
  const { tenants } = await query(api, '{ tenants { nodes { slug } } }');

  const stats = await Promise.all(
    tenants.nodes.map(({ slug }: { slug: string }) =>
      inTenant(slug, '{ currentTenant { stats { contactCount messageCount } } }'),
    ),
  );

  expect(tenants.nodes.map(({ slug }: { slug: string }) => slug).sort()).toEqual([
    'harbour-lane-cycles',
    'osterbro-translations',
    'sonnwerk-solar',
  ]);
  for (const { currentTenant } of stats) {
    expect(currentTenant.stats.contactCount).toBe(40);
    expect(currentTenant.stats.messageCount).toBeGreaterThan(290);
  }
});

test('a database with companies in it is left as it is', async () => {
  const wrote = await seedDemoWhereEmpty(api.app, () => undefined);

  expect(wrote).toBe(false);
  expect(await query(api, '{ tenants { totalCount } }')).toEqual({ tenants: { totalCount: 3 } });
});

test('two processes that find the same empty database seed it once', async () => {
  const other = await startTestApi({ urls: await newDatabase() });

  const wrote = await Promise.all([1, 2].map(() => seedDemoWhereEmpty(other.app, () => undefined)));

  expect(wrote.sort()).toEqual([false, true]);
  expect(await query(other, '{ tenants { totalCount } }')).toEqual({ tenants: { totalCount: 3 } });
  await other.stop();
});

test('counts, numbers, last messages and last activity agree with the messages', async () => {
  const manager = await api.app.tenancy.managerOf(await requireTenant('sonnwerk-solar'));
  const t = `"${(await requireTenant('sonnwerk-solar')).schemaName}"`;

  const [wrong] = await manager.query(`
    select
      (select count(*) from ${t}.conversations v where message_count <>
         (select count(*) from ${t}.messages m where m.conversation_id = v.id)) as counts,
      (select count(*) from ${t}.conversations v where last_message_at is distinct from
         (select max(created_at) from ${t}.messages m where m.conversation_id = v.id)) as "lastMessages",
      (select count(*) from (select conversation_id from ${t}.messages group by 1 having min(number) <> 1 or max(number) <> count(*)) gaps) as gaps,
      (select count(*) from ${t}.contacts c join ${t}.contact_activity a on a.contact_id = c.id where last_activity_at <> coalesce(
         (select max(m.created_at) from ${t}.messages m join ${t}.conversations v on v.id = m.conversation_id where v.contact_id = c.id), c.created_at)) as activity,
      (select count(*) from ${t}.contacts where (phone is null) <> (phone_e164 is null)) as phones`);

  expect(wrong).toEqual({ counts: 0, lastMessages: 0, gaps: 0, activity: 0, phones: 0 });
});

test('a contact is found by the digits of its number, a name keeps its letters, and named fields are fields', async () => {
  const { contacts } = await inTenant(
    'osterbro-translations',
    '{ contacts(search: "7946 0318") { nodes { name company source metadata } } }',
  );

  expect(contacts.nodes).toEqual([
    { name: 'Rosalind Achebe', company: 'OpenWell', source: 'Referral', metadata: { type: 'NGO' } },
  ]);
});

test('its inbox has something in every view', async () => {
  const { inboxCounts } = await inTenant(
    'sonnwerk-solar',
    '{ inboxCounts { unassigned waiting open snoozed closed labels { label { name } count } } }',
  );

  const { labels, ...counts } = inboxCounts;
  expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
  expect(labels.filter(({ count }: { count: number }) => count > 0).length).toBeGreaterThan(3);
});

test('its threads have notes, which are nobody’s last word', async () => {
  const { conversations } = await inTenant(
    'harbour-lane-cycles',
    '{ conversations(first: 100) { nodes { lastMessage { isNote } messages(last: 30) { nodes { isNote } } } } }',
  );

  const notes = conversations.nodes.flatMap(({ messages }: { messages: { nodes: { isNote: boolean }[] } }) =>
    messages.nodes.filter(({ isNote }) => isNote),
  );
  expect(notes.length).toBeGreaterThan(0);
  expect(
    conversations.nodes.some((node: { lastMessage: { isNote: boolean } | null }) => node.lastMessage?.isNote),
  ).toBe(false);
});

test('every snoozed conversation has its wake-up', async () => {
  const rows = await api.app.tenancy.budget.query<{ count: number }>(
    `select count(*) as count from public.jobs where kind = 'wakeConversations'`,
  );
  const slugs = ['harbour-lane-cycles', 'osterbro-translations', 'sonnwerk-solar'];
  const snoozed = await Promise.all(
    slugs.map((slug) => inTenant(slug, '{ conversations(filter: { status: [SNOOZED] }) { nodes { snoozedUntil } } }')),
  );

  const moments = snoozed.map(
    ({ conversations }) => new Set(conversations.nodes.map((node: { snoozedUntil: string }) => node.snoozedUntil)).size,
  );

  expect(rows[0]?.count).toBe(moments.reduce((sum, size) => sum + size, 0));
});

const inTenant = (slug: string, document: string) => query(api, document, {}, { 'x-tenant-id': slug });

async function requireTenant(slug: string) {
  const tenant = await api.app.tenancy.findTenant(slug);
  if (!tenant) throw new Error(`expected tenant ${slug}`);
  return tenant;
}
