import { newOutgoing } from '../testing/outgoing-message';
import { Outbox } from './outbox';
import type { OutgoingMessage } from './outgoing-message';
import { type Outcome, Sender } from './sender';

const stored: Outcome = { kind: 'stored' };
const failed: Outcome = { kind: 'failed', heldForMs: 0 };

const stops: (() => void)[] = [];

/** Outcomes of successive attempts; after the last, all is stored. */
function newSender(messages: OutgoingMessage[], ...outcomes: Outcome[]) {
  const outbox = new Outbox();
  stops.push(outbox.open({ tenantId: 'acme', account: 'local' }));
  for (const message of messages) outbox.put(message);
  const attempts: { key: string; at: number }[] = [];
  const sender = new Sender(
    outbox,
    async ({ key }) => {
      attempts.push({ key, at: Date.now() });
      return outcomes.shift() ?? stored;
    },
    'a lock',
  );
  stops.push(sender.start());
  return { outbox, sender, attempts, keys: () => attempts.map(({ key }) => key) };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  jest.useRealTimers();
});

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

test('what waits goes out by itself, in order, and leaves the outbox', async () => {
  const { outbox, keys } = newSender([newOutgoing('b'), newOutgoing('a'), newOutgoing('c')]);

  await pass(0);

  expect(keys()).toEqual(['a', 'b', 'c']);
  expect(outbox.messages).toEqual([]);
});

test('what is written while the page is open goes out at once', async () => {
  const { outbox, keys } = newSender([]);
  await pass(0);

  outbox.put(newOutgoing('a'));
  await pass(0);

  expect(keys()).toEqual(['a']);
  expect(outbox.messages).toEqual([]);
});

test('one that does not get through is tried again, ever more rarely, and those behind it wait for it', async () => {
  const { outbox, attempts, keys } = newSender([newOutgoing('a'), newOutgoing('b')], ...Array<Outcome>(8).fill(failed));

  await pass(60_000);

  expect(keys()).toEqual([...Array<string>(9).fill('a'), 'b']);
  const pauses = attempts.slice(1, 9).map(({ at }, index) => at - (attempts[index]?.at ?? 0));
  expect(pauses[0]).toBeLessThanOrEqual(500);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(10_001);
  expect(pauses[7]).toBeGreaterThanOrEqual(5_000);
  expect(outbox.messages).toEqual([]);
});

test('the line’s return ends the pause', async () => {
  const { sender, keys } = newSender([newOutgoing('a')], failed, failed, failed, failed, failed, failed);
  await pass(6_000);
  const before = keys().length;
  await pass(1);

  sender.wake();
  await pass(0);

  expect(keys()).toHaveLength(before + 1);
});

test('a service that asks for time gets it, whatever speaks for trying at once', async () => {
  const { sender, keys } = newSender([newOutgoing('a')], { kind: 'failed', heldForMs: 30_000 });
  await pass(0);

  await pass(10_000);
  sender.wake();
  await pass(19_000);
  expect(keys()).toEqual(['a']);

  await pass(2_000);
  expect(keys()).toEqual(['a', 'a']);
});

test('what is refused for good stays with its reason, and the next goes out', async () => {
  const { outbox, keys } = newSender([newOutgoing('a'), newOutgoing('b')], {
    kind: 'refused',
    problem: 'The conversation is gone.',
  });

  await pass(60_000);

  expect(keys()).toEqual(['a', 'b']);
  expect(outbox.messages).toMatchObject([{ key: 'a', content: 'Words of a', problem: 'The conversation is gone.' }]);
});

test('an attempt of yesterday that nobody confirmed is not repeated without a person', async () => {
  const dayBefore = Date.now() - 24 * 60 * 60_000;
  const { outbox, keys } = newSender([newOutgoing('a', { firstTriedAt: dayBefore, failures: 1 })]);

  await pass(0);

  expect(keys()).toEqual([]);
  expect(outbox.messages[0]?.problem).toMatch(/not known/);
});

test('one that is given up while it is on its way does not come back', async () => {
  const outbox = new Outbox();
  stops.push(outbox.open({ tenantId: 'acme', account: 'local' }));
  outbox.put(newOutgoing('a'));
  const sender = new Sender(
    outbox,
    async ({ key }) => {
      outbox.remove(key);
      return failed;
    },
    'a lock',
  );
  stops.push(sender.start());

  await pass(60_000);

  expect(outbox.messages).toEqual([]);
});

test('of two tabs one sends at a time, and what one has sent the other does not send', async () => {
  let queue: Promise<unknown> = Promise.resolve();
  const request = (_name: string, work: () => Promise<void>) => {
    const done = queue.then(work);
    queue = done;
    return done;
  };
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
  const outbox = new Outbox();
  stops.push(outbox.open({ tenantId: 'acme', account: 'local' }));
  for (const key of ['a', 'b', 'c']) outbox.put(newOutgoing(key));
  const sent: string[] = [];
  const deliver = async ({ key }: OutgoingMessage) => {
    await new Promise((done) => setTimeout(done, 100));
    sent.push(key);
    return stored;
  };

  for (let tab = 0; tab < 2; tab += 1) stops.push(new Sender(outbox, deliver, 'a lock').start());
  await pass(1_000);

  expect(sent).toEqual(['a', 'b', 'c']);
  Reflect.deleteProperty(navigator, 'locks');
});
