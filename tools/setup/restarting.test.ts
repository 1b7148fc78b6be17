/** @jest-environment node */
import { Restarting } from './restarting.mjs';
import { Service } from './service.mjs';

const started: Service[] = [];

beforeEach(() => {
  started.length = 0;
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => jest.restoreAllMocks());

const start = (code: string) => () => {
  const service = new Service('api', ['-e', code], { cwd: '.', env: {} });
  started.push(service);
  return service;
};

const startedTimes = async (n: number) => {
  while (started.length < n) await new Promise((resolve) => setTimeout(resolve, 10));
};

test('a restart ends the old service before the new one starts, however often it is asked for', async () => {
  const service = new Restarting('api', start('setInterval(() => {}, 1000)'));

  service.restart();
  service.restart();
  await startedTimes(3);
  await service.stop();

  expect(started).toHaveLength(3);
  expect(await Promise.all(started.map(({ ended }) => ended))).toEqual(
    Array(3).fill({ isClean: true, how: 'SIGTERM', lastWords: [] }),
  );
});

test('a service that ends waits for the next change', async () => {
  const service = new Restarting('api', start('process.exit(1)'));
  await started[0]?.ended;
  expect(console.error).toHaveBeenCalledWith('The api ended (exit code 1); it starts again with the next change.');

  service.restart();
  await startedTimes(2);

  await service.stop();
});

test('a service that nobody can mend starts again by itself', async () => {
  const service = new Restarting('codegen', start('setTimeout(() => {}, 50)'), { againAfterMs: 1 });

  await startedTimes(3);

  expect(console.error).toHaveBeenCalledWith('The codegen ended (exit code 0); it starts again by itself.');
  await service.stop();
});
