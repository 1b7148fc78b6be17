import type { Subscription } from 'rxjs';
import { createEventSource } from './event-source';
import type { StreamedEvent } from './tenant-stream';

/** The API's end of a socket, as far as a test plays it. */
class Socket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static opened: Socket[] = [];
  readyState = 0;
  sent: { type: string; id?: string; payload?: { variables?: unknown } }[] = [];
  answersPings = true;
  onopen: (() => unknown) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;

  constructor() {
    Socket.opened.push(this);
    setTimeout(() => {
      this.readyState = Socket.OPEN;
      this.onopen?.();
    });
  }
  send(text: string) {
    const message = JSON.parse(text);
    this.sent.push(message);
    if (message.type === 'connection_init') this.answer({ type: 'connection_ack' });
    if (message.type === 'ping' && this.answersPings) this.answer({ type: 'pong' });
  }
  answer(message: object) {
    setTimeout(() => this.onmessage?.({ data: JSON.stringify(message) }));
  }
  close(code: number, reason: string) {
    this.readyState = Socket.CLOSED;
    this.onclose?.({ code, reason });
  }
  types = () => this.sent.map(({ type }) => type);
}

const network = globalThis.WebSocket;
const stops: Subscription[] = [];

beforeEach(() => {
  jest.useFakeTimers();
  Socket.opened = [];
  Object.assign(globalThis, { WebSocket: Socket });
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop.unsubscribe();
  jest.useRealTimers();
  Object.assign(globalThis, { WebSocket: network });
});

async function listen(cursor = () => 'event 7') {
  const source = createEventSource('acme');
  const heard: StreamedEvent[] = [];
  const failures: unknown[] = [];
  stops.push(
    source.watch() as Subscription,
    source.eventsAfter(cursor).subscribe({
      next: (event) => heard.push(event),
      error: (error) => failures.push(error),
    }),
  );
  await jest.advanceTimersByTimeAsync(10);
  const [socket] = Socket.opened;
  if (!socket) throw new Error('expected a socket');
  const subscribed = socket.sent.find(({ type }) => type === 'subscribe');
  return { source, heard, failures, socket, subscribed };
}

test('one socket is opened as the tenant, and events are asked for behind the cursor', async () => {
  const { heard, failures, socket, subscribed } = await listen();
  const event = { __typename: 'ContactDeleted', cursor: 'event 8', contactId: 'ann' };

  socket.answer({ id: subscribed?.id, type: 'next', payload: { data: { tenantEvents: event } } });
  await jest.advanceTimersByTimeAsync(1);

  expect(socket.sent[0]).toEqual({ type: 'connection_init', payload: { tenantId: 'acme' } });
  expect(subscribed?.payload?.variables).toEqual({ after: 'event 7' });
  expect(heard).toEqual([event]);
  expect(failures).toEqual([]);
});

test('a ping without an answer in time is a break', async () => {
  const { failures, socket } = await listen();
  socket.answersPings = false;

  await jest.advanceTimersByTimeAsync(15_000);
  expect(failures).toHaveLength(0);
  await jest.advanceTimersByTimeAsync(5_100);

  expect(failures).toMatchObject([{ code: 4499 }]);
});

test('a ping that is answered is none', async () => {
  const { failures, socket } = await listen();

  await jest.advanceTimersByTimeAsync(120_000);

  expect(socket.types().filter((type) => type === 'ping').length).toBeGreaterThan(5);
  expect(failures).toEqual([]);
});

test('when the line is back, or somebody looks, the socket must give a sign of life', async () => {
  const { failures, socket } = await listen();
  socket.answersPings = false;

  window.dispatchEvent(new Event('online'));
  expect(socket.types().at(-1)).toBe('ping');
  await jest.advanceTimersByTimeAsync(5_100);

  expect(failures).toHaveLength(1);
});

test('a line that is said to be down is a break at once', async () => {
  const { failures } = await listen();

  window.dispatchEvent(new Event('offline'));
  await jest.advanceTimersByTimeAsync(0);

  expect(failures).toHaveLength(1);
});

test.each([
  ['a closure of a slow reader', (socket: Socket) => socket.close(4429, 'Too slow: resume after ZXZlbnQgNw')],
  ['an end of a service that stops', (socket: Socket) => socket.close(1001, 'Going away')],
  [
    'an end of the subscription alone',
    (socket: Socket) =>
      socket.answer({ id: socket.sent.find(({ type }) => type === 'subscribe')?.id, type: 'complete' }),
  ],
  [
    'an event without its content',
    (socket: Socket) =>
      socket.answer({
        id: socket.sent.find(({ type }) => type === 'subscribe')?.id,
        type: 'next',
        payload: { data: null, errors: [{ message: 'No.' }] },
      }),
  ],
])('%s is told, for the stream to go on', async (_case, happen) => {
  const { failures, socket } = await listen();

  happen(socket);
  await jest.advanceTimersByTimeAsync(10);

  expect(failures).toHaveLength(1);
});
