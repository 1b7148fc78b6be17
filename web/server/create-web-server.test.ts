/** @jest-environment node */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import http, { type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { createWebServer } from './create-web-server.mjs';

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

type RenderPage = Parameters<typeof createWebServer>[0]['renderPage'];

const showPath: RenderPage = async (request) => {
  if (request.url.endsWith('/broken')) throw new Error('secret');
  const status = request.url.endsWith('/missing') ? 404 : 200;
  if (request.url.endsWith('/sender')) return new Response(request.headers.get('x-forwarded-for'));
  return new Response(request.method === 'HEAD' ? null : `page ${new URL(request.url).pathname}`, { status });
};

/** A web server over a folder with two files, whose pages tell what they were asked for. */
async function newWebServer(apiOrigin: string, more: object = {}, renderPage = showPath): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'atrium-web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets', 'page-abc.js'), 'original');
  await writeFile(join(folder, 'assets', 'page-abc.js.gz'), 'compressed');
  await writeFile(join(folder, 'icon.svg'), '<svg/>');
  const app = await createWebServer({
    ...more,
    apiOrigin,
    allowedHosts: ['127.0.0.1'],
    clientFolder: pathToFileURL(folder),
    renderPage,
  });
  closers.push(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });
  return app.listen({ port: 0, host: '127.0.0.1' });
}

/** Answers each request, once it is whole, with what it received, and sends back the bytes of each upgraded connection. */
async function newApi(): Promise<{ origin: string; server: Server; sockets: Set<Socket> }> {
  const sockets = new Set<Socket>();
  const server = http.createServer((request, response) => {
    request.resume().once('end', () => {
      response.setHeader('content-type', 'application/json');
      response.setHeader('set-cookie', 'atrium-session=abc; Path=/; HttpOnly; SameSite=Lax');
      response.end(JSON.stringify({ url: request.url, headers: request.headers }));
    });
  });
  server.on('upgrade', (request, socket: Socket) => {
    sockets.add(socket);
    socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n');
    socket.write(`X-Seen-Origin: ${request.headers.origin}\r\n\r\n`);
    socket.pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { origin: originOf(server), server, sockets };
}

const originOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** An origin at which nothing listens. */
const nowhere = 'http://127.0.0.1:9';

function upgrade(origin: string, path: string): Promise<{ response: IncomingMessage; socket?: Socket }> {
  return new Promise((resolve, reject) => {
    const request = http.request(`${origin}${path}`, {
      headers: { connection: 'Upgrade', upgrade: 'websocket', origin: 'http://page.test' },
    });
    request.on('upgrade', (response, socket) => resolve({ response, socket: socket as Socket }));
    request.on('response', (response) => resolve({ response }));
    request.on('error', reject);
    request.end();
  });
}

test('a page answers with its own status, for the reader alone', async () => {
  const web = await newWebServer(nowhere);

  const page = await fetch(`${web}/tenant/acme`);
  const missing = await fetch(`${web}/missing`);

  expect(await page.text()).toBe('page /tenant/acme');
  expect(page.headers.get('cache-control')).toBe('private, no-store');
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(missing.status).toBe(404);
});

test('each page gets nonces of its own, which its policy names', async () => {
  const seen: { script: string; style: string }[] = [];
  const renderPage = async (_request: Request, nonces: { script: string; style: string }) => {
    seen.push(nonces);
    return new Response('page');
  };
  const web = await newWebServer(nowhere, {}, renderPage);

  const policies = await Promise.all(
    ['/one', '/two'].map(async (path) => (await fetch(web + path)).headers.get('content-security-policy') ?? ''),
  );

  expect(new Set(seen.flatMap(({ script, style }) => [script, style])).size).toBe(4);
  for (const { script, style } of seen) {
    const policy = policies.find((text) => text.includes(script));
    expect(policy).toContain(`script-src 'self' 'nonce-${script}';`);
    expect(policy).toContain(`style-src 'self' 'nonce-${style}';`);
    expect(policy).not.toContain('unsafe-eval');
  }
});

test.each(['/tenant/acme', '/missing', '/assets/page-abc.js', '/icon.svg', '/healthz'])(
  '%s carries the security headers',
  async (path) => {
    const plain = await fetch((await newWebServer(nowhere)) + path);
    const secure = await fetch((await newWebServer(nowhere, { isSecure: true })) + path);

    expect(Object.fromEntries(plain.headers)).toMatchObject({
      'content-security-policy': expect.stringMatching(
        /^default-src 'self';.*object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'$/,
      ),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    expect(plain.headers.get('strict-transport-security')).toBeNull();
    expect(secure.headers.get('strict-transport-security')).toBe('max-age=31536000');
  },
);

test('HEAD answers as GET does, without a body', async () => {
  const web = await newWebServer(nowhere);

  const response = await fetch(`${web}/tenant/acme`, { method: 'HEAD' });

  expect(response.status).toBe(200);
});

test('a page that fails says nothing about why', async () => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const web = await newWebServer(nowhere);

  const response = await fetch(`${web}/broken`);

  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret');
  expect(log).toHaveBeenCalledTimes(1);
  log.mockRestore();
});

test('files named by their content are kept for ever, and sent as compressed at build time', async () => {
  const web = await newWebServer(nowhere);

  const asset = await fetch(`${web}/assets/page-abc.js`, { headers: { 'accept-encoding': 'identity' } });
  const compressed = await fetch(`${web}/assets/page-abc.js`, {
    method: 'HEAD',
    headers: { 'accept-encoding': 'gzip' },
  });
  const icon = await fetch(`${web}/icon.svg`);

  expect(await asset.text()).toBe('original');
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(compressed.headers.get('content-encoding')).toBe('gzip');
  expect(icon.headers.get('cache-control')).toBe('public, max-age=3600');
});

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

test('a page is rendered for the address that it was asked from, whatever the browser says', async () => {
  const web = await newWebServer(nowhere);

  const response = await fetch(`${web}/sender`, { headers: { 'x-forwarded-for': '6.6.6.6' } });

  expect(await response.text()).toBe('127.0.0.1');
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

test('a page of loopback is not read under another name', async () => {
  const web = await newWebServer(nowhere);

  const status = await new Promise((resolve, reject) => {
    const request = http.get(`${web}/tenant/acme`, { headers: { host: 'evil.test' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
  });

  expect(status).toBe(421);
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
