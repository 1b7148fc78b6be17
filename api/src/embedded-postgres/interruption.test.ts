import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { newDataDir, removeDataDirs } from '../testing/data-dir';
import { startEmbeddedPostgres } from './embedded-postgres';

afterAll(removeDataDirs);

const apiFolder = join(__dirname, '../..');

/** The API as a process of its own, on a folder and a port of its own. */
function newApi(dataDir: string) {
  const child = spawn(process.execPath, ['-r', '@swc-node/register', 'src/main.ts'], {
    cwd: apiFolder,
    env: {
      PATH: process.env['PATH'],
      SWC_NODE_PROJECT: join(apiFolder, 'tsconfig.json'),
      DATA_DIR: dataDir,
      API_PORT: '0',
      DEMO: '0',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  return { child, ended };
}

/** Command lines: every process of a server, or of one that is being made, on a cluster below the folder. */
function processesIn(dataDir: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(commandLineOf)
    .filter((command) => command.includes(dataDir));
}

function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // It ended since it was listed.
    return '';
  }
}

const leftIn = (dataDir: string) =>
  readdirSync(dataDir).filter((name) => name.endsWith('.new') || name.includes('owner'));

const moments = ['postgres.new/PG_VERSION', 'postgres/postmaster.pid'];

async function untilThere(dataDir: string, file: string): Promise<void> {
  while (!existsSync(join(dataDir, file))) await sleep(5);
}

test.each(moments)(
  'a start that is interrupted when %s is there leaves nothing running and nothing half-made',
  async (file) => {
    const dataDir = newDataDir();
    const interruption = new AbortController();
    const starting = startEmbeddedPostgres({ dataDir, log: () => undefined, signal: interruption.signal });
    await untilThere(dataDir, file);

    interruption.abort(new Error('enough'));

    await expect(starting).rejects.toThrow('enough');
    expect(processesIn(dataDir)).toEqual([]);
    expect(leftIn(dataDir)).toEqual([]);
  },
);

test.each(moments)('an API that is told to end when %s is there does so with exit code 0', async (file) => {
  const dataDir = newDataDir();
  const api = newApi(dataDir);
  await untilThere(dataDir, file);

  const toldAt = Date.now();
  api.child.kill('SIGTERM');
  const [code] = await api.ended;

  expect(code).toBe(0);
  expect(Date.now() - toldAt).toBeLessThan(8_000);
  expect(processesIn(dataDir)).toEqual([]);
  expect(leftIn(dataDir)).toEqual([]);
});

test.each([0, 50, 100, 200, 400, 800, 1_600])(
  'an API that is told to end %d ms after its start ends in order and leaves no server',
  async (ms) => {
    const dataDir = newDataDir();
    const api = newApi(dataDir);
    await sleep(ms);

    api.child.kill('SIGTERM');
    const [code, signal] = await api.ended;

    // Before it has read its own program, the signal ends it as it ends any.
    expect(code ?? signal).toBe(code === null ? 'SIGTERM' : 0);
    expect(processesIn(dataDir)).toEqual([]);
    expect(leftIn(dataDir)).toEqual([]);
  },
);
