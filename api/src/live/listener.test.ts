import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabaseUrls } from '../testing/test-api';
import { Listener, type ListenerState } from './listener';

const open: Listener[] = [];
afterEach(() => Promise.all(open.splice(0).map((listener) => listener.close())));

async function listenWith(
  notify: (payload: string) => Promise<unknown>,
  heardWithinMs = 200,
): Promise<ListenerState[]> {
  const states: ListenerState[] = [];
  const { listen } = await testDatabaseUrls();
  const listener = new Listener({
    url: listen,
    channels: ['atrium_events'],
    notify,
    heardWithinMs,
    onPayload: () => undefined,
    onState: (state) => states.push(state),
  });
  open.push(listener);
  await listener.open();
  return states;
}

test('a listener that does not hear its own notification says that it is deaf', async () => {
  const states = await listenWith(async () => undefined);

  expect(states).toEqual(['deaf']);
});

test('a listener whose server is gone opens again, and ends no process', async () => {
  const states: ListenerState[] = [];
  const listener = new Listener({
    url: 'postgres://nobody@127.0.0.1:9/none',
    channels: ['atrium_events'],
    notify: async () => undefined,
    onPayload: () => undefined,
    onState: (state) => states.push(state),
  });
  open.push(listener);

  await listener.open();
  await sleep(700);

  expect(states.length).toBeGreaterThanOrEqual(2);
  expect(new Set(states)).toEqual(new Set(['opening']));
});
