import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ask, newDataDir, removeDataDirs, serverPid, untilAnswered } from '../testing/data-dir';
import { startEmbeddedPostgres } from './embedded-postgres';

afterAll(removeDataDirs);

const start = (dataDir: string, durable = false) => startEmbeddedPostgres({ dataDir, durable, log: () => undefined });

test('data are there again after a stop and a second start', async () => {
  const dataDir = newDataDir();
  const first = await start(dataDir);
  await ask(first.url, 'create table kept as select 42 as answer');
  await first.stop();
  await expect(ask(first.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);

  const second = await start(dataDir);
  expect(await ask(second.url, 'select * from kept')).toEqual([{ answer: 42 }]);
  await second.stop();
});

test('a server that is killed comes back on the same address, with all that was committed', async () => {
  const dataDir = newDataDir();
  const database = await start(dataDir, true);
  await ask(database.url, 'create table kept as select 42 as answer');

  process.kill(serverPid(dataDir) ?? 0, 'SIGKILL');
  const rows = await untilAnswered(database.url, 'select * from kept');

  expect(rows).toEqual([{ answer: 42 }]);
  await database.stop();
});

test('what a killed server leaves at work does not keep the next one from starting', async () => {
  const dataDir = newDataDir();
  const database = await start(dataDir, true);
  await ask(database.url, 'create table kept as select 42 as answer');
  const server = serverPid(dataDir) ?? 0;
  const [left] = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8').split(' ').map(Number);

  // It neither ends by itself nor hears that its server has.
  process.kill(left ?? 0, 'SIGSTOP');
  process.kill(server, 'SIGKILL');
  const rows = await untilAnswered(database.url, 'select * from kept');

  expect(rows).toEqual([{ answer: 42 }]);
  await database.stop();
});

test('two starts at once on one folder share one server, which ends with its owner', async () => {
  const dataDir = newDataDir();
  const both = await Promise.all([start(dataDir), start(dataDir)]);

  expect(both[0].url).toBe(both[1].url);
  await Promise.all(both.map((database) => database.stop()));
  await expect(ask(both[0].url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
});

test('the server listens on loopback, asks for its password, and nobody else may read it', async () => {
  const dataDir = newDataDir();
  const database = await start(dataDir);
  const url = new URL(database.url);
  url.password = 'guessed';

  await expect(ask(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  expect(await ask(database.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600);
  await database.stop();
});
