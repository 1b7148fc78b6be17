import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { credentials, percentile } from './calls';

const openAtOnce = 50;
const listenWithinMs = 60_000;

export interface Subscribed {
  url: string;
  tenantId: string;
  /** Of a session; the bench's own where it is left out. */
  token?: string;
  /** Nothing is subscribed to where it is left out. */
  query?: string;
  variables?: object;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, each read once
  onData?(data: any): void;
}

/** A socket with one subscription (graphql-transport-ws), without a library's own cost for each. Resolves when it is acknowledged. */
export function openSocket({ url, tenantId, token, query, variables = {}, onData }: Subscribed): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const send = (message: object) => socket.send(JSON.stringify(message));
  const caller = token === undefined ? credentials() : { authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.once('open', () => send({ type: 'connection_init', payload: { tenantId, ...caller } }));
    socket.on('message', (text) => {
      const { type, payload } = JSON.parse(String(text));
      if (type === 'ping') send({ type: 'pong' });
      const isError = type === 'error' || payload?.errors;
      if (isError) socket.emit('error', new Error(`expected a subscription, got ${JSON.stringify(payload)}`));
      else if (type === 'next') onData?.(payload.data);
      if (type !== 'connection_ack') return;
      if (query) send({ id: '1', type: 'subscribe', payload: { query, variables } });
      resolve(socket);
    });
  });
}

/** So many of the same, when the server listens for all of them. */
export async function openSockets(count: number, of: Subscribed): Promise<WebSocket[]> {
  const before = await subscriptionsAt(of.url);
  const sockets: WebSocket[] = [];
  while (sockets.length < count) {
    const batch = Math.min(openAtOnce, count - sockets.length);
    sockets.push(...(await Promise.all(Array.from({ length: batch }, () => openSocket(of)))));
  }
  if (of.query) await until(async () => (await subscriptionsAt(of.url)) >= before + count);
  return sockets;
}

/** In order, so that the server has let go of them as well. */
export async function closeSockets(sockets: readonly WebSocket[], url: string): Promise<void> {
  const closed = sockets.map((socket) => once(socket, 'close'));
  for (const socket of sockets) socket.close();
  await Promise.all(closed);
  await until(async () => (await subscriptionsAt(url)) === 0);
}

/** Errors: where it does not become so in time. */
export async function until(isSo: () => boolean | Promise<boolean>, withinMs = listenWithinMs): Promise<void> {
  for (const late = Date.now() + withinMs; !(await isSo()); await sleep(10))
    if (Date.now() > late) throw new Error(`expected it within ${withinMs} ms`);
}

async function subscriptionsAt(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^atrium_subscriptions_open (\d+)$/m.exec(text)?.[1]);
}

export const medianOf = (values: readonly number[]): number => percentile(values, 0.5);
