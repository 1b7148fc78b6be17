import { postmasterPid } from '../processes';
import { atrium } from '../queries/atrium';
import { cpuMsOf, cpuMsOfCluster } from '../queries/cpu';
import { type Drive, drive } from '../queries/drive';
import type { Running } from '../queries/running';
import type { Workload } from '../queries/workloads';
import type { World } from '../queries/world';
import { withClient } from '../target';
import { busyMsOfMachine } from './machine';

/** What each used of one core's time while it was measured: 1 is a whole core. */
export interface Used extends Drive {
  client: number;
  api: number;
  database: number;
  /** Programs that have nothing to do with it. */
  others: number;
}

export class Meter {
  private n = 0;

  private constructor(
    private readonly databaseUrl: string,
    private readonly world: World,
    private readonly postmaster: number,
  ) {}

  static async of(databaseUrl: string, world: World): Promise<Meter> {
    return new Meter(databaseUrl, world, await postmasterPid(databaseUrl));
  }

  async measure(processes: readonly Running[], workload: Workload, connections: number, ms: number): Promise<Used> {
    const next = () => atrium.requestOf(this.world, workload.key, workload.askOf(this.world, this.n++));
    const urls = processes.map(({ url }) => url);
    const [startedAt, before] = [performance.now(), this.read(processes)];
    const driven = await drive(urls, { connections, ms }, next);
    const [elapsedMs, after] = [performance.now() - startedAt, this.read(processes)];
    // Whoever comes next finds the same contacts.
    if (workload.key === 'create') await this.removeCreated();
    const share = (key: keyof typeof after) => (after[key] - before[key]) / elapsedMs;
    const [client, api, database] = [share('client'), share('api'), share('database')];
    return { ...driven, client, api, database, others: Math.max(0, share('machine') - client - api - database) };
  }

  private read(processes: readonly Running[]) {
    const { user, system } = process.cpuUsage();
    return {
      client: (user + system) / 1_000,
      api: processes.reduce((sum, { pid }) => sum + cpuMsOf(pid), 0),
      database: cpuMsOfCluster(this.postmaster, new Set()),
      machine: busyMsOfMachine(),
    };
  }

  private removeCreated(): Promise<unknown> {
    return withClient(this.databaseUrl, (client) =>
      client.query(`delete from "${this.world.schema}".contacts where email like 'newcomer-%'`),
    );
  }
}
