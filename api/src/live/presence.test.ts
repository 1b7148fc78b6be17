import { randomUUID } from 'node:crypto';
import { mostRooms, Presence } from './presence';
import { readAnnouncement, writeAnnouncements } from './presence-wire';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const [tenantId, conversationId, ann, ben] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

/** Processes that hear each other, by way of what goes over NOTIFY; `sent` counts that. */
function newProcesses(count: number) {
  const sent: string[] = [];
  const deaf = new Set<Presence>();
  const all = Array.from({ length: count }, (): Presence => {
    const self = new Presence({
      async send(announcement) {
        if (deaf.has(self)) return;
        for (const payload of writeAnnouncements('secret', announcement)) {
          sent.push(payload);
          const heard = readAnnouncement('secret', payload);
          if (heard) for (const each of all) if (!deaf.has(each)) each.hear(heard);
        }
      },
      onFailure: () => undefined,
    });
    self.open();
    return self;
  });
  return { all: all as [Presence, Presence], sent, deaf };
}

const seconds = (count: number) => jest.advanceTimersByTimeAsync(count * 1_000);
const seenBy = (process: Presence) => process.seen(tenantId, conversationId);
const nobody = { viewerIds: [], typingIds: [] };

test('who is at a conversation in one process is known to the other, until they leave', async () => {
  const { all } = newProcesses(2);
  const [here, there] = all;

  const [one, another] = [here.watch(tenantId, conversationId, ann), here.watch(tenantId, conversationId, ann)];
  await seconds(1);
  const entered = seenBy(there);
  await one.return();
  await seconds(2);
  const stillThere = seenBy(there);
  await another.return();
  await seconds(2);

  expect(entered).toEqual({ viewerIds: [ann], typingIds: [] });
  expect(stillThere).toEqual(entered);
  expect([seenBy(here), seenBy(there)]).toEqual([nobody, nobody]);
});

test('what a process has that is heard no more is forgotten within thirty seconds, and not before', async () => {
  const { all, deaf } = newProcesses(2);
  const [here, there] = all;
  there.watch(tenantId, conversationId, ben);
  await seconds(60);
  const whileAlive = seenBy(here);

  deaf.add(there);
  await seconds(14);
  const soon = seenBy(here);
  await seconds(15);

  expect(whileAlive.viewerIds).toEqual([ben]);
  expect(soon.viewerIds).toEqual([ben]);
  expect(seenBy(here)).toEqual(nobody);
});

test('who types is heard of everywhere, for six seconds, or until they stop, through whichever process', async () => {
  const { all } = newProcesses(2);
  const [here, there] = all;
  here.watch(tenantId, conversationId, ann);
  there.type(tenantId, conversationId, ann, true);
  await seconds(1);
  const typing = [seenBy(here), seenBy(there)];
  here.type(tenantId, conversationId, ann, false);
  await seconds(2);
  const stopped = [seenBy(here), seenBy(there)];
  here.type(tenantId, conversationId, ann, true);
  await seconds(3);
  const again = seenBy(there).typingIds;
  await seconds(6);

  const idle = { viewerIds: [ann], typingIds: [] };
  const busy = { viewerIds: [ann], typingIds: [ann] };
  expect(typing).toEqual([busy, busy]);
  expect(stopped).toEqual([idle, idle]);
  expect(again).toEqual([ann]);
  expect([seenBy(here), seenBy(there)]).toEqual([idle, idle]);
});

test('however much is typed, a process sends a few times a second at most, and nobody hears the same twice', async () => {
  const { all, sent } = newProcesses(1);
  const [here] = all;
  const watching = here.watch(tenantId, conversationId, ann);
  await seconds(2);
  await watching.next();
  const before = sent.length;

  for (let i = 0; i < 60; i += 1) {
    here.type(tenantId, conversationId, ann, true);
    await jest.advanceTimersByTimeAsync(50);
  }
  const first = await watching.next();
  const second = watching.next();
  const isQuiet = await Promise.race([second.then(() => false), Promise.resolve(true)]);

  expect(sent.length - before).toBeLessThanOrEqual(4);
  expect(first.value).toEqual({ viewerIds: [ann], typingIds: [ann] });
  expect(isQuiet).toBe(true);
});

test('a tenant has a bounded number of conversations open, whatever other processes say', async () => {
  const { all } = newProcesses(1);
  const [here] = all;
  for (let i = 0; i < mostRooms; i += 1) here.watch(tenantId, randomUUID(), ann);

  const state = { tenantId, conversationId, viewers: [ben], typing: [], stopped: [] };
  here.hear({ from: randomUUID(), rooms: [state] });

  expect(() => here.watch(tenantId, conversationId, ann)).toThrow('conversations open');
  expect(seenBy(here)).toEqual(nobody);
  expect(() => here.watch(randomUUID(), conversationId, ann)).not.toThrow();
});

test('announcements fit into a NOTIFY, however many there are, and are read by who knows the secret alone', () => {
  const ids = Array.from({ length: 100 }, () => randomUUID());
  const rooms = Array.from({ length: 200 }, () => ({
    tenantId,
    conversationId: randomUUID(),
    viewers: ids.slice(0, 3),
    typing: [],
    stopped: [],
  }));
  const crowded = { tenantId, conversationId, viewers: ids, typing: ids, stopped: ids };

  const payloads = writeAnnouncements('secret', { from: randomUUID(), rooms: [...rooms, crowded] });

  for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8_000);
  const read = payloads.flatMap((payload) => readAnnouncement('secret', payload)?.rooms ?? []);
  expect(read.slice(0, -1)).toEqual(rooms);
  expect(read.at(-1)?.viewers).toEqual(ids.slice(0, 40));
  expect(readAnnouncement('another', payloads[0] ?? '')).toBeNull();
  expect(readAnnouncement('secret', 'garbage')).toBeNull();
});
