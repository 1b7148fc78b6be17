/** @jest-environment node */
import { setTimeout as sleep } from 'node:timers/promises';
import { Kept } from './kept.mjs';
import { freePort } from './ports.mjs';
import { Service } from './service.mjs';

const started: Service[] = [];

beforeEach(() => {
  started.length = 0;
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => jest.restoreAllMocks());

const start = (code: string) => () => {
  const service = new Service('api', ['-e', code], { cwd: '.', env: {} });
  started.push(service);
  return service;
};

const answering = (port: number) =>
  `require('node:http').createServer((_, r) => r.end('ok')).listen(${port}, '127.0.0.1', () => console.log('pid ' + process.pid))`;

const untilSaid = async (line: string) => {
  while (!jest.mocked(console.log).mock.calls.some(([said]) => said === line)) await sleep(10);
};

const pidOfLast = async (n: number) => {
  const pids = () => jest.mocked(console.log).mock.calls.flatMap(([line]) => /pid (\d+)/.exec(String(line))?.[1] ?? []);
  while (pids().length < n) await sleep(10);
  return Number(pids().at(-1));
};

test('a service that is killed starts again, and that it answers again is said', async () => {
  const port = await freePort('127.0.0.1');
  const kept = new Kept('api', start(answering(port)), { readyAt: `http://127.0.0.1:${port}/`, firstMs: 20 });

  process.kill(await pidOfLast(1), 'SIGKILL');
  await untilSaid('The api answers again.');

  expect(console.error).toHaveBeenCalledWith('The api ended (SIGKILL); it starts again in 0.02 s.');
  expect(await kept.stop()).toBe(true);
  expect(started).toHaveLength(2);
});

test('a service that never answers is given up with what it said last, after pauses that double up to a limit', async () => {
  const times = { firstMs: 10, longestMs: 20, vainRuns: 4 };
  const code = `console.log('no disk'); process.exit(3)`;
  const kept = new Kept('api', start(code), { readyAt: 'http://127.0.0.1:1/', ...times });

  const end = await kept.ended;

  expect(end).toEqual({ isClean: false, how: 'exit code 3', lastWords: ['no disk'] });
  expect(started).toHaveLength(4);
  const pauses = jest.mocked(console.error).mock.calls.map(([line]) => /in (\S+) s/.exec(String(line))?.[1]);
  expect(pauses).toEqual(['0.01', '0.02', '0.02']);
});

test('a service that answered once is never given up, and its pause is short again after it ran for a while', async () => {
  const port = await freePort('127.0.0.1');
  const times = { firstMs: 5, steadyMs: 0, vainRuns: 2 };
  const kept = new Kept('api', start(answering(port)), { readyAt: `http://127.0.0.1:${port}/`, ...times });

  for (let run = 1; run <= 3; run += 1) {
    process.kill(await pidOfLast(run), 'SIGKILL');
    if (run === 1) await untilSaid('The api answers again.');
  }
  await pidOfLast(4);

  await kept.stop();
  expect(jest.mocked(console.error).mock.calls.map(([line]) => line)).toEqual(
    Array(3).fill('The api ended (SIGKILL); it starts again in 0.005 s.'),
  );
});

test('a stop while the service waits to start again starts nothing more', async () => {
  const kept = new Kept('api', start('process.exit(1)'), { readyAt: 'http://127.0.0.1:1/', firstMs: 60_000 });
  while (jest.mocked(console.error).mock.calls.length === 0) await sleep(10);

  expect(await kept.stop()).toBe(true);

  expect(started).toHaveLength(1);
});
