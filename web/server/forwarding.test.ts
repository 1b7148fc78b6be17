/** @jest-environment node */
import http from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { closers, newApi, newWebServer, nowhere, upgrade } from './testing/servers';

test('/graphql goes on to the API, which is told who asked', async () => {
  const api = await newApi();
  const web = await newWebServer(api.origin);

  const response = await fetch(`${web}/graphql?x=1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tenant-id': 'acme', 'x-forwarded-for': '6.6.6.6' },
    body: '{}',
  });
  const seen = await response.json();

  expect(seen.url).toBe('/graphql?x=1');
  expect(seen.headers['x-tenant-id']).toBe('acme');
  expect(seen.headers['x-forwarded-for']).toBe('127.0.0.1');
  expect(seen.headers.host).toBe(new URL(web).host);
});

test('a session that the API opens or ends reaches the browser, and its cookie the API', async () => {
  const api = await newApi();
  const web = await newWebServer(api.origin);

  const response = await fetch(`${web}/graphql`, { method: 'POST', headers: { cookie: 'atrium-session=xyz' } });

  expect(response.headers.get('set-cookie')).toBe('atrium-session=abc; Path=/; HttpOnly; SameSite=Lax');
  expect((await response.json()).headers.cookie).toBe('atrium-session=xyz');
});

test('behind a proxy that is trusted, the sender is whom that one names last, and not what it says of itself', async () => {
  const api = await newApi();
  const web = await newWebServer(api.origin, { trustedProxies: ['127.0.0.1'] });

  const page = await fetch(`${web}/sender`, { headers: { 'x-forwarded-for': '6.6.6.6, 203.0.113.7' } });
  const answer = await fetch(`${web}/graphql`, { headers: { 'x-forwarded-for': '6.6.6.6, 203.0.113.7' } });

  expect(await page.text()).toBe('203.0.113.7');
  expect((await answer.json()).headers['x-forwarded-for']).toBe('203.0.113.7');
});

test('an API that is away is a GraphQL error with status 503', async () => {
  const web = await newWebServer(nowhere);

  const response = await fetch(`${web}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });

  expect(response.status).toBe(503);
  expect((await response.json()).errors[0].extensions.code).toBe('SERVICE_UNAVAILABLE');
});

test('a WebSocket goes through byte by byte, with its origin', async () => {
  const api = await newApi();
  const web = await newWebServer(api.origin);

  const { response, socket } = await upgrade(web, '/graphql');
  const echoed = new Promise((resolve) => socket?.once('data', (bytes) => resolve(String(bytes))));
  socket?.write('ping');

  expect(response.statusCode).toBe(101);
  expect(response.headers['x-seen-origin']).toBe('http://page.test');
  expect(await echoed).toBe('ping');
});

test('a WebSocket is lost when the API is lost, and refused while it is away', async () => {
  const api = await newApi();
  const web = await newWebServer(api.origin);
  const { socket } = await upgrade(web, '/graphql');
  const lost = new Promise((resolve) => socket?.once('close', resolve));

  for (const far of api.sockets) far.destroy();
  await lost;
  await new Promise((resolve) => api.server.close(resolve));
  const { response } = await upgrade(web, '/graphql');

  expect(response.statusCode).toBe(503);
});

test('no other path takes a WebSocket', async () => {
  const web = await newWebServer(nowhere);

  const { response } = await upgrade(web, '/tenant/acme');

  expect(response.statusCode).toBe(404);
});

test.each([
  ['Headers', 'POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\n', 'X-Slow: yes\r\n', 200],
  ['The parts of a body', 'POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9999\r\n\r\n', '{', 400],
])('%s that come one by one are cut when their time is over', async (_title, beginning, drop, limitMs) => {
  const api = await newApi();
  const web = await newWebServer(api.origin, {
    limits: { headersMs: 200, requestMs: 400, lookEveryMs: 20, finishMs: 5_000 },
  });
  const socket = connect(Number(new URL(web).port), '127.0.0.1').on('error', () => undefined);
  const startedAt = Date.now();

  socket.write(beginning);
  const drip = setInterval(() => socket.write(drop), 20);
  closers.unshift(
    async () => clearInterval(drip),
    async () => socket.destroy(),
  );
  const [answer] = await Promise.all([text(socket), new Promise((resolve) => socket.once('close', resolve))]);

  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(limitMs - 5);
  expect(Date.now() - startedAt).toBeLessThan(limitMs + 1_000);
});

test('a file of the API goes on to the browser as it comes, with the session', async () => {
  const api = await newApi();
  const web = await newWebServer(api.origin);

  const response = await fetch(`${web}/export/contacts?format=csv&search=a%26b`, {
    headers: { cookie: 'atrium-session=xyz', 'sec-fetch-site': 'same-origin' },
  });
  const seen = await response.json();

  expect(seen.url).toBe('/export/contacts?format=csv&search=a%26b');
  expect(seen.headers.cookie).toBe('atrium-session=xyz');
  expect(seen.headers['sec-fetch-site']).toBe('same-origin');
  expect(seen.headers.host).toBe(new URL(web).host);
});

test.each(['gzip', 'identity'])('a file that ends in the middle does so in the browser (%s)', async (encoding) => {
  const api = http.createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' });
    response.write('id,name\r\n'.repeat(10_000));
    setTimeout(() => response.destroy(), 50);
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  closers.push(async () => void api.close());
  const web = await newWebServer(`http://127.0.0.1:${(api.address() as AddressInfo).port}`);

  const response = await fetch(`${web}/export/contacts?format=csv`, { headers: { 'accept-encoding': encoding } });

  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
});

test('an API that is away has no files either', async () => {
  const response = await fetch(`${await newWebServer(nowhere)}/export/contacts?format=csv`);

  expect(response.status).toBe(503);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
});
