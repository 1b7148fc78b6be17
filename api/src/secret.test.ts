import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSecret } from './secret';

let DATA_DIR: string;

beforeEach(async () => {
  DATA_DIR = await mkdtemp(join(tmpdir(), 'atrium-secret-'));
});

afterEach(() => rm(DATA_DIR, { recursive: true }));

test('a secret is made once, for its owner alone', async () => {
  const secret = await readSecret({ ATRIUM_SECRET: undefined, DATA_DIR });

  expect(secret).toHaveLength(43);
  expect(await readSecret({ ATRIUM_SECRET: undefined, DATA_DIR })).toBe(secret);
  expect((await stat(join(DATA_DIR, 'secret'))).mode & 0o777).toBe(0o600);
});

test('of many who start at once, all have the same', async () => {
  const secrets = await Promise.all(
    Array.from({ length: 20 }, () => readSecret({ ATRIUM_SECRET: undefined, DATA_DIR })),
  );

  expect(new Set(secrets).size).toBe(1);
  expect(await readdir(DATA_DIR)).toEqual(['secret']);
});

test('the setting comes first, and leaves no file', async () => {
  expect(await readSecret({ ATRIUM_SECRET: 'x'.repeat(40), DATA_DIR })).toBe('x'.repeat(40));
  await expect(stat(join(DATA_DIR, 'secret'))).rejects.toThrow('ENOENT');
});

test('a file that was cut short is not taken for one', async () => {
  await writeFile(join(DATA_DIR, 'secret'), '');

  await expect(readSecret({ ATRIUM_SECRET: undefined, DATA_DIR })).rejects.toThrow(/holds no secret/);
});
