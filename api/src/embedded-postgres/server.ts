import { setTimeout as sleep } from 'node:timers/promises';
import { endServer, signalServer } from './end-server';
import { freePort, isFree } from './free-port';
import { type LaunchedServer, launchServer, type ServerOptions } from './launch';
import { endOrphans } from './orphans';
import { lastPort, type Postmaster } from './postmaster-file';
import { identityOf, isAlive } from './process-identity';

const stopWithinMs = 15_000;
const watchEveryMs = 250;

/** After a crash, the old server's last connections can hold its memory for a while; past that, only someone's help brings it back. */
const retryEveryMs = 200;
const retryEagerlyForMs = 30_000;
const retrySlowlyEveryMs = 5_000;

/** The server of a cluster that this process owns: watched, started again on the same port when it dies, and stopped with this process. */
export class EmbeddedServer {
  private readonly stopping = new AbortController();
  private restart: Promise<void> = Promise.resolve();

  private constructor(
    private readonly options: ServerOptions,
    private server: LaunchedServer,
    readonly port: number,
  ) {
    process.on('exit', this.interrupt);
    this.watch();
  }

  /** On the given port, or none; else on the one of the last time, where those may ask who do not know of this start. */
  static async start(options: ServerOptions, signal: AbortSignal, given?: number): Promise<EmbeddedServer> {
    for (let attempt = 1; ; attempt += 1) {
      const port = given ?? (attempt === 1 ? await usualPort(options) : await freePort());
      try {
        return new EmbeddedServer(options, await launchServer(options, port, signal), port);
      } catch (error) {
        signal.throwIfAborted();
        // The port was free a moment ago; another program can have taken it since.
        if (given !== undefined || attempt === 3 || (await isFree(port))) throw error;
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

  async stop(patienceMs = stopWithinMs): Promise<void> {
    this.stopping.abort();
    await this.restart;
    process.off('exit', this.interrupt);
    await endServer(this.server.process, this.options.binaries, patienceMs);
  }

  private readonly interrupt = () => signalServer(this.server.process, this.options.binaries, 'INT');

  private watch(): void {
    void this.server.ended.then(() => {
      if (!this.stopping.signal.aborted) this.restart = this.startAgain();
    });
  }

  private async startAgain(): Promise<void> {
    const { log } = this.options;
    const { signal } = this.stopping;
    const diedAt = Date.now();
    log('The embedded PostgreSQL ended unexpectedly; it is started again.');
    await endOrphans(this.options.place.cluster);
    for (let isEager = true; !signal.aborted; ) {
      try {
        this.server = await launchServer(this.options, this.port, signal);
        log(`The embedded PostgreSQL runs again after ${Date.now() - diedAt} ms.`);
        this.watch();
        return;
      } catch (error) {
        if (signal.aborted) return;
        if (isEager && Date.now() - diedAt > retryEagerlyForMs) {
          isEager = false;
          log(error instanceof Error ? error.message : String(error));
        }
        await pause(isEager ? retryEveryMs : retrySlowlyEveryMs);
      }
    }
  }
}

async function usualPort({ place }: ServerOptions): Promise<number> {
  const port = lastPort(place.cluster);
  return port !== null && (await isFree(port)) ? port : freePort();
}

/** Does not by itself keep the process running. */
function pause(ms: number): Promise<void> {
  return sleep(ms, undefined, { ref: false });
}
