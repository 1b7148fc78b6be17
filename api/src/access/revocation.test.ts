import { WebSocket } from 'ws';
import { withLag } from '../testing/lag';
import { send } from '../testing/new-tenant';
import {
  closedApi,
  contacts,
  createKey,
  inTenant,
  membershipOf,
  newMember,
  newPerson,
  type Person,
  remove,
} from '../testing/people';
import { startTestApi } from '../testing/test-api';

test('a revoked key opens nothing, in another process neither', async () => {
  const other = await startTestApi({ isOpenToOperator: false });
  const ann = await newPerson('Able');
  const input = { tenantId: ann.tenantId, name: 'Import', scopes: ['contacts:read'] };
  const { data } = await ann.send(createKey, { input });
  const { token, apiKey } = data.createApiKey;
  const asKey = () => send(other, contacts, {}, { authorization: `Bearer ${token}`, ...inTenant(ann.tenantId) });
  expect((await asKey()).status).toBe(200);

  await ann.send('mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { userErrors { code } } }', { id: apiKey.id });
  const since = Date.now();
  const [endedMs, lagMs] = await withLag(other, async () => {
    while ((await asKey()).status === 200 && Date.now() - since < 5_000);
    return Date.now() - since;
  });

  expect(endedMs).toBeLessThan(1_000 + lagMs);
  expect((await asKey()).status).toBe(401);
  await other.stop();
});

test('those who are remembered are read by one statement for all, however many changes there were', async () => {
  const api = await closedApi();
  const people = await Promise.all(Array.from({ length: 5 }, () => newPerson()));
  const { principals } = api.app.access;
  const told = jest.fn();
  const stop = principals.onChange(told);
  const statements: string[] = [];
  const { budget } = api.app.tenancy;
  const before = budget.onStatement;
  budget.onStatement = ({ text }) => void (text.includes('public.sessions s join') && statements.push(text));

  for (let i = 0; i < 20; i += 1) principals.forget();
  await Promise.all(people.map(({ token }) => principals.find(token)));
  const since = Date.now();
  while (told.mock.calls.length === 0 && Date.now() - since < 5_000) await new Promise((wait) => setTimeout(wait, 20));
  budget.onStatement = before;
  stop();

  expect(statements).toHaveLength(1);
  expect(told).toHaveBeenCalledTimes(1);
});

test.each([
  [
    'removed',
    async (owner: Person, person: Person) => owner.send(remove, { id: await membershipOf(owner, person.email) }),
  ],
  ['signed out', async (_owner: Person, person: Person) => person.send('mutation { signOut { userErrors { code } } }')],
])('who is %s loses sockets and streams within a second, though nothing happens', async (_how, end) => {
  const ann = await newPerson('Able');
  const ben = await newMember(ann, 'MEMBER');
  const closed = await socketClosed(ben, ann.tenantId);
  const stream = await fetch(`${(await closedApi()).url}/events`, {
    headers: { authorization: `Bearer ${ben.token}`, ...inTenant(ann.tenantId) },
  });
  await closed.opened;

  await end(ann, ben);
  const since = Date.now();
  const [[code, text, endedMs], lagMs] = await withLag(await closedApi(), () =>
    Promise.all([closed.code, stream.text()]).then((told) => [...told, Date.now() - since] as const),
  );

  expect(code).toBe(4403);
  expect(text).toContain('event: error');
  expect(endedMs).toBeLessThan(1_000 + lagMs);
});

/** A WebSocket of the person's, with a subscription. */
async function socketClosed(person: Person, tenantId: string) {
  const { url } = await closedApi();
  const socket = new WebSocket(url.replace('http', 'ws').concat('/graphql'), 'graphql-transport-ws');
  const say = (message: object) => socket.send(JSON.stringify(message));
  const opened = new Promise<void>((resolve) => {
    socket.on('open', () =>
      say({ type: 'connection_init', payload: { authorization: `Bearer ${person.token}`, tenantId } }),
    );
    socket.on('message', (data) => {
      if (JSON.parse(String(data)).type !== 'connection_ack') return;
      say({ id: '1', type: 'subscribe', payload: { query: 'subscription { tenantEvents(after: "now") { cursor } }' } });
      setTimeout(resolve, 200);
    });
  });
  return { opened, code: new Promise<number>((resolve) => socket.on('close', resolve)) };
}
