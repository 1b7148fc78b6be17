import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { cursorOf } from '../events/cursor';
import { SlowReaders } from './slow-readers';

function newSocket(bufferedAmount: number) {
  const closed: [code: number, reason: string][] = [];
  const socket = Object.assign(new EventEmitter(), {
    bufferedAmount,
    close: (code: number, reason: string) => closed.push([code, reason]),
    terminate: () => undefined,
  });
  return { socket: socket as unknown as WebSocket, closed };
}

test('who takes nothing is sent away with the cursor to go on from, and who takes all is not', async () => {
  const slowReaders = new SlowReaders(500);
  const [slow, quick] = [newSocket(1_000), newSocket(0)];
  for (const { socket } of [slow, quick]) slowReaders.add(socket);
  slowReaders.track(slow.socket, { seq: 41 });
  slowReaders.track(slow.socket, { seq: 7 });
  slowReaders.track(quick.socket, { seq: 50 });

  await sleep(2_500);
  slowReaders.stop();

  expect(slow.closed).toEqual([[4429, `Too slow: resume after ${cursorOf(7)}`]]);
  expect(quick.closed).toEqual([]);
});
