import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ForbiddenAddress, newOutsideFetch } from './outside-fetch';

const servers: Server[] = [];

afterAll(() => {
  for (const server of servers) server.close().closeAllConnections();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const options = { method: 'GET', headers: {}, body: undefined, redirect: 'manual' as const };
const [strict, local] = [newOutsideFetch({ allowsLoopback: false }), newOutsideFetch({ allowsLoopback: true })];

test.each([
  'http://login.example',
  'http://127.0.0.1',
  'https://127.0.0.1',
  'https://0x7f.1',
  'https://[::1]',
  'https://[::ffff:10.0.0.1]',
  'https://[64:ff9b::7f00:1]',
  'https://10.1.2.3',
  'https://172.20.0.1',
  'https://192.168.1.1',
  'https://169.254.169.254',
  'https://100.64.0.1',
  'https://0.0.0.0',
  'https://[fe80::1]',
  'https://[fd00::1]',
  'ftp://login.example',
])('%s is none of the addresses outside', async (url) => {
  await expect(strict(url, options)).rejects.toBeInstanceOf(ForbiddenAddress);
});

test('a name is asked about by what it resolves to', async () => {
  await expect(strict('https://localhost:1', options)).rejects.toBeInstanceOf(ForbiddenAddress);
});

test.each(['https://10.1.2.3', 'https://169.254.169.254', 'http://login.example'])(
  '%s is not reached where this machine may be',
  async (url) => {
    await expect(local(url, options)).rejects.toBeInstanceOf(ForbiddenAddress);
  },
);

test('a redirect is answered, not followed', async () => {
  const url = await serve((_request, response) => response.writeHead(302, { location: '/elsewhere' }).end());

  const answer = await local(url, options);

  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/elsewhere']);
});

test('an answer that is too long is not read to its end', async () => {
  const url = await serve((_request, response) => response.end('x'.repeat(300_000)));

  await expect(local(url, options)).rejects.toThrow();
});

test('one that is as long as is allowed is read', async () => {
  const url = await serve((_request, response) => response.end('x'.repeat(256 * 1024)));

  expect(await (await local(url, options)).text()).toHaveLength(256 * 1024);
});

test('an answer that does not end is given up after five seconds', async () => {
  const url = await serve((_request, response) => void response.write('{'));
  const since = Date.now();

  await expect(local(url, options)).rejects.toThrow();

  expect(Date.now() - since).toBeLessThan(6_500);
}, 10_000);
