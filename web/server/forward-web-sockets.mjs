import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';

/** What an API that is there needs for its answer to a handshake, many times over. */
const answerWithinMs = 10_000;

/** How long a refused client may take to read so and to go. */
const leaveWithinMs = 1_000;

/** They speak of a body, which a handshake has not. */
const headersOfBodies = ['content-length', 'transfer-encoding', 'trailer', 'expect'];

/**
 * Passes WebSockets at one path on to another server, byte by byte, whatever they speak.
 * `@fastify/http-proxy` takes the frames apart instead and closes with 1011 where the other side is gone; graphql-ws holds 1011 for final
 * and never comes back. Here a lost API looks to the browser as what it is: a lost connection, to be tried again.
 * @param {import('node:http').Server} server
 * @param {{ path: string, origin: string, headersFor: (request: import('node:http').IncomingMessage) => Record<string, string> }} options
 */
export function forwardWebSockets(server, { path, origin, headersFor }) {
  const send = senderTo(origin);
  server.on('upgrade', (request, near, head) => {
    near.on('error', () => near.destroy());
    near.setTimeout(0);
    near.unshift(head);

    // Text against text: resolved, `//host/graphql` and `http://host/graphql` would name a server of the client's choice.
    const [asked, ...query] = (request.url ?? '').split('?');
    if (asked !== path) return refuse(near, 404);
    if (request.method !== 'GET') return refuse(near, 405);
    // Where it would end, and the first frame begin, each version of Node sees differently.
    if (hasBody(request)) return refuse(near, 400);
    try {
      forward(near, send(query.length > 0 ? `${path}?${query.join('?')}` : path, headersOf(request, headersFor)));
    } catch {
      // Node sends less than it receives: a tab in the address, for one.
      refuse(near, 400);
    }
  });
}

/** Nothing that a client says can change where this goes. */
function senderTo(origin) {
  const { protocol, hostname, port } = new URL(origin);
  const { request } = protocol === 'https:' ? https : http;
  const host = hostname.replace(/^\[|\]$/g, '');
  // Without a server name Node would hold the certificate against the Host header, which is the client's.
  const place = { host, ...(port && { port }), servername: isIP(host) ? '' : host, timeout: answerWithinMs };
  return (path, headers) => {
    const onward = request({ ...place, path, headers });
    onward.on('error', () => undefined);
    onward.end();
    return onward;
  };
}

const hasBody = ({ headers }) => 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) !== 0;

function headersOf(request, headersFor) {
  const headers = { ...request.headers, ...headersFor(request) };
  for (const name of headersOfBodies) delete headers[name];
  return headers;
}

function forward(near, onward) {
  near.once('close', () => onward.destroy());
  onward.on('timeout', () => onward.destroy(new Error('The API has not answered a handshake.')));
  onward.on('error', () => refuse(near, 503));
  onward.on('response', (response) => {
    response.resume();
    refuse(near, response.statusCode ?? 502);
  });
  onward.on('upgrade', (response, far, head) => {
    far.on('error', () => far.destroy());
    if (near.destroyed) return far.destroy();
    far.unshift(head);
    near.write(
      `${statusLine(101)}${response.rawHeaders.map((text, index) => text + (index % 2 ? '\r\n' : ': ')).join('')}\r\n`,
    );
    join(near, far);
    join(far, near);
  });
}

function join(from, to) {
  from.setTimeout(0);
  from.setNoDelay(true);
  from.pipe(to);
  from.on('close', () => to.destroy());
}

const statusLine = (status) => `HTTP/1.1 ${status} ${http.STATUS_CODES[status]}\r\n`;

function refuse(near, status) {
  if (!near.writable) return;
  near.end(`${statusLine(status)}Connection: close\r\nContent-Length: 0\r\n\r\n`);
  // Unread bytes would make a reset of the end, and take the answer along.
  near.resume();
  const cut = setTimeout(() => near.destroy(), leaveWithinMs);
  near.once('close', () => clearTimeout(cut));
}
