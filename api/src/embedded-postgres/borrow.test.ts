import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, newDataDir, removeDataDirs, serverPid, untilAnswered } from '../testing/data-dir';
import { startEmbeddedPostgres } from './embedded-postgres';

afterAll(removeDataDirs);

const start = (dataDir: string, durable = false) => startEmbeddedPostgres({ dataDir, durable, log: () => undefined });

/** Another process, which owns the server of the folder once it says so. */
async function newOwner(dataDir: string): Promise<ChildProcess> {
  const options = `{ dataDir: ${JSON.stringify(dataDir)}, log() {} }`;
  const code = `require('./embedded-postgres').startEmbeddedPostgres(${options}).then(() => { console.log('up'); setInterval(() => {}, 1000); })`;
  const owner = spawn(process.execPath, ['-r', '@swc-node/register', '-e', code], {
    cwd: __dirname,
    env: { ...process.env, SWC_NODE_PROJECT: join(__dirname, '../../tsconfig.json') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (owner.stdout) await once(owner.stdout, 'data');
  return owner;
}

test('a borrower answers at the same address soon after its owner stopped, with all that was confirmed', async () => {
  const dataDir = newDataDir();
  const owner = await start(dataDir);
  const [borrower, other] = [await start(dataDir), await start(dataDir)];
  await ask(borrower.url, 'create table kept (n int)');
  let [confirmed, isOver] = [0, false];
  const writer = (async () => {
    while (!isOver) {
      const isWritten = await ask(borrower.url, `insert into kept values (1) returning n`).catch(() => null);
      if (isWritten) confirmed += 1;
      else await sleep(10);
    }
  })();
  while (confirmed < 20) await sleep(5);

  await owner.stop();
  const before = confirmed;
  for (const until = Date.now() + 5_000; confirmed < before + 20 && Date.now() < until; ) await sleep(20);
  isOver = true;
  await writer;

  expect(confirmed).toBeGreaterThanOrEqual(before + 20);
  // A write whose confirmation was lost may be there as well.
  const [row] = (await ask(borrower.url, 'select count(*)::int as n from kept')) as [{ n: number }];
  expect(row.n).toBeGreaterThanOrEqual(confirmed);
  expect(row.n).toBeLessThanOrEqual(confirmed + 1);
  await Promise.all([borrower.stop(), other.stop()]);
  await expect(ask(borrower.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
});

test('a borrower takes over the server of an owner that was killed, and starts it again when that dies', async () => {
  const dataDir = newDataDir();
  const owner = await newOwner(dataDir);
  const borrower = await start(dataDir, true);
  await ask(borrower.url, 'create table kept as select 42 as answer');

  owner.kill('SIGKILL');
  await once(owner, 'exit');
  process.kill(serverPid(dataDir) ?? 0, 'SIGKILL');

  expect(await untilAnswered(borrower.url, 'select * from kept')).toEqual([{ answer: 42 }]);
  await borrower.stop();
  expect(serverPid(dataDir)).toBeNull();
});

test('who starts while the owner is gone runs the server where borrowers look for it', async () => {
  const dataDir = newDataDir();
  const first = await start(dataDir);
  await first.stop();

  const second = await start(dataDir);

  expect(second.url).toBe(first.url);
  await second.stop();
});

test('a borrower that stops leaves the server to its owner', async () => {
  const dataDir = newDataDir();
  const [owner, borrower] = [await start(dataDir), await start(dataDir)];

  await borrower.stop();

  expect(await ask(owner.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await owner.stop();
  expect(serverPid(dataDir)).toBeNull();
});
