import { readFileSync } from 'node:fs';
import { v7 as uuidV7 } from 'uuid';
import { inTransaction } from '../api/src/database/in-transaction';
import { inLoggedTransaction, type LoggedWork } from '../api/src/events/logged-transaction';
import { SenderType } from '../api/src/message/message';
import { sendMessage as writeMessage } from '../api/src/message/message.repository';
import { ask, percentile } from './calls';
import { childrenOf, postmasterPid } from './processes';
import { say, startApi, type Target } from './target';
import { newThreads, sendMessage, type Thread } from './writers';

export interface LogCostOptions {
  rounds: number;
  writes: number;
}

const maxRatio = 1.25;
const msOfTick = 10;

/** Units: milliseconds for one write. */
interface Cost {
  ms: number;
  /** Of the API. */
  cpuMs: number;
  /** Of the database's backends. */
  databaseCpuMs: number;
}

/** The transaction that writes a message with its events and without, and the whole mutation beside them, in turn. */
export async function compareWrites(databaseUrl: string, options: LogCostOptions): Promise<void> {
  const target = await startApi(databaseUrl);
  try {
    const postmaster = await postmasterPid(databaseUrl);
    const [thread] = await newThreads(target.url, 1);
    if (!thread) throw new Error('expected a conversation to write to');
    const ways = await waysOf(target, thread);
    const costs: Record<keyof typeof ways, Cost[]> = { logged: [], plain: [], mutation: [] };
    for (const way of Object.values(ways)) await costOf(way, options.writes, postmaster);
    for (let round = 0; round < options.rounds; round += 1)
      for (const way of Object.keys(ways) as (keyof typeof ways)[])
        costs[way].push(await costOf(ways[way], options.writes, postmaster));
    report(medianOf(costs.logged), medianOf(costs.plain), medianOf(costs.mutation));
  } finally {
    await target.stop();
  }
}

async function waysOf({ app, url }: Target, { tenantId, conversationId }: Thread) {
  const tenant = await app.tenancy.registry.findTenant(tenantId);
  if (!tenant) throw new Error('expected the tenant of the conversation');
  const manager = await app.tenancy.managerOf(tenant);
  const input = { conversationId, content: 'What does it cost?', senderType: SenderType.USER };
  const work = ({ manager: inside, append, now }: Pick<LoggedWork, 'manager' | 'append' | 'now'>) =>
    writeMessage(
      {
        manager: inside,
        id: uuidV7({ msecs: now.getTime() }),
        now,
        actorId: null,
        memberId: null,
        tenant,
        append,
        trailing: () => undefined,
      },
      input,
    );
  return {
    logged: () => inLoggedTransaction(manager, { isSentAtOnce: true }, work),
    plain: () =>
      inTransaction(manager, async (inside, trailing) =>
        trailing(work({ manager: inside, append: () => undefined, now: new Date() })),
      ),
    mutation: () => ask(url, tenantId, sendMessage, { input: { conversationId, content: input.content } }),
  };
}

async function costOf(write: () => Promise<unknown>, writes: number, postmaster: number): Promise<Cost> {
  const [cpu, ticks, since] = [process.cpuUsage(), ticksOf(postmaster), performance.now()];
  for (let n = 0; n < writes; n += 1) await write();
  const ms = performance.now() - since;
  const { user, system } = process.cpuUsage(cpu);
  const databaseMs = (ticksOf(postmaster) - ticks) * msOfTick;
  return { ms: ms / writes, cpuMs: (user + system) / 1_000 / writes, databaseCpuMs: databaseMs / writes };
}

/** User and system time of a server with all that work for it. Linux only. */
function ticksOf(postmaster: number): number {
  return [postmaster, ...childrenOf(postmaster)].reduce((sum, pid) => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return sum + Number(fields[11]) + Number(fields[12]);
  }, 0);
}

const medianOf = (costs: readonly Cost[]): Cost => ({
  ms: percentile(
    costs.map(({ ms }) => ms),
    0.5,
  ),
  cpuMs: percentile(
    costs.map(({ cpuMs }) => cpuMs),
    0.5,
  ),
  databaseCpuMs: percentile(
    costs.map(({ databaseCpuMs }) => databaseCpuMs),
    0.5,
  ),
});

function report(logged: Cost, plain: Cost, mutation: Cost): void {
  say('\n| a message | ms | CPU of the API, ms | CPU of the database, ms |\n|---|---|---|---|');
  for (const [what, cost] of Object.entries({
    'its transaction, with the log': logged,
    without: plain,
    'the mutation over HTTP': mutation,
  }))
    say(`| ${what} | ${[cost.ms, cost.cpuMs, cost.databaseCpuMs].map((value) => value.toFixed(3)).join(' | ')} |`);
  const cpuOf = ({ cpuMs, databaseCpuMs }: Cost) => cpuMs + databaseCpuMs;
  const added = cpuOf(logged) - cpuOf(plain);
  const ofTransaction = cpuOf(logged) / cpuOf(plain);
  const ofWrite = cpuOf(mutation) / (cpuOf(mutation) - added);
  say(
    `\nthe log: ${ofTransaction.toFixed(2)} × the CPU of the transaction, ${(logged.ms / plain.ms).toFixed(2)} × its time; ${ofWrite.toFixed(2)} × the CPU of the whole write`,
  );
  if (ofWrite > maxRatio) throw new Error(`Missed: the log may take ${maxRatio} × the CPU of a write`);
}
