import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Sees what goes to the target, and what it answers. False swallows it. */
type Watch = (chunk: Buffer, isAnswer: boolean) => boolean;

export interface TcpProxy {
  /** As the target's, on another port. */
  url: string;
  close(): void;
}

/** A way to a server that can lose things as a network does. `watch` is called for each connection, with how to cut it. */
export async function startTcpProxy(target: string, watch: (cut: () => void) => Watch): Promise<TcpProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    const passes = watch(() => {
      near.destroy();
      far.destroy();
    });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => passes(chunk, from === far) && to.write(chunk));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = new URL(target);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** For a way to the database: calls back when a write with events was committed, before anyone was told of it. False keeps it from them. */
export const watchCommits =
  (onCommit: (cut: () => void) => boolean) =>
  (cut: () => void): Watch => {
    let isWrite = false;
    return (chunk, isAnswer) => {
      if (!isAnswer) isWrite ||= chunk.includes('event_counter');
      // As where its idempotency key was in use.
      if (isAnswer && chunk.includes('ROLLBACK\0')) isWrite = false;
      if (!isAnswer || !isWrite || !chunk.includes('COMMIT\0')) return true;
      isWrite = false;
      return onCommit(cut);
    };
  };
