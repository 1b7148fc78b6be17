import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../api/src/embedded-postgres/free-port';
import type { Orders } from './caller';
import { signIn, type Tally } from './calls';

const root = resolve(__dirname, '..');
const logFile = resolve(root, '.data/bench-api.log');
const startWithinMs = 60_000;
const stopWithinMs = 40_000;

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

function watched<Child extends ChildProcess>(child: Child): Child {
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

export interface CallerProcess {
  start(orders: Orders): void;
  /** When all is answered that is under way. */
  stop(): Promise<Tally>;
  end(): void;
}

export async function startCaller(): Promise<CallerProcess> {
  const child = watched(fork(require.resolve('./caller'), { execArgv: ['-r', '@swc-node/register'] }));
  await once(child, 'message');
  return {
    start: (orders) => void child.send(orders),
    async stop() {
      const answered = once(child, 'message');
      child.send('stop');
      const [tally] = (await answered) as [Tally];
      return tally;
    },
    end: () => child.disconnect(),
  };
}

/** The program as it is deployed, in a process that may be killed. */
export class ApiProcess {
  private constructor(
    private readonly child: ChildProcess,
    /** Without a path. */
    readonly url: string,
    readonly port: number,
  ) {}

  /** With `port`, one that an earlier process had, so that its clients find this one. */
  static async start(databaseUrl: string, port?: number): Promise<ApiProcess> {
    const at = port ?? (await freePort());
    mkdirSync(resolve(root, '.data'), { recursive: true });
    const log = openSync(logFile, 'a');
    const child = spawn(process.execPath, ['-r', '@swc-node/register', 'src/main.ts'], {
      cwd: resolve(root, 'api'),
      env: {
        ...process.env,
        SWC_NODE_PROJECT: 'tsconfig.json',
        DATABASE_URL: databaseUrl,
        DATABASE_DIRECT_URL: '',
        API_HOST: '127.0.0.1',
        API_PORT: String(at),
        DEMO: '0',
        MAX_SOCKETS_OF_ACCOUNT: '5000',
        MAX_SOCKETS_OF_ADDRESS: '5000',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    const api = new ApiProcess(watched(child), `http://127.0.0.1:${at}`, at);
    await api.answers();
    await signIn(api.url);
    return api;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    if (this.isAlive) await once(this.child, 'exit');
  }

  /** Errors: where it does not end by itself in time. */
  async stop(): Promise<void> {
    if (!this.isAlive) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const isLate = await Promise.race([ended.then(() => false), sleep(stopWithinMs, true, { ref: false })]);
    if (!isLate) return;
    await this.kill();
    throw new Error(`expected the API to stop within ${stopWithinMs} ms of SIGTERM`);
  }

  private async answers(): Promise<void> {
    for (const until = Date.now() + startWithinMs; Date.now() < until && this.isAlive; await sleep(50)) {
      const isReady = await fetch(`${this.url}/readyz`)
        .then(({ ok }) => ok)
        .catch(() => false);
      if (isReady) return;
    }
    await this.kill();
    throw new Error(`expected the API to be ready within ${startWithinMs} ms; ${logFile} may say why it is not`);
  }
}
