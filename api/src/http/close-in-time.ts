import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

const sweepEveryMs = 50;

/**
 * Without this a closing server waits for its clients: a browser opens connections that it may use later, and keeps those that it has used.
 * Answers what is to be called as the closing begins; requests that already run are given `finishWithinMs`.
 */
export function closeInTime(server: Server, finishWithinMs: number): () => void {
  // Node holds a connection that has not asked for anything yet for a busy one.
  const silent = new Set<Socket>();
  server.on('connection', (socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  for (const asked of ['request', 'upgrade']) server.on(asked, ({ socket }: IncomingMessage) => silent.delete(socket));

  return () => {
    const sweep = setInterval(() => {
      for (const socket of silent) socket.destroy();
      server.closeIdleConnections();
    }, sweepEveryMs);
    const last = setTimeout(() => server.closeAllConnections(), finishWithinMs);
    server.once('close', () => {
      clearInterval(sweep);
      clearTimeout(last);
    });
  };
}
