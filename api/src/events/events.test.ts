import { newTenant, type TestTenant } from '../testing/new-tenant';
import { behindTheApi, endBackends, newDatabase, startTestApi, testApi } from '../testing/test-api';
import { cursorOf } from './cursor';

interface Logged {
  cursor: string;
  type: string;
  __typename: string;
}

const page = `query ($after: String, $first: Int) {
  events(after: $after, first: $first) { nodes { cursor type __typename } pageInfo { hasNextPage endCursor } totalCount }
}`;

async function allEvents(tenant: TestTenant, after: string | null = null): Promise<Logged[]> {
  const found: Logged[] = [];
  for (let from = after; ; ) {
    const { events } = await tenant.query(page, { after: from, first: 100 });
    found.push(...events.nodes);
    if (!events.pageInfo.hasNextPage) return found;
    from = events.pageInfo.endCursor;
  }
}

const cursors = (upTo: number, from = 1) => Array.from({ length: upTo - from + 1 }, (_, i) => cursorOf(from + i));

test('what happened is numbered in its order, each kind with its own fields', async () => {
  const tenant = await newTenant();
  const { id, conversationId } = await tenant.createContact({ name: 'Ann' });
  const message = await tenant.sendMessage(conversationId, 'Hello');
  await tenant.query('mutation ($id: ID!) { deleteContact(input: { id: $id }) { deletedContactId } }', { id });

  const { events } = await tenant.query(`{
    events {
      nodes {
        cursor type
        ... on ContactChanged { contactId contact { name } }
        ... on ContactDeleted { contactId }
        ... on ConversationChanged { conversationId conversation { status } }
        ... on MessageSent { messageId conversationId message { content } }
      }
      totalCount
    }
  }`);

  expect(events.totalCount).toBe(5);
  expect(events.nodes).toEqual([
    { cursor: cursorOf(1), type: 'contactChanged', contactId: id, contact: null },
    { cursor: cursorOf(2), type: 'conversationChanged', conversationId, conversation: null },
    { cursor: cursorOf(3), type: 'messageSent', messageId: message.id, conversationId, message: null },
    { cursor: cursorOf(4), type: 'conversationChanged', conversationId, conversation: null },
    { cursor: cursorOf(5), type: 'contactDeleted', contactId: id },
  ]);
});

test('pages go on from a cursor, "now" is the end, and what is no cursor is refused', async () => {
  const tenant = await newTenant();
  for (let i = 0; i < 4; i += 1) await tenant.createContact();

  const { events } = await tenant.query(page, { after: cursorOf(2), first: 3 });
  const now = await tenant.query(page, { after: 'now' });
  const beyond = await tenant.query(page, { after: now.events.pageInfo.endCursor, first: 0 });
  const { errors } = await tenant.send(page, { after: 'eleven' });

  expect(events.nodes.map(({ cursor }: Logged) => cursor)).toEqual(cursors(5, 3));
  expect(events.pageInfo).toEqual({ hasNextPage: true, endCursor: cursorOf(5) });
  expect(now.events.nodes).toEqual([]);
  expect(now.events.pageInfo).toEqual({ hasNextPage: false, endCursor: cursorOf(8) });
  expect(beyond.events.pageInfo).toEqual(now.events.pageInfo);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argumentName: 'after' });
});

test('what the next version has words for, and this one has not, is passed over, by page and live', async () => {
  const tenant = await newTenant();
  await tenant.createContact();
  const told = await tenant.subscribe('subscription { tenantEvents { type } }');
  const { subject_id, seq } = await lastEvent(tenant);
  await behindTheApi(`update "${tenant.schemaName}".event_counter set last_seq = last_seq + 1`);
  await behindTheApi(
    `insert into "${tenant.schemaName}".events (seq, type, subject_id, occurred_at) values ($1, 'moonRisen', $2, now())`,
    [seq + 1, subject_id],
  );
  await tenant.createContact();

  const { events: first } = await tenant.query(page, { after: cursorOf(seq - 1), first: 2 });
  expect(first.nodes.map(({ type }: Logged) => type)).toEqual(['conversationChanged']);
  expect(first.pageInfo).toEqual({ hasNextPage: true, endCursor: cursorOf(seq + 1) });
  const all = await allEvents(tenant);
  expect(all.map(({ cursor }) => cursor)).toEqual([...cursors(seq), ...cursors(seq + 3, seq + 2)]);
  expect(await told.next()).toMatchObject({ tenantEvents: { type: 'contactChanged' } });
});

async function lastEvent(tenant: TestTenant): Promise<{ seq: number; subject_id: string }> {
  const [last] = await behindTheApi(
    `select seq::int as seq, subject_id from "${tenant.schemaName}".events order by seq desc limit 1`,
  );
  return last as { seq: number; subject_id: string };
}

test('a write that was undone, and one that changed nothing, leave no event and no gap', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();

  await tenant.query('mutation { createContact(input: { name: "" }) { userErrors { code } } }');
  await tenant.query('mutation ($id: ID!) { reopenConversation(input: { id: $id }) { conversation { id } } }', {
    id: conversationId,
  });
  await tenant.send(
    'mutation ($id: ID!) { sendMessage(input: { conversationId: $id, content: "x" }) { message { id } } }',
    {
      id: '00000000-0000-7000-8000-000000000000',
    },
  );
  await tenant.sendMessage(conversationId, 'The only one');

  expect((await allEvents(tenant)).map(({ cursor }) => cursor)).toEqual(cursors(4));
});

test('eight writers over two processes, the listeners cut again and again: each door has every event once, in order', async () => {
  const urls = await newDatabase();
  const [api, other] = [await startTestApi({ urls }), await startTestApi({ urls })];
  const tenant = await newTenant(undefined, api);
  const { conversationId } = await tenant.createContact();
  const subscription = await tenant.subscribe('subscription { tenantEvents(after: "now") { cursor } }', {}, other);
  let isOver = false;
  const cutting = (async () => {
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await endBackends(urls, ['atrium-listener']);
    }
  })();

  const write = async (i: number) => {
    for (let n = 0; n < 20; n += 1) await tenant.sendMessage(conversationId, `Number ${n} of ${i}`);
  };
  const writing = Promise.all(Array.from({ length: 8 }, (_, i) => write(i)));
  const heard: string[] = [];
  while (heard.length < 320) heard.push((await subscription.next()).tenantEvents.cursor);
  await writing;
  isOver = true;
  await cutting;

  expect(heard).toEqual(cursors(322, 3));
  expect((await allEvents(tenant)).map(({ cursor }) => cursor)).toEqual(cursors(322));
  await subscription.close();
  await Promise.all([api.stop(), other.stop()]);
}, 60_000);

test('who comes back with a cursor gets all that happened meanwhile, once', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  const document = 'subscription ($after: String) { messageSent(after: $after) { content } }';
  const [before] = (await allEvents(tenant)).slice(-1);
  for (let i = 1; i <= 30; i += 1) await tenant.sendMessage(conversationId, `Number ${i}`);

  const subscription = await tenant.subscribe(document, { after: before?.cursor });
  const heard: string[] = [];
  for (let i = 0; i < 30; i += 1) heard.push((await subscription.next()).messageSent.content);
  await tenant.sendMessage(conversationId, 'The newest');

  expect(heard).toEqual(Array.from({ length: 30 }, (_, i) => `Number ${i + 1}`));
  expect((await subscription.next()).messageSent.content).toBe('The newest');
  expect(await subscription.isQuietFor(200)).toBe(true);
  await subscription.close();
});

test('a cursor older than what is kept says where to begin anew, and old events go by themselves', async () => {
  const tenant = await newTenant();
  await tenant.createContact();
  await behindTheApi(`update "${tenant.schemaName}".events set occurred_at = now() - interval '8 days'`);
  await behindTheApi(`update public.jobs set due_at = now() where kind = 'purgeEvents' and tenant_id = $1`, [
    tenant.id,
  ]);

  await (await testApi()).app.jobs.runDue();
  await tenant.createContact();
  const { errors } = await tenant.send(page, { after: cursorOf(1) });
  const subscription = await tenant.subscribe('subscription { tenantEvents(after: "ZXZlbnQgMQ") { cursor } }');

  expect(errors?.[0]?.extensions).toEqual({ code: 'EVENTS_EXPIRED', oldestCursor: cursorOf(2) });
  await expect(subscription.next()).rejects.toThrow('EVENTS_EXPIRED');
  expect((await allEvents(tenant)).map(({ cursor }) => cursor)).toEqual(cursors(4, 3));
  await subscription.close();
});

test('a cursor that is ahead of the log is refused, not waited for', async () => {
  const tenant = await newTenant();
  await tenant.createContact();
  const ahead = cursorOf(1_000);

  const { errors } = await tenant.send(page, { after: ahead });
  const subscription = await tenant.subscribe(`subscription { tenantEvents(after: "${ahead}") { cursor } }`);

  expect(errors?.[0]?.extensions).toEqual({ code: 'EVENTS_EXPIRED', oldestCursor: cursorOf(0) });
  await expect(subscription.next()).rejects.toThrow('EVENTS_EXPIRED');
  await subscription.close();
});

test('an event and its row are read once, however many subscribe', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  const document = 'subscription { messageSent { content conversation { id contact { name } } } }';
  const subscriptions = [];
  for (let i = 0; i < 20; i += 1) subscriptions.push(await tenant.subscribe(document));
  const { budget } = tenant.api.app.tenancy;
  const { onStatement } = budget;
  let reads = 0;
  budget.onStatement = (statement) => {
    if (statement.role === tenant.schemaName && statement.over === 'lane') reads += 1;
    onStatement(statement);
  };

  await tenant.sendMessage(conversationId, 'To all');
  const heard = await Promise.all(subscriptions.map((subscription) => subscription.next()));
  budget.onStatement = onStatement;

  expect(new Set(heard.map(({ messageSent }) => messageSent.content))).toEqual(new Set(['To all']));
  // The log, at most twice; messages and conversations; and contacts, for the selection.
  expect(reads).toBeLessThanOrEqual(6);
  await Promise.all(subscriptions.map((subscription) => subscription.close()));
});

test('a tenant that is suspended ends its subscriptions, though nothing happens in it', async () => {
  const tenant = await newTenant();
  const subscription = await tenant.subscribe('subscription { tenantEvents { cursor } }');

  await behindTheApi(`update public.tenants set status = 'suspended' where id = $1`, [tenant.id]);

  await expect(subscription.next()).rejects.toThrow('TENANT_SUSPENDED');
  await subscription.close();
});
