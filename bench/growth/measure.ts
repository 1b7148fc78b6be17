import { atrium } from '../queries/atrium';
import { type Drive, drive } from '../queries/drive';
import { type Workload, workloads } from '../queries/workloads';
import { say, withClient } from '../target';
import { removeSent, type Shape } from './rows';
import type { Site } from './site';

/** One of the sizes that are held against each other. */
export interface Sized {
  size: number;
  site: Site;
  /** Which of its tenants the next request is for. */
  nextPlace(): number;
}

export interface Series {
  /** What grows, and how the load is spread. */
  name: string;
  sizes: readonly Sized[];
}

export interface Cell {
  series: string;
  size: number;
  workload: string;
  connections: number;
  rounds: Drive[];
}

export interface Plan {
  connections: readonly number[];
  rounds: number;
  /** How long each is asked at a time. */
  ms: number;
  signal: AbortSignal;
}

const asked = workloads.filter(({ key }) => ['contact', 'list', 'conversation', 'inbox', 'send'].includes(key));
const [warmUpMs, warmUpConnections] = [2_000, 16];

/** Size after size within a round, each time another one first, so that what else the machine does falls on all of them alike. */
export async function measureSeries({ name, sizes }: Series, plan: Plan): Promise<Cell[]> {
  const cells: Cell[] = [];
  let n = 0;
  const nextNumber = () => n++;
  for (const sized of sizes) await meetAll(sized, plan.signal);
  for (const workload of asked) {
    const startedAt = Date.now();
    for (const sized of sizes)
      await measure(sized, workload, { connections: warmUpConnections, ms: warmUpMs, nextNumber });
    for (const connections of plan.connections) {
      const ofSizes = sizes.map(({ size }) => ({
        series: name,
        size,
        workload: workload.name,
        connections,
        rounds: [] as Drive[],
      }));
      for (let turn = 0; turn < plan.rounds * sizes.length; turn += 1) {
        plan.signal.throwIfAborted();
        const nth = (turn + Math.floor(turn / sizes.length)) % sizes.length;
        ofSizes[nth]?.rounds.push(
          await measure(sizes[nth] as Sized, workload, { connections, ms: plan.ms, nextNumber }),
        );
      }
      cells.push(...ofSizes);
    }
    say(`${name}, ${workload.name}: ${((Date.now() - startedAt) / 1_000).toFixed(0)} s`);
  }
  return cells;
}

const meetingMs = 1_000;

/** What the process learns of a tenant when it comes for the first time is no part of what is compared. */
async function meetAll(sized: Sized, signal: AbortSignal): Promise<void> {
  const [workload] = asked;
  if (!workload) return;
  let met = 0;
  const nextPlace = () => met++ % sized.site.places.length;
  while (met < sized.site.places.length) {
    signal.throwIfAborted();
    const load = { connections: warmUpConnections, ms: meetingMs, nextNumber: () => met };
    await measure({ ...sized, nextPlace }, workload, load);
  }
}

interface Load {
  connections: number;
  ms: number;
  /** Another one with every request: no key is used twice. */
  nextNumber(): number;
}

async function measure({ site, nextPlace }: Sized, workload: Workload, { nextNumber, ...load }: Load): Promise<Drive> {
  const touched = new Set<number>();
  const next = () => {
    const place = nextPlace();
    if (workload.isWrite) touched.add(place);
    const world = site.worldOf(place);
    return atrium.requestOf(world, workload.key, workload.askOf(world, nextNumber()));
  };
  const result = await drive([site.running.url], load, next);
  // The next round finds as many messages.
  await withClient(site.databaseUrl, async (client) => {
    for (const place of touched)
      await removeSent(client, site.places[place] as Site['places'][number], site.shapes[place] as Shape);
  });
  return result;
}
