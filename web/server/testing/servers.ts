import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import http, { type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createWebServer } from '../create-web-server.mjs';

/** What a test has opened; the last is closed last. */
export const closers: (() => Promise<unknown>)[] = [];

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
export async function newWebServer(apiOrigin: string, more: object = {}, renderPage = showPath): Promise<string> {
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
export async function newApi(): Promise<{ origin: string; server: Server; sockets: Set<Socket> }> {
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
export const nowhere = 'http://127.0.0.1:9';

export function upgrade(origin: string, path: string): Promise<{ response: IncomingMessage; socket?: Socket }> {
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
