import { setTimeout as sleep } from 'node:timers/promises';
import { Courtesy } from './courtesy';
import { Gate } from './gate';

const newGate = () => new Gate('requests', { atOnce: 1, waiting: 100, waitMs: 5_000 }, new Courtesy());

/** Works for that long, in a turn of the tenant's. */
async function work(gate: Gate, tenant: string, ms: number, done: () => void): Promise<void> {
  const giveBack = await gate.take(tenant);
  await sleep(ms);
  done();
  giveBack();
}

test('a tenant with a queue has all turns while it is alone', async () => {
  const gate = newGate();
  const order: number[] = [];

  await Promise.all([1, 2, 3].map((n) => work(gate, 'beta', 1, () => order.push(n))));

  expect(order).toEqual([1, 2, 3]);
});

test('a turn that was waited for begins when those who did not wait are done', async () => {
  const gate = newGate();
  const order: string[] = [];

  const first = work(gate, 'beta', 1, () => order.push('beta 1'));
  const second = work(gate, 'beta', 1, () => order.push('beta 2'));
  const other = work(gate, 'alpha', 6, () => order.push('alpha'));
  await Promise.all([first, second, other]);

  expect(order).toEqual(['beta 1', 'alpha', 'beta 2']);
});

test('it waits for them a bounded time only', async () => {
  const gate = newGate();
  const holding = await gate.take('alpha');
  const order: string[] = [];

  await Promise.all(['beta 1', 'beta 2', 'beta 3'].map((what) => work(gate, 'beta', 1, () => order.push(what))));
  holding();

  expect(order).toEqual(['beta 1', 'beta 2', 'beta 3']);
});
