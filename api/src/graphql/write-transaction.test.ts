import { randomUUID } from 'node:crypto';
import { newTenant, type TestTenant } from '../testing/new-tenant';
import { startTcpProxy } from '../testing/tcp-proxy';
import { startTestApi, testDatabaseUrls } from '../testing/test-api';

const sendMessage = `mutation ($input: SendMessageInput!) {
  sendMessage(input: $input) { message { number } userErrors { code field } }
}`;

/** How often the connection with the write asks after it was answered, until it has committed. */
async function roundTripsOf(write: (tenant: TestTenant, conversationId: string) => Promise<unknown>): Promise<number> {
  const urls = await testDatabaseUrls();
  let isCounting = false;
  let trips = 0;
  const proxy = await startTcpProxy(urls.gateway, () => {
    let [asked, isWrite] = [0, false];
    let wasAnswer = true;
    return (chunk, isAnswer) => {
      if (!isAnswer && wasAnswer) asked += 1;
      wasAnswer = isAnswer;
      isWrite ||= !isAnswer && chunk.includes('event_counter');
      if (isAnswer && chunk.includes('COMMIT\0')) {
        if (isCounting && isWrite) trips = asked;
        [asked, isWrite] = [0, false];
      }
      return true;
    };
  });
  const api = await startTestApi({ urls: { ...urls, gateway: proxy.url } });
  const tenant = await newTenant(undefined, api);
  const { conversationId } = await tenant.createContact();
  // The first connects, and writes down who writes.
  await tenant.sendMessage(conversationId, 'Warm', { idempotencyKey: randomUUID() });
  isCounting = true;
  await write(tenant, conversationId);
  await api.stop();
  proxy.close();
  return trips;
}

test.each<[string, Parameters<typeof roundTripsOf>[0]]>([
  ['a message', (tenant, id) => tenant.sendMessage(id, 'Hello')],
  ['a message with a key', (tenant, id) => tenant.sendMessage(id, 'Hello', { idempotencyKey: randomUUID() })],
  ['a contact with its conversation', (tenant) => tenant.createContact()],
])('%s is one round trip to the database, from BEGIN to COMMIT', async (_what, write) => {
  expect(await roundTripsOf(write)).toBe(1);
});

test('a write that is refused takes no idempotency key with it, and no number of the log', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  const idempotencyKey = randomUUID();
  const send = (id: string) =>
    tenant.query(sendMessage, { input: { conversationId: id, content: 'Hello', idempotencyKey } });
  const logged = async () => (await tenant.query('{ events(first: 100) { edges { cursor } } }')).events.edges.length;
  const before = await logged();

  const unknown = await send(randomUUID());
  const malformed = await send('nothing of ours');
  const known = await send(conversationId);

  const refused = { message: null, userErrors: [{ code: 'NOT_FOUND', field: ['conversationId'] }] };
  expect([unknown.sendMessage, malformed.sendMessage]).toEqual([refused, refused]);
  expect(known.sendMessage).toEqual({ message: { number: 1 }, userErrors: [] });
  expect(await logged()).toBe(before + 2);
});

test('a key that is a day old and not yet forgotten is taken anew', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  const idempotencyKey = randomUUID();
  await tenant.sendMessage(conversationId, 'Yesterday', { idempotencyKey });
  const manager = await tenant.api.app.tenancy.managerOf(tenant);
  await manager.query(
    `update "${tenant.schemaName}".idempotency_keys set created_at = created_at - interval '25 hours' where key = $1`,
    [idempotencyKey],
  );

  const { sendMessage: sent } = await tenant.query(sendMessage, {
    input: { conversationId, content: 'Today', idempotencyKey },
  });

  expect(sent).toEqual({ message: { number: 2 }, userErrors: [] });
});
