import http from 'node:http';
import https from 'node:https';

/**
 * Passes WebSockets at one path on to another server, byte by byte, whatever they speak.
 * `@fastify/http-proxy` takes the frames apart instead and closes with 1011 where the other side is gone; graphql-ws holds 1011 for final
 * and never comes back. Here a lost API looks to the browser as what it is: a lost connection, to be tried again.
 * @param {import('node:http').Server} server
 * @param {{ path: string, origin: string, headersFor: (request: import('node:http').IncomingMessage) => Record<string, string> }} options
 * @returns {() => void} cuts all of them
 */
export function forwardWebSockets(server, { path, origin, headersFor }) {
  const open = new Set();
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (new URL(request.url ?? '/', origin).pathname !== path) return refuse(socket, 404);

    const { request: send } = origin.startsWith('https:') ? https : http;
    const onward = send(new URL(request.url ?? '/', origin), {
      headers: { ...request.headers, ...headersFor(request) },
    });
    onward.on('error', () => refuse(socket, 503));
    onward.on('response', (response) => {
      response.resume();
      refuse(socket, response.statusCode ?? 502);
    });
    onward.on('upgrade', (response, far, farHead) => {
      socket.write(
        `${statusLine(101)}${response.rawHeaders.map((text, index) => text + (index % 2 ? '\r\n' : ': ')).join('')}\r\n`,
      );
      socket.write(farHead);
      far.write(head);
      join(socket, far);
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    });
    socket.once('close', () => onward.destroy());
    onward.end();
  });
  return () => {
    for (const socket of open) socket.destroy();
  };
}

function join(near, far) {
  for (const [from, to] of [
    [near, far],
    [far, near],
  ]) {
    from.setTimeout(0);
    from.setNoDelay(true);
    from.pipe(to);
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
  }
}

const statusLine = (status) => `HTTP/1.1 ${status} ${http.STATUS_CODES[status]}\r\n`;

const refuse = (socket, status) => socket.end(`${statusLine(status)}Connection: close\r\nContent-Length: 0\r\n\r\n`);
