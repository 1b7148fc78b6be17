import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Deadline } from './deadline';

/** Both ends of a connection in this process. */
async function connected(): Promise<[near: Socket, far: Socket]> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const near = connect((server.address() as { port: number }).port, '127.0.0.1');
  const [[far]] = (await Promise.all([once(server, 'connection'), once(near, 'connect')])) as [[Socket], unknown];
  server.close();
  return [near, far];
}

const stayBusy = (ms: number): void => {
  for (const until = performance.now() + ms; performance.now() < until; );
};

test('whoever does not answer is late', async () => {
  const since = performance.now();

  await new Promise<void>((late) => new Deadline(20, late));

  expect(performance.now() - since).toBeGreaterThanOrEqual(19);
});

test('an answer that lay there while the process was busy is in time', async () => {
  const [near, far] = await connected();
  let isLate = false;
  const deadline = new Deadline(50, () => (isLate = true));
  near.on('data', () => deadline.stop());

  far.write('an answer');
  stayBusy(120);
  await sleep(30);

  expect(isLate).toBe(false);
  near.destroy();
  far.destroy();
});

test('each answer gives the next one as long again', async () => {
  const since = performance.now();
  let last = since;

  await new Promise<void>((late) => {
    const deadline = new Deadline(200, late);
    const answers = setInterval(() => {
      last = performance.now();
      deadline.refresh();
      if (last - since > 400) clearInterval(answers);
    }, 20);
  });

  expect(last - since).toBeGreaterThan(400);
  expect(performance.now() - last).toBeGreaterThanOrEqual(199);
});
