import { startTcpProxy, type TcpProxy, watchCommits } from '../api/src/testing/tcp-proxy';
import { ApiProcess } from './children';

const longestUntilKillMs = 5;

/** An API process that can be killed at the moment in which a write was committed: its way to the database shows when. */
export class MortalApi {
  private api: ApiProcess | null = null;
  private onCommit: (() => boolean) | null = null;

  private constructor(private readonly proxy: TcpProxy) {}

  static async start(databaseUrl: string): Promise<MortalApi> {
    const proxy = await startTcpProxy(
      databaseUrl,
      watchCommits(() => mortal.onCommit?.() ?? true),
    );
    const mortal: MortalApi = new MortalApi(proxy);
    mortal.api = await ApiProcess.start(proxy.url);
    return mortal;
  }

  get url(): string {
    return this.process.url;
  }

  /** Before it was told of its commit, or some moments later, in which it may have answered. Starts it again at the same port. */
  async killAfterCommit(isTold: boolean): Promise<void> {
    await new Promise<void>((killed) => {
      this.onCommit = () => {
        this.onCommit = null;
        setTimeout(() => void this.process.kill().then(killed), isTold ? Math.random() * longestUntilKillMs : 0);
        return isTold;
      };
    });
    this.api = await ApiProcess.start(this.proxy.url, this.process.port);
  }

  async stop(): Promise<void> {
    await this.process.stop();
    this.proxy.close();
  }

  private get process(): ApiProcess {
    if (!this.api) throw new Error('expected a process that was started');
    return this.api;
  }
}
