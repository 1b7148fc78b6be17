import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres';

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'atrium-embedded-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const start = (dataDir: string, durable = false) => startEmbeddedPostgres({ dataDir, durable, log: () => undefined });

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const serverPid = (dataDir: string) =>
  Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

test('data are there again after a stop and a second start', async () => {
  const dataDir = newFolder();
  const first = await start(dataDir);
  await ask(first.url, 'create table kept as select 42 as answer');
  await first.stop();
  await expect(ask(first.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);

  const second = await start(dataDir);
  expect(await ask(second.url, 'select * from kept')).toEqual([{ answer: 42 }]);
  await second.stop();
});

test('a server that is killed comes back on the same address, with all that was committed', async () => {
  const dataDir = newFolder();
  const database = await start(dataDir, true);
  await ask(database.url, 'create table kept as select 42 as answer');

  process.kill(serverPid(dataDir), 'SIGKILL');
  let rows: unknown[] | null = null;
  for (const until = Date.now() + 15_000; rows === null && Date.now() < until; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    rows = await ask(database.url, 'select * from kept').catch(() => null);
  }

  expect(rows).toEqual([{ answer: 42 }]);
  await database.stop();
});

test('two starts at once on one folder share one server, which ends with its owner', async () => {
  const dataDir = newFolder();
  const both = await Promise.all([start(dataDir), start(dataDir)]);

  expect(both[0].url).toBe(both[1].url);
  await Promise.all(both.map((database) => database.stop()));
  await expect(ask(both[0].url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
});

test('the server listens on loopback, asks for its password, and nobody else may read it', async () => {
  const dataDir = newFolder();
  const database = await start(dataDir);
  const url = new URL(database.url);
  url.password = 'guessed';

  await expect(ask(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  expect(await ask(database.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600);
  await database.stop();
});
