import { percentile } from '../calls';
import { postmasterPid } from '../processes';
import { closeSockets, openSockets } from '../raw-sockets';
import { say } from '../target';
import { atrium } from './atrium';
import { cpuMsOf, cpuMsOfCluster } from './cpu';
import type { Cell, Plan, Round } from './measure';
import type { Running } from './running';
import { workloads } from './workloads';
import type { World } from './world';

export const fanOutName = 'subscription fan-out (one message, every connection listens)';

const subscription = 'subscription { messageSent { id content conversation { id messageCount } } }';
const hearWithinMs = 10_000;
/** Beyond those that the workload of sending has sent: no key is used twice. */
const firstNumber = 1_000_000;

/** Who hears of a message while it is under way, and how long each took since it was sent. Units: milliseconds. */
class Audience {
  readonly latencies: number[] = [];
  private since = 0;
  private missing = 0;
  private done: () => void = () => undefined;

  readonly hear = (): void => {
    this.latencies.push(performance.now() - this.since);
    this.missing -= 1;
    if (this.missing === 0) this.done();
  };

  /** Errors: where not all of so many hear of it in time. */
  untilHeardBy(count: number): Promise<void> {
    this.since = performance.now();
    this.missing = count;
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`${this.missing} of ${count} sockets heard nothing`)),
        hearWithinMs,
      );
      this.done = () => {
        clearTimeout(late);
        resolve();
      };
    });
  }
}

/** One message after the other, each when all have heard of the one before. The others have nothing that is the same: Atrium alone. */
export async function measureFanOut(
  databaseUrl: string,
  world: World,
  running: Running,
  { connections, rounds, ms, signal }: Plan,
): Promise<Cell[]> {
  const startedAt = Date.now();
  const postmaster = await postmasterPid(databaseUrl);
  const { tenantId, token } = world;
  const cells: Cell[] = [];
  let n = firstNumber;
  for (const count of connections) {
    let audience = new Audience();
    const sockets = await openSockets(count, {
      url: running.url,
      tenantId,
      token,
      query: subscription,
      onData: () => audience.hear(),
    });
    const measured: Round[] = [];
    // The first one compiles the selection.
    for (let round = 0; round <= rounds; round += 1) {
      signal.throwIfAborted();
      audience = new Audience();
      const result = await measureRound(running, postmaster, ms, () => sendToAll(running, world, audience, count, n++));
      const { latencies } = audience;
      if (round > 0) measured.push({ ...result, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) });
    }
    await closeSockets(sockets, running.url);
    cells.push({ workload: fanOutName, connections: count, contender: atrium.name, rounds: measured });
  }
  say(`${fanOutName}: ${((Date.now() - startedAt) / 1_000).toFixed(0)} s`);
  return cells;
}

async function measureRound({ pid }: Running, postmaster: number, ms: number, send: () => Promise<void>) {
  const startedAt = performance.now();
  const [api, database] = [cpuMsOf(pid), cpuMsOfCluster(postmaster, new Set())];
  let messages = 0;
  for (; performance.now() < startedAt + ms; messages += 1) await send();
  return {
    requests: messages,
    perSecond: (messages / (performance.now() - startedAt)) * 1_000,
    failed: 0,
    apiMs: (cpuMsOf(pid) - api) / messages,
    databaseMs: (cpuMsOfCluster(postmaster, new Set()) - database) / messages,
  };
}

const workload = workloads.find(({ key }) => key === 'send');

async function sendToAll({ url }: Running, world: World, audience: Audience, count: number, n: number): Promise<void> {
  const { method, path, headers, body } = atrium.requestOf(world, 'send', workload?.askOf(world, n) ?? {});
  const heard = audience.untilHeardBy(count);
  const [response] = await Promise.all([
    fetch(`${url}${path}`, { method, ...(headers && { headers }), body: body ?? null }),
    heard,
  ]);
  const { errors } = (await response.json()) as { errors?: unknown };
  if (errors) throw new Error(`expected a message, got ${JSON.stringify(errors)}`);
}
