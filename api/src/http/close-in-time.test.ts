import { once } from 'node:events';
import http, { type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { closeInTime } from './close-in-time';

async function newServer(answer: RequestListener, finishWithinMs = 5_000) {
  const server = http.createServer({ keepAliveTimeout: 60_000 }, answer);
  const beginClosing = closeInTime(server, finishWithinMs);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: async () => {
      const startedAt = Date.now();
      beginClosing();
      server.close();
      await once(server, 'close');
      return Date.now() - startedAt;
    },
  };
}

const get = 'GET / HTTP/1.1\r\nHost: api\r\n\r\n';

test('a connection on which nothing was asked does not hold a closing server', async () => {
  const { port, close } = await newServer(() => undefined);
  await once(connect(port, '127.0.0.1'), 'connect');

  expect(await close()).toBeLessThan(1_000);
});

test('a request that runs is finished, and its connection does not outlive it', async () => {
  const { port, close } = await newServer((_request, response) => {
    response.write('begun, ');
    setTimeout(() => response.end('finished'), 200);
  });
  const socket = connect(port, '127.0.0.1');
  socket.write(get);
  const [begun] = await once(socket, 'data');
  const chunks = [begun];
  socket.on('data', (chunk) => chunks.push(chunk));
  const ended = once(socket, 'close');

  const took = await close();
  await ended;

  expect(Buffer.concat(chunks).toString()).toContain('finished');
  expect(took).toBeLessThan(1_000);
});

test('a request that never ends is cut when its time is over', async () => {
  const { port, close } = await newServer((_request, response) => response.write('begun, '), 100);
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  socket.write(get);
  await once(socket, 'data');

  const took = await close();

  expect(took).toBeGreaterThanOrEqual(95);
  expect(took).toBeLessThan(1_000);
});
