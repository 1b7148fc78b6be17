import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { programPath } from './binaries';
import { freePort, isFree } from './free-port';
import { type LaunchedServer, launchServer, type ServerOptions } from './launch';
import type { Postmaster } from './postmaster-file';
import { identityOf, isAlive } from './process-identity';

const stopWithinMs = 15_000;
const quitWithinMs = 10_000;
const watchEveryMs = 250;

/** After a crash, the old server's last connections can hold its memory for a while; past that, only someone's help brings it back. */
const retryEveryMs = 200;
const retryEagerlyForMs = 30_000;
const retrySlowlyEveryMs = 5_000;

/** The server of a cluster that this process owns: watched, started again on the same port when it dies, and stopped with this process. */
export class EmbeddedServer {
  private isStopping = false;
  private restart: Promise<void> = Promise.resolve();

  private constructor(
    private readonly options: ServerOptions,
    private server: LaunchedServer,
    readonly port: number,
  ) {
    process.on('exit', this.interrupt);
    this.watch();
  }

  static async start(options: ServerOptions): Promise<EmbeddedServer> {
    for (let attempt = 1; ; attempt += 1) {
      const port = await freePort();
      try {
        return new EmbeddedServer(options, await launchServer(options, port), port);
      } catch (error) {
        // The port was free a moment ago; another program can have taken it since.
        if (attempt === 3 || (await isFree(port))) throw error;
      }
    }
  }

  /** A server whose owner died without stopping it. */
  static adopt(options: ServerOptions, { pid, port }: Postmaster): EmbeddedServer {
    const identity = identityOf(pid);
    const ended = async () => {
      while (isAlive(identity)) await pause(watchEveryMs);
    };
    return new EmbeddedServer(options, { process: identity, ended: ended() }, port);
  }

  /** In order: connections are closed, what is committed is on disk. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.restart;
    process.off('exit', this.interrupt);
    this.signal('INT');
    if (await this.endsWithin(stopWithinMs)) return;
    this.signal('QUIT');
    if (await this.endsWithin(quitWithinMs)) return;
    throw new Error(`The embedded PostgreSQL (process ${this.server.process.pid}) does not stop.`);
  }

  private readonly interrupt = () => this.signal('INT');

  private watch(): void {
    void this.server.ended.then(() => {
      if (!this.isStopping) this.restart = this.startAgain();
    });
  }

  private async startAgain(): Promise<void> {
    const { log } = this.options;
    const diedAt = Date.now();
    log('The embedded PostgreSQL ended unexpectedly; it is started again.');
    for (let isEager = true; !this.isStopping; ) {
      try {
        this.server = await launchServer(this.options, this.port);
        log(`The embedded PostgreSQL runs again after ${Date.now() - diedAt} ms.`);
        this.watch();
        return;
      } catch (error) {
        if (isEager && Date.now() - diedAt > retryEagerlyForMs) {
          isEager = false;
          log(error instanceof Error ? error.message : String(error));
        }
        await pause(isEager ? retryEveryMs : retrySlowlyEveryMs);
      }
    }
  }

  private async endsWithin(ms: number): Promise<boolean> {
    for (const until = Date.now() + ms; Date.now() < until; ) {
      if (!isAlive(this.server.process)) return true;
      await sleep(20);
    }
    return !isAlive(this.server.process);
  }

  private signal(name: 'INT' | 'QUIT'): void {
    const { pid } = this.server.process;
    if (!isAlive(this.server.process)) return;
    // Windows has no signals; PostgreSQL brings its own.
    if (process.platform === 'win32')
      execFileSync(programPath(this.options.binaries, 'pg_ctl'), ['kill', name, String(pid)]);
    else process.kill(pid, `SIG${name}`);
  }
}

/** Does not by itself keep the process running. */
function pause(ms: number): Promise<void> {
  return sleep(ms, undefined, { ref: false });
}
