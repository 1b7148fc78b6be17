import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = resolve(__dirname, '../..');
const answerWithinMs = 60_000;
const askEveryMs = 50;

export interface Running {
  apiUrl: string;
  webUrl: string;
  dataDir: string;
  /** Ends the API and starts it again, at the same address; `meanwhile` runs while it is away. */
  restartApi(meanwhile?: () => Promise<unknown>): Promise<void>;
  stop(): Promise<void>;
}

interface SystemOptions {
  /** Whether the three demo companies are there. */
  demo?: boolean;
  /** Another system's, whose database is then shared. */
  dataDir?: string;
  /** By which it is reached through a reverse proxy. */
  origin?: string;
}

/** The built API and web client as processes of their own on free ports, with a database in a folder that goes with them. */
export async function startSystem({ demo = false, dataDir, origin }: SystemOptions = {}): Promise<Running> {
  for (const built of ['api/dist/api/src/main.js', 'web/build/server/index.js']) {
    if (!existsSync(join(root, built)))
      throw new Error(`The browser tests run what is built, and ${built} is not: npm run build.`);
  }
  const folder = dataDir ?? (await newFolder());
  const [apiPort, webPort] = [await freePort(), await freePort()];
  // Passkeys belong to a name; an address of numbers has none.
  const [apiUrl, webUrl] = [`http://127.0.0.1:${apiPort}`, `http://localhost:${webPort}`];
  const processes: { api?: ChildProcess; web?: ChildProcess } = {};
  const launchApi = async () => {
    processes.api = launch('api/dist/api/src/main.js', {
      API_PORT: `${apiPort}`,
      DATA_DIR: folder,
      DEMO: demo ? '1' : '0',
      LOG_LEVEL: 'warn',
      ATRIUM_ORIGIN: origin ?? webUrl,
    });
    await untilOk(`${apiUrl}/readyz`);
  };
  const stop = async () => {
    await Promise.all(Object.values(processes).map(end));
    if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    const apiIsReady = launchApi();
    processes.web = launch('web/server.mjs', {
      WEB_PORT: `${webPort}`,
      API_ORIGIN: apiUrl,
      DATA_DIR: folder,
      DEMO: demo ? '1' : '0',
      ...(origin && { ATRIUM_ORIGIN: origin, TRUSTED_PROXIES: '127.0.0.1' }),
    });
    await Promise.all([apiIsReady, untilOk(`${webUrl}/healthz`)]);
  } catch (error) {
    await stop();
    throw error;
  }
  const restartApi = async (meanwhile: () => Promise<unknown> = async () => undefined) => {
    if (processes.api) await end(processes.api);
    await meanwhile();
    await launchApi();
  };
  return { apiUrl, webUrl, dataDir: folder, restartApi, stop };
}

/** Another user runs the database where root runs the tests. */
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'atrium-e2e-'));
  await chmod(folder, 0o755);
  return folder;
}

function launch(file: string, settings: Record<string, string>): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, [join(root, file)], {
    cwd: root,
    env: { PATH, HOME, NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}

export async function untilOk(url: string): Promise<void> {
  for (const until = Date.now() + answerWithinMs; Date.now() < until; await sleep(askEveryMs)) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error(`expected ${url} to answer within a minute`);
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
