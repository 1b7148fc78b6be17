import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { newTenant, send } from '../testing/new-tenant';
import { startTestApi, testApi } from '../testing/test-api';

async function open(): Promise<Socket> {
  const { port } = new URL((await testApi()).url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

const upgrade = (line: string) =>
  `${line}\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
  'Sec-WebSocket-Protocol: graphql-transport-ws\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

async function answerTo(text: string): Promise<string> {
  const socket = await open();
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.write(text);
  await Promise.race([new Promise((closed) => socket.once('close', closed)), sleep(2_000)]);
  socket.destroy();
  return Buffer.concat(chunks).toString();
}

async function serves(): Promise<boolean> {
  const { data } = await send(await testApi(), '{ viewer { id } }');
  return data.viewer !== null;
}

const hostileLines = [
  'GET // HTTP/1.1',
  'GET //127.0.0.1:9/graphql HTTP/1.1',
  'GET http://127.0.0.1:9/graphql HTTP/1.1',
  'GET http:// HTTP/1.1',
  'GET * HTTP/1.1',
  'GET /graphql/.. HTTP/1.1',
  'GET /%zz HTTP/1.1',
  `GET /${'x'.repeat(8_000)} HTTP/1.1`,
  'OPTIONS * HTTP/1.1',
];

test.each(hostileLines)('an upgrade by "%s" is refused, and the server goes on', async (line) => {
  const answer = await answerTo(upgrade(line));

  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(await serves()).toBe(true);
});

test.each([`GET /${'x'.repeat(65_536)} HTTP/1.1`, ' HTTP/1.1', 'GET', '\u0000\u0000'])(
  'a line that is none of HTTP (%#) ends its own connection alone',
  async (line) => {
    const answer = await answerTo(upgrade(line));

    expect(answer).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
    expect(await serves()).toBe(true);
  },
);

test.each(['GET // HTTP/1.1', 'GET /graphql HTTP/1.1', 'GET /nowhere HTTP/1.1'])(
  'a client that resets during the upgrade by "%s" harms nobody',
  async (line) => {
    for (const waitMs of [0, 0, 1, 2, 5, 10]) {
      const socket = await open();
      socket.write(upgrade(line));
      if (waitMs > 0) await sleep(waitMs);
      socket.resetAndDestroy();
    }

    expect(await serves()).toBe(true);
  },
);

test('bytes behind the handshake are the socket’s first frames', async () => {
  const init = Buffer.from('{"type":"connection_init"}');
  const masked = Buffer.concat([Buffer.from([0x81, 0x80 | init.length, 0, 0, 0, 0]), init]);

  const socket = await open();
  socket.write(Buffer.concat([Buffer.from(upgrade('GET /graphql HTTP/1.1')), masked]));
  let answer = '';
  for await (const chunk of socket) {
    answer += chunk;
    if (answer.includes('connection_ack')) break;
  }

  expect(answer).toMatch(/^HTTP\/1\.1 101 /);
  expect(answer).toContain('connection_ack');
});

test('a client that never ends its headers is cut', async () => {
  const socket = await open();
  const startedAt = Date.now();
  socket.write('POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\n');
  const trickle = setInterval(() => socket.write('X-Slow: 1\r\n'), 500);

  await new Promise((closed) => socket.once('close', closed));
  clearInterval(trickle);

  expect(Date.now() - startedAt).toBeLessThan(10_000);
});

test('a server that ends waits for no connection on which nothing is asked', async () => {
  const api = await startTestApi();
  const { port } = new URL(api.url);
  const silent = connect(Number(port), '127.0.0.1').on('error', () => undefined);
  await once(silent, 'connect');
  const used = new Agent({ keepAlive: true });
  await new Promise((answered) =>
    get(`${api.url}/healthz`, { agent: used }, (answer) => answer.resume().on('end', answered)),
  );

  const ended = api.stop().then(() => 'ended');

  expect(await Promise.race([ended, sleep(5_000)])).toBe('ended');
  used.destroy();
});

test('an address has so many sockets at a time, and a socket so many subscriptions', async () => {
  const tenant = await newTenant();
  const port = Number(new URL(tenant.api.url).port);
  const frame = (text: string) => {
    const body = Buffer.from(text);
    const length = body.length < 126 ? [0x80 | body.length] : [0xfe, body.length >> 8, body.length & 0xff];
    return Buffer.concat([Buffer.from([0x81, ...length, 0, 0, 0, 0]), body]);
  };
  const socket = await open();
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  socket.write(upgrade('GET /graphql HTTP/1.1'));
  socket.write(frame(JSON.stringify({ type: 'connection_init', payload: { tenantId: tenant.id } })));
  while (!answer.includes('connection_ack')) await sleep(20);
  for (let i = 1; i <= 101; i += 1) {
    const payload = { query: 'subscription { tenantEvents { cursor } }' };
    socket.write(frame(JSON.stringify({ id: `s${i}`, type: 'subscribe', payload })));
  }
  while (!answer.includes('"s101"')) await sleep(20);

  const sockets = Array.from({ length: 210 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  const lines = await Promise.all(
    sockets.map(async (each) => {
      each.write(upgrade('GET /graphql HTTP/1.1'));
      const [chunk] = await once(each, 'data');
      return String(chunk).slice(9, 12);
    }),
  );
  for (const each of [socket, ...sockets]) each.destroy();

  expect(answer).toMatch(/"id":"s101","type":"error".*TOO_MANY_REQUESTS/);
  expect(lines.filter((status) => status === '429').length).toBeGreaterThanOrEqual(10);
  expect(lines.filter((status) => status === '101').length).toBeGreaterThan(150);
});
