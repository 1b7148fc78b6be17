import { contentsOf, mergeContacts, undoMerge } from '../testing/merges';
import { newTenant } from '../testing/new-tenant';
import { seededRandom } from '../testing/seeded-random';

const rounds = 100;
const people = 8;

test('a hundred merges and undos at random, while messages are written: every line is there once, in order, where it belongs', async () => {
  const tenant = await newTenant();
  const random = seededRandom(20261130);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const contacts: { id: string; conversationId: string }[] = [];
  for (let n = 0; n < people; n += 1) contacts.push(await tenant.createContact({ name: `Person ${n}` }));
  const before = await contentsOf(tenant);
  const sent = new Map(contacts.map(({ conversationId }) => [conversationId, 0]));
  const merges: string[] = [];
  const there = new Set(contacts.map(({ id }) => id));
  const write = async () => {
    const { conversationId } = pick(contacts);
    await tenant.sendMessage(conversationId, 'Hello');
    sent.set(conversationId, (sent.get(conversationId) ?? 0) + 1);
  };

  for (let round = 0; round < rounds; round += 1) {
    const writing = [write(), write(), write()];
    if (there.size > 2 && random() < 0.6) {
      const intoId = pick([...there]);
      const fromId = pick([...there].filter((id) => id !== intoId));
      const { merge } = await mergeContacts(tenant, { intoId, fromId });
      merges.push(merge.id);
      there.delete(fromId);
    } else if (merges.length > 0) {
      const { restoredContact } = await undoMerge(tenant, merges.pop() as string);
      there.add(restoredContact.id);
    }
    await Promise.all(writing);
  }
  while (merges.length > 0) await undoMerge(tenant, merges.pop() as string);
  const after = await contentsOf(tenant);
  const { conversations } = await tenant.query(
    '{ conversations(first: 20) { nodes { id messageCount messages(first: 100) { nodes { number } } } } }',
  );

  expect(after.contacts).toEqual(before.contacts);
  expect(after.aliases).toEqual([]);
  expect(after.conversations.map(({ id, contact_id }: Record<string, string>) => [id, contact_id])).toEqual(
    before.conversations.map(({ id, contact_id }: Record<string, string>) => [id, contact_id]),
  );
  for (const { id, messageCount, messages } of conversations.nodes) {
    expect([id, messageCount]).toEqual([id, sent.get(id)]);
    expect(messages.nodes.map(({ number }: { number: number }) => number)).toEqual(
      Array.from({ length: Math.min(messageCount, 100) }, (_, i) => i + 1),
    );
  }
}, 120_000);
