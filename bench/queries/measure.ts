import type { Client } from 'pg';
import { postmasterPid } from '../processes';
import { say, withClient } from '../target';
import { requireAgreement } from './agree';
import { cpuMsOf, cpuMsOfCluster } from './cpu';
import { type Drive, drive } from './drive';
import { type Neighbours, startNeighbours } from './neighbours';
import type { Running } from './running';
import type { Workload } from './workloads';
import type { World } from './world';

/** Units: milliseconds of CPU for one request. */
export interface Round extends Drive {
  apiMs: number;
  databaseMs: number;
}

export interface Cell {
  workload: string;
  connections: number;
  contender: string;
  rounds: Round[];
}

export interface Plan {
  workloads: readonly Workload[];
  connections: readonly number[];
  rounds: number;
  /** How long each contender is asked at a time. */
  ms: number;
  signal: AbortSignal;
}

const [warmUpMs, warmUpConnections] = [3_000, 16];

/** Contender after contender within a round, each time another one first, so that what else the machine does falls on all of them alike. */
export async function measureAll(
  databaseUrl: string,
  world: World,
  contenders: readonly Running[],
  plan: Plan,
): Promise<Cell[]> {
  say(`The same from ${contenders.map(({ contender }) => contender.name).join(', ')}:`);
  for (const workload of plan.workloads) {
    plan.signal.throwIfAborted();
    say(`${workload.name}: ${await requireAgreement(databaseUrl, world, contenders, workload)} leaves`);
  }
  say('');
  const neighbours = await startNeighbours(world);
  const postmaster = await postmasterPid(databaseUrl);
  const cells: Cell[] = [];
  try {
    await withClient(databaseUrl, async (client) => {
      await client.query(`set search_path = "${world.schema}", public`);
      const meter = new Meter(world, postmaster, neighbours, client);
      for (const workload of plan.workloads) {
        cells.push(...(await measureWorkload(meter, contenders, workload, plan)));
        if (plan.signal.aborted) return;
      }
    });
  } finally {
    await neighbours.stop();
  }
  return cells;
}

async function measureWorkload(
  meter: Meter,
  contenders: readonly Running[],
  workload: Workload,
  plan: Plan,
): Promise<Cell[]> {
  const startedAt = Date.now();
  for (const running of contenders) await meter.measure(running, workload, warmUpConnections, warmUpMs);
  const cells: Cell[] = plan.connections.flatMap((connections) =>
    contenders.map(({ contender }) => ({
      workload: workload.name,
      connections,
      contender: contender.name,
      rounds: [],
    })),
  );
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const [at, connections] of plan.connections.entries()) {
      for (let i = 0; i < contenders.length; i += 1) {
        if (plan.signal.aborted) return [];
        const nth = (i + round) % contenders.length;
        const result = await meter.measure(contenders[nth] as Running, workload, connections, plan.ms);
        cells[at * contenders.length + nth]?.rounds.push(result);
      }
    }
  }
  say(`${workload.name}: ${((Date.now() - startedAt) / 1_000).toFixed(0)} s`);
  return cells;
}

class Meter {
  private n = 0;

  constructor(
    private readonly world: World,
    private readonly postmaster: number,
    private readonly neighbours: Neighbours,
    private readonly client: Client,
  ) {}

  async measure({ contender, url, pid }: Running, workload: Workload, connections: number, ms: number): Promise<Round> {
    const next = () => contender.requestOf(this.world, workload.key, workload.askOf(this.world, this.n++));
    const [api, database] = [cpuMsOf(pid), this.databaseMs()];
    const result = await drive([url], { connections, ms }, next);
    const count = result.requests + result.failed;
    const round = {
      ...result,
      apiMs: (cpuMsOf(pid) - api) / count,
      databaseMs: (this.databaseMs() - database) / count,
    };
    // Whoever comes next finds the same contacts.
    if (workload.key === 'create') await this.client.query(`delete from contacts where email like 'newcomer-%'`);
    return round;
  }

  private databaseMs(): number {
    return cpuMsOfCluster(this.postmaster, new Set([this.neighbours.pid]));
  }
}
