/** @jest-environment node */
import { once } from 'node:events';
import http from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { pathToFileURL } from 'node:url';
import { createWebServer } from './create-web-server.mjs';

/** A web server whose pages begin at once and end after `pageMs`; `close` tells how long it took. */
async function newWebServer({ pageMs = 0, finishMs = 5_000, apiOrigin = 'http://127.0.0.1:9' }) {
  const app = await createWebServer({
    apiOrigin,
    allowedHosts: null,
    clientFolder: pathToFileURL(`${__dirname}/../public`),
    limits: { headersMs: 5_000, requestMs: 15_000, lookEveryMs: 1_000, finishMs },
    renderPage: async (request: Request) => {
      const wait = () => new Promise((resolve) => setTimeout(resolve, pageMs));
      if (request.url.endsWith('/late')) await wait();
      return new Response(
        new ReadableStream({
          async start(page) {
            page.enqueue(Buffer.from('begun, '));
            await wait();
            page.enqueue(Buffer.from('finished'));
            page.close();
          },
        }),
      );
    },
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    open: () => connect((app.server.address() as AddressInfo).port, '127.0.0.1').on('error', () => undefined),
    close: async () => {
      const startedAt = Date.now();
      await app.close();
      return Date.now() - startedAt;
    },
  };
}

const closeOf = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve));

const requestOf = (path: string) => `GET ${path} HTTP/1.1\r\nHost: web\r\n\r\n`;

test('connections on which nothing was asked, or all is answered, do not hold a closing server', async () => {
  const { open, close } = await newWebServer({});
  const [silent, idle] = [open(), open()];
  await once(silent, 'connect');
  idle.write(requestOf('/healthz'));
  await once(idle, 'data');

  expect(await close()).toBeLessThan(1_000);
});

test.each(['/begun', '/late'])(
  'a page that is being rendered is finished, and its connection ends: %s',
  async (path) => {
    const { open, close } = await newWebServer({ pageMs: 200 });
    const socket = open();
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.write(requestOf(path));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const ended = closeOf(socket);

    const took = await close();
    await ended;

    expect(Buffer.concat(chunks).toString()).toContain('finished');
    expect(took).toBeLessThan(1_000);
  },
);

test('a page that never ends is cut when its time is over', async () => {
  const { open, close } = await newWebServer({ pageMs: 3_000, finishMs: 100 });
  const socket = open();
  socket.write(requestOf('/begun'));
  await once(socket, 'data');

  const took = await close();

  expect(took).toBeGreaterThanOrEqual(95);
  expect(took).toBeLessThan(1_000);
});

test('WebSockets, open or asked for, do not hold a closing server', async () => {
  const api = http.createServer().on('upgrade', (request, socket) => {
    socket.on('error', () => undefined);
    if (request.url === '/graphql?open') socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n');
  });
  api.listen(0, '127.0.0.1');
  await once(api, 'listening');
  const { open, close } = await newWebServer({ apiOrigin: `http://127.0.0.1:${(api.address() as AddressInfo).port}` });
  const [joined, waiting] = [open(), open()];
  const upgrade = 'Host: web\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
  waiting.write(`GET /graphql HTTP/1.1\r\n${upgrade}`);
  joined.write(`GET /graphql?open HTTP/1.1\r\n${upgrade}`);
  await once(joined, 'data');
  const ended = Promise.all([closeOf(joined), closeOf(waiting)]);

  const took = await close();
  await ended;
  api.close();

  expect(took).toBeLessThan(1_000);
});
