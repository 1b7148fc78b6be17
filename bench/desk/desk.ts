import type { Client } from 'pg';
import { percentile } from '../calls';
import { ApiProcess } from '../children';
import { say, withClient } from '../target';
import { faultsOfCounts } from './counts';
import { faultsOfDesk } from './faults';
import { Ledger } from './ledger';
import { MemberDesk } from './member-desk';
import { newTally, type Tally, workAt } from './work';
import { type DeskWorld, newDeskWorld } from './world';

export interface DeskOptions {
  seconds: number;
  members: number;
  conversations: number;
}

/** What a member is told who came too late, or too often; all else is a fault. */
const expectedRefusals = ['CONFLICT', 'TOO_MANY_REQUESTS'];

/**
 * Members who work on the same conversations at once, over two processes. Errors: where an acknowledged write is not what the tables hold, a
 * thread has gaps, a line is lost or doubled, or a count of the inbox is not that of the tables.
 */
export async function measureDesk(databaseUrl: string, options: DeskOptions): Promise<void> {
  const processes = [await ApiProcess.start(databaseUrl), await ApiProcess.start(databaseUrl)];
  const urls = processes.map(({ url }) => url);
  try {
    await withClient(databaseUrl, async (client) => {
      const world = await newDeskWorld(urls[0] as string, client, options);
      const [ledger, tally] = [new Ledger(), newTally()];
      const until = performance.now() + options.seconds * 1_000;
      await Promise.all(
        world.members.map((member) => workAt(new MemberDesk(world, member, ledger), urls, until, tally)),
      );
      report(tally, options);
      await judge(client, urls, world, ledger, tally);
    });
  } finally {
    await Promise.all(processes.map((each) => each.stop()));
  }
}

function report({ latencies, refusals }: Tally, { seconds }: DeskOptions): void {
  say('| operation | acknowledged | p50, ms | p99, ms | refused |\n|---|---|---|---|---|');
  for (const kind of [...new Set([...latencies.keys(), ...refusals.keys()])].sort()) {
    const said = [...(refusals.get(kind) ?? [])].map(([code, count]) => `${count} ${code}`).join(', ');
    say(`| ${kind} | ${figuresOf(latencies.get(kind) ?? [])} | ${said || '0'} |`);
  }
  const all = [...latencies.values()].flat();
  say(`| all | ${figuresOf(all)} | |`);
  say(`\n${(all.length / seconds).toFixed(0)} a second.`);
}

const figuresOf = (latencies: readonly number[]): string =>
  [latencies.length, percentile(latencies, 0.5).toFixed(1), percentile(latencies, 0.99).toFixed(1)].join(' | ');

async function judge(
  client: Client,
  urls: readonly string[],
  world: DeskWorld,
  ledger: Ledger,
  { refusals }: Tally,
): Promise<void> {
  await client.query(`set search_path = "${world.schema}"`);
  const { faults, fields, contested } = await faultsOfDesk(client, world, ledger);
  faults.push(...(await faultsOfCounts(client, urls, world)));
  for (const [kind, said] of refusals)
    for (const [code, count] of said)
      if (!expectedRefusals.includes(code)) faults.push(`${kind} was answered with ${code} ${count} times`);
  if (faults.length > 0) throw new Error(`Missed (${faults.length}):\n${faults.slice(0, 40).join('\n')}`);
  say(
    `${fields} fields hold what was acknowledged last (of ${contested}, one of several under way at once), ${ledger.lines.length} lines are there once, threads have no gaps, and every member's counts are those of the tables.`,
  );
}
