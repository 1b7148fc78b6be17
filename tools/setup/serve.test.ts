/** @jest-environment node */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from './serve.mjs';
import { Service } from './service.mjs';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const lasting = `setInterval(() => {}, 1000); process.on('SIGTERM', () => process.exit(0)); console.log('up');`;

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => jest.restoreAllMocks());

const service = (name: string, code: string) => new Service(name, ['-e', code], { cwd: '.', env: {} });

const isUp = async (name: string) => {
  while (!jest.mocked(console.log).mock.calls.some(([line]) => String(line) === `${name.padEnd(7)} up`)) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

test('an interruption ends all services in order', async () => {
  const interruption = new AbortController();
  const services = ['one', 'two'].map((name) => service(name, lasting));
  const served = serve(
    services.map((each) => ({ service: each })),
    { signal: interruption.signal, onReady: () => undefined },
  );
  await Promise.all(['one', 'two'].map(isUp));

  interruption.abort('SIGINT');
  await served;

  const ends = await Promise.all(services.map(({ ended }) => ended));
  expect(ends).toEqual([
    { isClean: true, how: 'exit code 0', lastWords: ['up'] },
    { isClean: true, how: 'exit code 0', lastWords: ['up'] },
  ]);
});

test('a service that ends by itself ends the others, and the reason is said', async () => {
  const other = service('other', lasting);
  await isUp('other');
  const dying = service('dying', `console.error('no disk'); process.exit(3)`);

  const served = serve([{ service: other }, { service: dying }], {
    signal: new AbortController().signal,
    onReady: () => undefined,
  });

  await expect(served).rejects.toThrow('Stopped, because the dying ended. It said last:\n\nno disk');
  expect(console.log).toHaveBeenCalledWith('dying   no disk');
  expect(console.error).toHaveBeenCalledWith('\nThe dying ended by itself (exit code 3); the rest is ended with it.');
  expect(await other.ended).toMatchObject({ isClean: true });
});

test('readiness is said once everything answers', async () => {
  const interruption = new AbortController();
  const answering = service(
    'web',
    `require('node:http').createServer((_, r) => r.end('ok')).listen(0, '127.0.0.1', function () { console.log('at ' + this.address().port); })`,
  );
  const port = await new Promise<string>((resolve) => {
    jest.mocked(console.log).mockImplementation((line) => resolve(String(line).replace('web     at ', '')));
  });

  await new Promise<void>((ready) => {
    void serve([{ service: answering, readyAt: `http://127.0.0.1:${port}/` }], {
      signal: interruption.signal,
      onReady: () => {
        interruption.abort('SIGINT');
        ready();
      },
    });
  });

  expect(await answering.ended).toMatchObject({ isClean: true });
});

test('a service ends in order when what started it is killed outright', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-orphan-'));
  folders.push(folder);
  const witness = join(folder, 'witness');
  writeFileSync(witness, '');
  const code = `process.on('SIGTERM', () => { require('node:fs').writeFileSync(${JSON.stringify(witness)}, 'in order'); process.exit(0); }); setInterval(() => {}, 1000); console.log('up');`;
  const parent = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `const { Service } = await import(${JSON.stringify(`file://${join(__dirname, 'service.mjs')}`)}); new Service('api', ['-e', ${JSON.stringify(code)}], { cwd: '.', env: {} });`,
  ]);
  await once(parent.stdout, 'data');

  parent.kill('SIGKILL');

  while (readFileSync(witness, 'utf8') === '') await new Promise((resolve) => setTimeout(resolve, 20));
  expect(readFileSync(witness, 'utf8')).toBe('in order');
});
