import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seedLarge } from './seed-large';
import { largeTenantName, say, withClient } from './target';

export interface ArchiveOptions {
  messages: number;
}

interface Told {
  rows: number;
  checksum: string;
  bytes?: number;
  slug?: string;
  tables?: { table: string; rows: number; sha256: string }[];
}

interface Run {
  told: Told;
  seconds: number;
  /** The most that it had. Units: MB. */
  peakMb: number;
}

const mostMb = 300;
const lookEveryMs = 100;
const api = resolve(__dirname, '..', 'api');

/**
 * One large company out into a file while it is written to, in again under another name, and out once more: what came in must be what went
 * out. Each is the command as it is given, in a process of its own, whose memory is the kernel's word (Linux).
 * Errors: where a table's rows or checksum differ, nothing was written meanwhile, or memory reached 300 MB.
 */
export async function measureArchive(databaseUrl: string, { messages }: ArchiveOptions): Promise<void> {
  await seedLarge(databaseUrl, {
    contacts: Math.ceil(messages / 10),
    messages,
    longest: Math.ceil(messages / 100),
  });
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'atrium-archive-'));
  const file = join(folder, 'large.zst');
  try {
    const writer = writeTo(databaseUrl);
    const out = await run(databaseUrl, 'export', 'large-tenant', '--out', file);
    const written = await writer.stop();
    const brought = await run(databaseUrl, 'import', file, '--name', `${largeTenantName} again`);
    const again = await run(databaseUrl, 'export', brought.told.slug ?? '', '--out', join(folder, 'again.zst'));

    say('\n| step | rows | seconds | rows a second | MB of file | memory at most, MB |');
    say('|---|---|---|---|---|---|');
    for (const [step, { told, seconds, peakMb }] of Object.entries({
      export: out,
      import: brought,
      'export again': again,
    })) {
      const megabytes = told.bytes === undefined ? '' : (told.bytes / 1e6).toFixed(1);
      say(
        `| ${step} | ${told.rows.toLocaleString('en')} | ${seconds.toFixed(1)} | ${Math.round(told.rows / seconds).toLocaleString('en')} | ${megabytes} | ${peakMb.toFixed(0)} |`,
      );
    }
    say(`\nWritten to the company while it was taken out: ${written} messages.`);
    const faults = [
      ...differences(out.told, again.told),
      ...[out, brought, again]
        .filter(({ peakMb }) => !(peakMb < mostMb))
        .map(({ peakMb }) => `${peakMb.toFixed(0)} MB of memory`),
      ...(written === 0 ? ['nothing was written meanwhile'] : []),
    ];
    if (faults.length > 0) throw new Error(`Missed:\n${faults.join('\n')}`);
    say('Every table came back with the rows and the checksum that it left with.');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const differences = (before: Told, after: Told): string[] =>
  (before.tables ?? [])
    .filter((table, i) => JSON.stringify(table) !== JSON.stringify(after.tables?.[i]))
    .map(({ table }) => `table ${table} is not the same`);

async function run(databaseUrl: string, ...args: string[]): Promise<Run> {
  const since = performance.now();
  const child = spawn(process.execPath, ['-r', '@swc-node/register', 'src/cli/tenants.ts', ...args, '--json'], {
    cwd: api,
    env: { ...process.env, SWC_NODE_PROJECT: 'tsconfig.json', DATABASE_URL: databaseUrl, ATRIUM_ALLOW_SUPERUSER: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (piece) => {
    text += piece;
  });
  let peakMb = 0;
  const look = setInterval(() => {
    peakMb = Math.max(peakMb, peakOf(child.pid));
  }, lookEveryMs);
  const [code] = await once(child, 'close').finally(() => clearInterval(look));
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
  return { told: JSON.parse(text) as Told, seconds: (performance.now() - since) / 1_000, peakMb };
}

function peakOf(pid: number | undefined): number {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1_024;
  } catch {
    return 0;
  }
}

/** Messages into its longest conversation, some hundred a second. */
function writeTo(databaseUrl: string): { stop(): Promise<number> } {
  let isOver = false;
  const writing = withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(`select schema_name as name from public.tenants where slug = 'large-tenant'`);
    await client.query(`set search_path = "${rows[0]?.name}", public`);
    let written = 0;
    for (; !isOver; written += 1) {
      await client.query(`
        with thread as (
          update conversations set message_count = message_count + 1
          where id = (select id from conversations order by message_count desc limit 1) returning id, message_count)
        insert into messages (id, conversation_id, number, sender_type, content)
        select gen_random_uuid(), id, message_count, 'user', 'While it is taken out' from thread`);
      await sleep(5);
    }
    return written;
  });
  return {
    stop: () => {
      isOver = true;
      return writing;
    },
  };
}
