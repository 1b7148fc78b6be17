import { newTenant } from '../testing/new-tenant';
import { endBackends, newDatabase, startTestApi, type TestApi, testApi } from '../testing/test-api';

let other: TestApi;

beforeAll(async () => {
  other = await startTestApi();
});

afterAll(() => other.stop());

const messageSent = `subscription ($conversationId: ID) {
  messageSent(conversationId: $conversationId) { id number content senderType conversation { id messageCount } }
}`;

test('a message sent through one process arrives at a subscriber of the other', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  const subscription = await tenant.subscribe(messageSent, { conversationId }, other);

  const sent = await tenant.sendMessage(conversationId, 'Seen next door?');

  expect(await subscription.next()).toEqual({
    messageSent: {
      id: sent.id,
      number: sent.number,
      content: 'Seen next door?',
      senderType: 'USER',
      conversation: { id: conversationId, messageCount: sent.number },
    },
  });
  await subscription.close();
});

test('two hundred messages, twenty at a time, all arrive, whatever batches they travelled in', async () => {
  const tenant = await newTenant();
  const { conversationId } = await tenant.createContact();
  const subscription = await tenant.subscribe(messageSent, {}, other);

  for (let sent = 0; sent < 200; sent += 20) {
    await Promise.all(Array.from({ length: 20 }, (_, i) => tenant.sendMessage(conversationId, `Number ${sent + i}`)));
  }

  const numbers = new Set<number>();
  while (numbers.size < 200) numbers.add((await subscription.next()).messageSent.number);
  expect(Math.max(...numbers)).toBe(200);
  await subscription.close();
});

test('a subscription shows each row as it is, not as it was when the socket opened', async () => {
  const tenant = await newTenant();
  const { id } = await tenant.createContact({ name: 'Before' });
  const subscription = await tenant.subscribe('subscription { contactChanged { id name } }');

  for (const name of ['Once', 'Twice']) {
    await tenant.query(
      'mutation ($input: UpdateContactInput!) { updateContact(input: $input) { userErrors { message } } }',
      {
        input: { id, name },
      },
    );
    // The creation is told as well, as the row is by then.
    let told = await subscription.next();
    while (told.contactChanged.name !== name) told = await subscription.next();
    expect(told).toEqual({ contactChanged: { id, name } });
  }
  await subscription.close();
});

test('subscribers hear again after the listening connection was cut', async () => {
  const urls = await newDatabase();
  const api = await startTestApi({ urls });
  const tenant = await newTenant(undefined, api);
  const { conversationId } = await tenant.createContact();
  const subscription = await tenant.subscribe(messageSent);

  await endBackends(urls, ['atrium-listener']);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await tenant.sendMessage(conversationId, 'Still there?');

  expect((await subscription.next()).messageSent.content).toBe('Still there?');
  await subscription.close();
  await api.stop();
});

test('a subscription without a tenant is refused', async () => {
  const tenant = await newTenant();
  const nameless = Object.assign(Object.create(Object.getPrototypeOf(tenant)), tenant, { id: '' });

  const subscription = await nameless.subscribe(messageSent);

  await expect(subscription.next()).rejects.toThrow('TENANT_REQUIRED');
});

test('nothing is left subscribed when the sockets are gone', async () => {
  const tenant = await newTenant();
  const { live } = (await testApi()).app;
  const before = live.subscriberCount;
  const subscriptions = [await tenant.subscribe(messageSent), await tenant.subscribe(messageSent)];
  expect(live.subscriberCount).toBe(before + 2);

  await Promise.all(subscriptions.map((subscription) => subscription.close()));
  while (live.subscriberCount > before) await new Promise((resolve) => setTimeout(resolve, 20));

  expect(live.subscriberCount).toBe(before);
});
