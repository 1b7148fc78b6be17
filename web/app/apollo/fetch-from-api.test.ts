/** @jest-environment node */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { statusOf } from './api-error';
import { fetchFromApi } from './fetch-from-api.server';

const post = (signal = new AbortController().signal) => ({
  headers: { 'x-tenant-id': 'acme' },
  body: '{"é":1}',
  signal,
});

async function startApi(answer: http.RequestListener) {
  const server = http.createServer(answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return { url: `http://127.0.0.1:${port}/graphql`, stop };
}

test('the body and the headers arrive, and the answer comes back with its status and its type', async () => {
  const api = await startApi(async (request, response) => {
    const chunks = await request.toArray();
    response.writeHead(401, { 'content-type': 'application/graphql-response+json' });
    response.end(JSON.stringify([request.method, request.headers['x-tenant-id'], Buffer.concat(chunks).toString()]));
  });

  const response = await fetchFromApi(api.url, post());

  expect(response.status).toBe(401);
  expect(response.headers.get('content-type')).toBe('application/graphql-response+json');
  expect(await response.json()).toEqual(['POST', 'acme', '{"é":1}']);
  await api.stop();
});

test('an API that is away is told as fetch tells it', async () => {
  const api = await startApi(() => undefined);
  await api.stop();

  const error = await fetchFromApi(api.url, post()).catch((thrown: unknown) => thrown);

  expect(error).toBeInstanceOf(TypeError);
  expect(statusOf(error)).toBe(503);
});

test('a kept connection that ends as it is used again costs no page', async () => {
  const sockets = new Set<unknown>();
  let requests = 0;
  const api = await startApi((request, response) => {
    requests += 1;
    const isKept = sockets.has(request.socket);
    sockets.add(request.socket);
    if (isKept) request.socket.destroy();
    else response.end('{}');
  });
  await (await fetchFromApi(api.url, post())).text();

  const response = await fetchFromApi(api.url, post());

  expect(response.status).toBe(200);
  expect(requests).toBe(3);
  await api.stop();
});

test('an answer that is cut off is none', async () => {
  const api = await startApi((request, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('{', () => request.socket.destroy());
  });

  await expect(fetchFromApi(api.url, post())).rejects.toBeInstanceOf(TypeError);
  await api.stop();
});

test('whoever sets a limit of time hears that it has passed', async () => {
  const api = await startApi(() => undefined);

  await expect(fetchFromApi(api.url, post(AbortSignal.timeout(20)))).rejects.toMatchObject({ name: 'TimeoutError' });
  await api.stop();
});
