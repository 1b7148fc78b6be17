/** @jest-environment node */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claim } from './claim.mjs';

let folder = '';
let lock = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atrium-lock-'));
  lock = join(folder, 'setup.lock');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a line when its work begins and one when it ends. */
function worker(journal: string) {
  const code = `
    const { oneAtATime } = await import(${JSON.stringify(`file://${join(__dirname, 'one-at-a-time.mjs')}`)});
    const { appendFileSync } = await import('node:fs');
    const say = (word) => appendFileSync(${JSON.stringify(journal)}, word + ' ' + process.pid + '\\n');
    await oneAtATime(async () => {
      say('begins');
      await new Promise((resolve) => setTimeout(resolve, 30));
      say('ends');
    }, ${JSON.stringify(lock)});`;
  return once(spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore' }), 'exit');
}

test('of many processes that find a stale lock with a number that is used again, never two work at once', async () => {
  const journal = join(folder, 'journal');
  appendFileSync(journal, '');
  // This process lives, but began at another time than the lock says.
  writeFileSync(lock, JSON.stringify({ pid: process.pid, startedAt: '1' }));

  const ends = await Promise.all(Array.from({ length: 6 }, () => worker(journal)));

  const lines = readFileSync(journal, 'utf8').trim().split('\n');
  expect(ends.map(([code]) => code)).toEqual(Array(6).fill(0));
  expect(lines).toHaveLength(12);
  for (let i = 0; i < lines.length; i += 2) {
    expect(lines[i + 1]).toBe(lines[i]?.replace('begins', 'ends'));
  }
  expect(readdirSync(folder)).toEqual(['journal']);
});

test('a lock is kept by whoever lives, and free once it is given back', () => {
  const first = claim(lock);

  expect(claim(lock)).toEqual({ holder: process.pid });
  first.release?.();

  const second = claim(lock);
  expect(second.holder).toBeUndefined();
  second.release?.();
});

test.each(['', '4711', '{"pid":'])(
  'a lock that holds %j, as a crash or an older version leaves it, is no lock',
  (text) => {
    writeFileSync(lock, text);

    expect(claim(lock).release).toBeDefined();
  },
);
