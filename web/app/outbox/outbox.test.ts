import 'fake-indexeddb/auto';
import { waitFor } from '@testing-library/react';
import { openDB } from 'idb';
import { newIdempotencyKey } from '../apollo/idempotency-key';
import { newOutgoing } from '../testing/outgoing-message';
import { Outbox } from './outbox';
import type { NewMessage } from './outgoing-message';
import { nameOf } from './storage';

/** All tabs in one page: each hears the others. */
class Channel {
  static all: Channel[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  readonly name: string;
  constructor(name: string) {
    this.name = name;
    Channel.all.push(this);
  }
  postMessage(data: unknown) {
    for (const other of Channel.all) if (other !== this && other.name === this.name) other.onmessage?.({ data });
  }
  close() {
    Channel.all = Channel.all.filter((channel) => channel !== this);
  }
}

const newScope = () => ({ tenantId: newIdempotencyKey(), account: 'local' });
const written = (content: string): NewMessage => {
  const { conversationId, senderType, place, afterNumber } = newOutgoing('a');
  return { conversationId, senderType, place, afterNumber, content };
};
const contents = (outbox: Outbox) => outbox.messages.map(({ content }) => content);

function newTab(scope: { tenantId: string; account: string }) {
  const outbox = new Outbox();
  return { outbox, close: outbox.open(scope) };
}

beforeEach(() => {
  Channel.all = [];
  Object.assign(globalThis, { BroadcastChannel: Channel });
});
afterEach(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));

test('what was written is there when the page is opened again, in its order, and so is a draft', async () => {
  const scope = newScope();
  const first = newTab(scope);
  for (const content of ['one', 'two', 'three']) first.outbox.add(written(content));
  first.outbox.drafts.write('talk', 'half a thought');
  first.close();

  const { outbox } = newTab(scope);

  await waitFor(() => expect(contents(outbox)).toEqual(['one', 'two', 'three']));
  await waitFor(() => expect(outbox.drafts.of('talk')).toBe('half a thought'));
  expect(outbox.messages[0]?.key).toBe(first.outbox.messages[0]?.key);
});

test('another company and another account see nothing of it', async () => {
  const scope = newScope();
  newTab(scope).outbox.add(written('for us only'));
  const again = newTab(scope);
  const others = [newTab(newScope()), newTab({ ...scope, account: 'somebody' })];

  await waitFor(() => expect(contents(again.outbox)).toEqual(['for us only']));
  await Promise.all(others.map(({ outbox }) => outbox.refresh()));

  expect(others.map(({ outbox }) => contents(outbox))).toEqual([[], []]);
});

test('tabs see each other’s messages and drafts, and what one gives up is gone in all', async () => {
  const scope = newScope();
  const [{ outbox: one }, { outbox: two }] = [newTab(scope), newTab(scope)];

  one.add(written('hello'));
  one.drafts.write('talk', 'and');
  await waitFor(() => expect(contents(two)).toEqual(['hello']));
  await waitFor(() => expect(two.drafts.of('talk')).toBe('and'));
  two.remove(two.messages[0]?.key ?? '');
  await waitFor(() => expect(contents(one)).toEqual([]));

  // An attempt that was under way must not bring it back.
  one.change('gone', { failures: 1 });
  await one.refresh();
  expect(contents(one)).toEqual([]);
});

test('what is written before the storage is open joins what is stored', async () => {
  const scope = newScope();
  const before = newTab(scope);
  before.outbox.add(written('yesterday'));
  before.outbox.drafts.write('talk', 'kept');
  await waitFor(async () => {
    const again = newTab(scope);
    await again.outbox.refresh();
    await again.outbox.drafts.load();
    expect([contents(again.outbox), again.outbox.drafts.of('talk')]).toEqual([['yesterday'], 'kept']);
  });

  const early = new Outbox();
  early.add(written('today'));
  early.open(scope);

  await waitFor(() => expect(contents(early)).toEqual(['yesterday', 'today']));
});

test('what cannot be read counts as not there', async () => {
  const scope = newScope();
  newTab(scope).outbox.add(written('fine'));
  const again = newTab(scope);
  await waitFor(() => expect(contents(again.outbox)).toEqual(['fine']));
  const database = await openDB(nameOf(scope));
  await database.put('messages', { key: 'odd', nothing: 'else' });
  await database.put('drafts', 7, 'talk');

  const { outbox } = newTab(scope);
  await outbox.refresh();

  expect(contents(outbox)).toEqual(['fine']);
  expect(outbox.drafts.of('talk')).toBe('');
});

test('where the browser stores nothing, memory serves, and leaving would lose it', async () => {
  jest.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Denied.', 'SecurityError');
  });
  const { outbox } = newTab(newScope());
  expect(outbox.isUnfinished).toBe(false);

  outbox.add(written('still here'));
  outbox.drafts.write('talk', 'this too');
  await outbox.refresh();
  outbox.change(outbox.messages[0]?.key ?? '', { problem: 'No.' });

  expect(contents(outbox)).toEqual(['still here']);
  expect(outbox.drafts.of('talk')).toBe('this too');
  expect(outbox.isUnfinished).toBe(true);
  jest.restoreAllMocks();
});

test('leaving is asked about while something waits, and not for what was refused and is stored', async () => {
  const { outbox } = newTab(newScope());
  outbox.add(written('on its way'));
  expect(outbox.isUnfinished).toBe(true);

  outbox.change(outbox.messages[0]?.key ?? '', { problem: 'No.' });

  expect(outbox.isUnfinished).toBe(false);
});

test('what was refused is tried anew in its old place under a new key', () => {
  const { outbox } = newTab(newScope());
  outbox.add(written('one'));
  outbox.add(written('two'));
  const [refused] = outbox.messages;
  if (!refused) throw new Error('expected a message');
  outbox.change(refused.key, { problem: 'No.', failures: 2 });

  outbox.retry({ ...refused, problem: 'No.', failures: 2 });

  expect(contents(outbox)).toEqual(['one', 'two']);
  expect(outbox.messages[0]).toMatchObject({ problem: null, failures: 0 });
  expect(outbox.messages[0]?.key).not.toBe(refused.key);
});
