import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ask, newCompany } from './kit/company';
import { tokenAt } from './kit/session';
import { startSystem } from './kit/system';

const root = resolve(__dirname, '..');

/** Loaded before the program: a signal makes it fail where nobody catches. */
const fail = `process.on('SIGUSR2', () => setImmediate(() => { throw new Error('on purpose'); }));`;

interface Failing {
  child: ChildProcess;
  url: string;
  said: string[];
}

async function startFailing(dataDir: string, preload: string): Promise<Failing> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['-r', preload, join(root, 'api/dist/api/src/main.js')], {
    cwd: root,
    env: { PATH, HOME, API_PORT: '0', DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'info' },
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(String(chunk)));
  for (;;) {
    await new Promise((later) => setTimeout(later, 50));
    const [, url] = /"url":"([^"]+)","msg":"ready"/.exec(said.join('')) ?? [];
    if (url !== undefined) return { child, url, said };
  }
}

test('an error that nobody caught is logged, what runs is answered, and the process leaves with a code', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'atrium-process-end-'));
  const preload = join(folder, 'fail.cjs');
  await writeFile(preload, fail);
  // Its database outlives the process that fails.
  const system = await startSystem();
  const { child, url, said } = await startFailing(system.dataDir, preload);
  const port = Number(new URL(url).port);
  const { slug } = await newCompany(url);

  const body = JSON.stringify({ query: '{ contacts { nodes { id } } }' });
  const running = connect(port, '127.0.0.1');
  let answer = '';
  running.on('data', (chunk) => {
    answer += chunk;
  });
  running.write(
    `POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Tenant-Id: ${slug}\r\nAuthorization: Bearer ${await tokenAt(url)}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
  );
  await new Promise((sent) => setTimeout(sent, 200));
  const ended = once(child, 'exit');
  child.kill('SIGUSR2');
  await new Promise((fails) => setTimeout(fails, 200));
  running.write(body.slice(5));

  const [code] = await ended;
  running.destroy();
  expect(code).toBe(1);
  expect(answer).toMatch(/^HTTP\/1\.1 (200|503) /);
  expect(said.join('')).toMatch(/"level":60.*on purpose/);
  expect((await ask('{ viewer { id } }', {}, undefined, system.apiUrl)).viewer).not.toBeNull();
  await system.stop();
  await rm(folder, { recursive: true, force: true });
});
