/** @jest-environment node */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A process of its own, so that what ends it ends no test. */
async function newWebServer(apiOrigin: string): Promise<{ port: number; isAlive: () => Promise<boolean> }> {
  const program = `
    import { createWebServer } from './create-web-server.mjs';
    const app = await createWebServer({
      apiOrigin: '${apiOrigin}',
      allowedHosts: ['127.0.0.1'],
      clientFolder: new URL('public', 'file://${__dirname}/../'),
      renderPage: async () => new Response('page'),
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    console.log(app.server.address().port);
  `;
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: __dirname,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  closers.push(() => child.kill('SIGKILL'));
  const port = Number(await new Promise((resolve) => child.stdout?.once('data', resolve)));
  return {
    port,
    isAlive: async () => {
      const health = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
      return health?.status === 200 && child.exitCode === null;
    },
  };
}

type Upgrade = (request: IncomingMessage, socket: Socket, head: Buffer) => void;

const accepted = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';

const echo: Upgrade = (_request, socket, head) => {
  socket.on('error', () => undefined);
  socket.write(accepted);
  socket.write(head);
  socket.pipe(socket);
};

async function newApi(onUpgrade: Upgrade = echo): Promise<{ origin: string; server: Server; seen: IncomingMessage[] }> {
  const seen: IncomingMessage[] = [];
  const server = http.createServer((request, response) => {
    seen.push(request);
    response.end('{}');
  });
  server.on('upgrade', (request, socket: Socket, head) => {
    seen.push(request);
    onUpgrade(request, socket, head);
  });
  return { origin: `http://127.0.0.1:${await listen(server)}`, server, seen };
}

async function newStranger(): Promise<{ port: number; contacts: Socket[] }> {
  const contacts: Socket[] = [];
  const server = createServer((socket) => contacts.push(socket.on('error', () => undefined)));
  return { port: await listen(server), contacts };
}

async function listen(server: Server): Promise<number> {
  const open = new Set<Socket>();
  server.on('connection', (socket) => open.add(socket));
  closers.push(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const headersOf = { upgrade: 'Connection: Upgrade\r\nUpgrade: websocket\r\n', request: 'Connection: close\r\n' };

const requestOf = (kind: keyof typeof headersOf, line: string, more = ''): Buffer =>
  Buffer.from(`${line}\r\nHost: 127.0.0.1\r\n${headersOf[kind]}${more}\r\n`, 'latin1');

function open(port: number): Socket {
  return connect(port, '127.0.0.1').on('error', () => undefined);
}

/** However it comes about: `once` would throw the reset that came before. */
const closeOf = (socket: Socket): Promise<unknown> => new Promise((resolve) => socket.once('close', resolve));

/** All that is answered until the other side ends. */
async function ask(port: number, bytes: Buffer): Promise<string> {
  const socket = open(port);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.write(bytes);
  await closeOf(socket);
  return Buffer.concat(chunks).toString('latin1');
}

/** What follows the handshake, as soon as it is as long as expected. */
async function read(socket: Socket, length: number): Promise<string> {
  let text = '';
  for await (const chunk of socket) {
    text += chunk.toString('latin1');
    const from = text.indexOf('\r\n\r\n') + 4;
    if (from > 3 && text.length - from >= length) return text.slice(from);
  }
  return text;
}

const hostileLines: [title: string, line: (strangersPort: number) => string][] = [
  ['two slashes', () => 'GET // HTTP/1.1'],
  ['three slashes', () => 'GET /// HTTP/1.1'],
  ['a host after two slashes', (port) => `GET //127.0.0.1:${port}/graphql HTTP/1.1`],
  ['a host after a backslash', (port) => `GET /\\127.0.0.1:${port}/graphql HTTP/1.1`],
  ['an absolute address', (port) => `GET http://127.0.0.1:${port}/graphql HTTP/1.1`],
  ['an absolute address without a host', () => 'GET http:// HTTP/1.1'],
  ['an address after the path', (port) => `GET /graphql//127.0.0.1:${port}/ HTTP/1.1`],
  ['a host that a name would end in', (port) => `GET @127.0.0.1:${port}/graphql HTTP/1.1`],
  ['a way out of the path', (port) => `GET /graphql/..//127.0.0.1:${port}/ HTTP/1.1`],
  ['an encoded way out of the path', (port) => `GET /graphql/%2e%2e/%2f127.0.0.1:${port}/ HTTP/1.1`],
  ['a tunnel', (port) => `CONNECT 127.0.0.1:${port} HTTP/1.1`],
  ['a query only', () => 'GET ?x HTTP/1.1'],
  ['no path', () => 'GET  HTTP/1.1'],
  ['an asterisk', () => 'OPTIONS * HTTP/1.1'],
  ['half an escape', () => 'GET /% HTTP/1.1'],
  ['bytes that are no text', () => 'GET /graphql/%ff%fe HTTP/1.1'],
  ['letters beyond ASCII', () => 'GET /graphql?\xe9\xff HTTP/1.1'],
  ['a tab in the query', () => 'GET /graphql?a\tb HTTP/1.1'],
  ['64 KB', () => `GET /graphql?${'x'.repeat(65_536)} HTTP/1.1`],
  ['garbage', () => '\x00\x16\x03\x01\xff'],
];

test.each(['upgrade', 'request'] as const)(
  'no request line reaches a stranger or ends the server: %s',
  async (kind) => {
    const [api, stranger] = [await newApi((_request, socket) => socket.destroy()), await newStranger()];
    const web = await newWebServer(api.origin);
    const harmful: string[] = [];

    for (const [title, line] of hostileLines) {
      const answer = await ask(web.port, requestOf(kind, line(stranger.port)));
      const isHarmless = !answer.startsWith('HTTP/1.1 500') && stranger.contacts.length === 0 && (await web.isAlive());
      if (!isHarmless) harmful.push(title);
    }

    expect(harmful).toEqual([]);
  },
);

test('only the query of the address goes on to the API', async () => {
  const api = await newApi();
  const web = await newWebServer(api.origin);
  const socket = open(web.port);

  socket.write(requestOf('upgrade', 'GET /graphql?a=//stranger.test&b?c HTTP/1.1'));
  await once(socket, 'data');
  const [pathBelow, otherMethod] = [
    await ask(web.port, requestOf('upgrade', 'GET /graphql/below HTTP/1.1')),
    await ask(web.port, requestOf('upgrade', 'POST /graphql HTTP/1.1')),
  ];
  socket.destroy();

  expect(api.seen.map(({ url }) => url)).toEqual(['/graphql?a=//stranger.test&b?c']);
  expect(pathBelow).toMatch(/^HTTP\/1\.1 404 /);
  expect(otherMethod).toMatch(/^HTTP\/1\.1 405 /);
});

test('a client that resets in the middle of an upgrade ends nothing, and its request to the API ends with it', async () => {
  const api = await newApi((_request, socket) => socket.resume());
  const web = await newWebServer(api.origin);
  const socket = open(web.port);

  socket.write(requestOf('upgrade', 'GET /graphql HTTP/1.1'));
  const [, far] = await once(api.server, 'upgrade');
  socket.resetAndDestroy();
  await once(far, 'end');

  expect(await web.isAlive()).toBe(true);
});

test.each(['/graphql', '/other'])('clients that reset as soon as they have asked for %s end nothing', async (path) => {
  const api = await newApi();
  const web = await newWebServer(api.origin);

  for (let times = 0; times < 20; times += 1) {
    const socket = open(web.port);
    await once(socket, 'connect');
    await new Promise((resolve) => socket.write(requestOf('upgrade', `GET ${path} HTTP/1.1`), resolve));
    socket.resetAndDestroy();
  }

  expect(await web.isAlive()).toBe(true);
});

test.each(['the client', 'the API'])(
  '%s may reset right after the handshake, and the other side learns it',
  async (loser) => {
    const api = await newApi();
    const web = await newWebServer(api.origin);
    const near = open(web.port);

    near.write(requestOf('upgrade', 'GET /graphql HTTP/1.1'));
    const [[, far]] = await Promise.all([once(api.server, 'upgrade'), once(near, 'data')]);
    const [lost, other] = loser === 'the client' ? [near, far] : [far, near];
    lost.resetAndDestroy();
    await closeOf(other);

    expect(await web.isAlive()).toBe(true);
  },
);

test('what is sent before the handshake is answered reaches the API whole and in order', async () => {
  const api = await newApi((request, socket, head) => setTimeout(echo, 100, request, socket, head));
  const web = await newWebServer(api.origin);
  const surplus = Array.from({ length: 50_000 }, (_, index) => `${index},`).join('');
  const socket = open(web.port);

  socket.write(Buffer.concat([requestOf('upgrade', 'GET /graphql HTTP/1.1'), Buffer.from(surplus.slice(0, 1_000))]));
  for (let from = 1_000; from < surplus.length; from += 10_000) socket.write(surplus.slice(from, from + 10_000));
  const echoed = await read(socket, surplus.length);

  expect(echoed === surplus).toBe(true);
});

test.each(['Trailer: x', 'Expect: 100-continue', 'Content-Length: 0'])(
  '"%s" adds nothing to what a WebSocket carries',
  async (header) => {
    const api = await newApi();
    const web = await newWebServer(api.origin);
    const socket = open(web.port);

    socket.write(
      Buffer.concat([requestOf('upgrade', 'GET /graphql HTTP/1.1', `${header}\r\n`), Buffer.from('frames')]),
    );
    const echoed = await read(socket, 'frames'.length);

    expect(echoed).toBe('frames');
    expect(await web.isAlive()).toBe(true);
  },
);

test.each([
  ['Transfer-Encoding: chunked', '5\r\nframe\r\n0\r\n\r\n'],
  ['Content-Length: 5', 'frame'],
])('a handshake with "%s" is refused', async (header, body) => {
  const api = await newApi();
  const web = await newWebServer(api.origin);

  const answer = await ask(
    web.port,
    Buffer.concat([requestOf('upgrade', 'GET /graphql HTTP/1.1', `${header}\r\n`), Buffer.from(body)]),
  );

  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(api.seen).toHaveLength(0);
  expect(await web.isAlive()).toBe(true);
});
