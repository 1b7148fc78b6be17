import { mutate } from '../testing/desk';
import { newTenant, type TestSubscription, type TestTenant } from '../testing/new-tenant';
import { createKey, membershipOf, remove } from '../testing/people';
import { startTcpProxy } from '../testing/tcp-proxy';
import { newTeam } from '../testing/team';
import { behindTheApi, startTestApi, type TestApi } from '../testing/test-api';

let other: TestApi;

beforeAll(async () => {
  other = await startTestApi({ isOpenToOperator: false });
});

afterAll(() => other.stop());

const presence = `subscription ($id: ID!) { presence(conversationId: $id) { viewers { id name } typing { id } } }`;
const watch = (member: TestTenant, id: string, api?: TestApi) => member.subscribe(presence, { id }, api);
const type = (member: TestTenant, conversationId: string, isTyping = true) =>
  mutate(member, 'setTyping', { conversationId, isTyping }, 'conversation { id }');

type Seen = { viewers: string[]; typing: string[] };

/** Reads on until the state is told that is waited for. */
async function until(subscription: TestSubscription, isSo: (seen: Seen) => boolean): Promise<Seen> {
  for (;;) {
    const { presence: told } = await subscription.next();
    const ids = (list: { id: string }[]) => list.map(({ id }) => id);
    const seen = { viewers: ids(told.viewers), typing: ids(told.typing) };
    if (isSo(seen)) return seen;
  }
}

test('who opens a conversation is seen by who has it open, whichever process they came to, until the socket closes', async () => {
  const [ann, ben] = await newTeam('VIEWER');
  const { conversationId: id } = await ann.createContact();
  const annWatches = await watch(ann, id);
  const alone = await annWatches.next();

  const benWatches = await watch(ben, id, other);
  const both = await until(annWatches, ({ viewers }) => viewers.length === 2);
  const { conversation } = await ann.query('query ($id: ID!) { conversation(id: $id) { viewers { id } } }', { id });
  await benWatches.close();
  const left = await until(annWatches, ({ viewers }) => viewers.length === 1);

  expect(alone).toEqual({ presence: { viewers: [{ id: ann.accountId, name: 'Ann Able' }], typing: [] } });
  expect(both.viewers.sort()).toEqual([ann.accountId, ben.accountId].sort());
  expect(conversation.viewers).toHaveLength(2);
  expect(left.viewers).toEqual([ann.accountId]);
  await annWatches.close();
});

test('who types is seen typing, and no more when they stop; nothing of it is written', async () => {
  const [ann, ben] = await newTeam('MEMBER');
  const { conversationId: id } = await ann.createContact();
  const [annWatches, benWatches] = [await watch(ann, id), await watch(ben, id, other)];
  await until(annWatches, ({ viewers }) => viewers.length === 2);
  const events = '{ events(after: "now") { pageInfo { endCursor } } }';
  const before = await ann.query(events);

  const answer = await type(ben, id);
  const typing = await until(annWatches, (seen) => seen.typing.length > 0);
  await type(ben, id, false);
  const stopped = await until(annWatches, (seen) => seen.typing.length === 0);

  expect(answer).toEqual({ conversation: { id }, userErrors: [] });
  expect(typing.typing).toEqual([ben.accountId]);
  expect(stopped.viewers).toHaveLength(2);
  expect(await ann.query(events)).toEqual(before);
  await Promise.all([annWatches.close(), benWatches.close()]);
});

test('who was removed from the company is seen no more, and sees nothing more', async () => {
  const [ann, ben] = await newTeam('MEMBER');
  const { conversationId: id } = await ann.createContact();
  const [annWatches, benWatches] = [await watch(ann, id), await watch(ben, id, other)];
  await until(annWatches, ({ viewers }) => viewers.length === 2);

  await ann.person.send(remove, { id: await membershipOf(ann.person, ben.person.email) });
  const left = await until(annWatches, ({ viewers }) => viewers.length === 1);

  expect(left.viewers).toEqual([ann.accountId]);
  await Promise.all([annWatches.close(), benWatches.close()]);
});

test('whose way to the server is cut, or says nothing more, is seen no more within half a minute', async () => {
  const [ann, ben, cay] = await newTeam('MEMBER', 'MEMBER');
  const { conversationId: id } = await ann.createContact();
  const ways: { cut(): void; isSilent: boolean }[] = [];
  const proxy = await startTcpProxy(other.url, (cut) => {
    const way = { cut, isSilent: false };
    ways.push(way);
    return () => !way.isSilent;
  });
  const byProxy = { ...other, url: proxy.url.replace(/\/$/, '') };
  const [benWatches, cayWatches] = [await watch(ben, id, byProxy), await watch(cay, id, byProxy)];
  const annWatches = await watch(ann, id);
  await until(annWatches, ({ viewers }) => viewers.length === 3);

  ways[0]?.cut();
  const cut = await until(annWatches, ({ viewers }) => viewers.length === 2);
  if (ways[1]) ways[1].isSilent = true;
  const [since, { presence: seenBy }] = [Date.now(), ann.api.app.live];
  while (seenBy.seen(ann.id, id).viewerIds.length > 1) await new Promise((resolve) => setTimeout(resolve, 100));

  expect(cut.viewers).not.toContain(ben.accountId);
  expect(Date.now() - since).toBeLessThan(30_000);
  expect(seenBy.seen(ann.id, id).viewerIds).toEqual([ann.accountId]);
  proxy.close();
  await Promise.all([annWatches.close(), benWatches.close(), cayWatches.close()]);
}, 90_000);

test('a company that is suspended has nobody watching', async () => {
  const [ann] = await newTeam();
  const { conversationId: id } = await ann.createContact();
  const watching = await watch(ann, id);
  await watching.next();

  await behindTheApi(`update public.tenants set status = 'suspended' where id = $1`, [ann.id]);

  await expect(watching.next()).rejects.toThrow('TENANT_SUSPENDED');
  await watching.close();
});

test('nobody of another company sees or is seen, and their ids are as unknown ones', async () => {
  const [ann] = await newTeam();
  const stranger = await newTenant(undefined, ann.api);
  const { conversationId: id } = await ann.createContact();
  const annWatches = await watch(ann, id);
  await annWatches.next();

  const strangerWatches = await watch(stranger, id, other);
  const typed = await type(stranger, id);

  expect(typed).toEqual({ conversation: null, userErrors: [{ code: 'NOT_FOUND', field: ['conversationId'] }] });
  expect(await annWatches.isQuietFor(2_000)).toBe(true);
  expect(await strangerWatches.isQuietFor(1)).toBe(true);
  await Promise.all([annWatches.close(), strangerWatches.close()]);
});

test('a program watches without being there', async () => {
  const [ann] = await newTeam();
  const { conversationId: id } = await ann.createContact();
  const { data } = await ann.person.send(createKey, {
    input: { tenantId: ann.id, name: 'Wallboard', scopes: ['conversations:read'] },
  });
  const program: TestTenant = Object.assign(Object.create(Object.getPrototypeOf(ann)), ann, {
    token: data.createApiKey.token,
  });

  const watching = await watch(program, id);
  const nobody = await watching.next();
  const annWatches = await watch(ann, id);

  expect(nobody).toEqual({ presence: { viewers: [], typing: [] } });
  expect((await until(watching, ({ viewers }) => viewers.length > 0)).viewers).toEqual([ann.accountId]);
  await Promise.all([watching.close(), annWatches.close()]);
});

test('nothing is left of who was there when the sockets are gone', async () => {
  const [ann] = await newTeam();
  const { conversationId: id } = await ann.createContact();
  const { live } = ann.api.app;
  const before = live.subscriberCount;

  const watching = await watch(ann, id);
  expect(live.subscriberCount).toBe(before + 1);
  await watching.close();
  while (live.subscriberCount > before) await new Promise((resolve) => setTimeout(resolve, 20));

  expect(live.presence.seen(ann.id, id)).toEqual({ viewerIds: [], typingIds: [] });
});
