import type { Client } from 'pg';
import { seqFrom } from '../api/src/events/cursor';
import { schemaNameFrom } from '../api/src/tenancy/schema-name';
import type { Heard } from './doors';
import type { Reader } from './readers';
import { say, withClient } from './target';
import { faultsOfThreads, type Thread, type Writers } from './writers';

const catchUpWithinMs = 60_000;

export const verdictHead = `| readers | events each | connections, each at least | missing | doubled | out of order | foreign |
|---|---|---|---|---|---|---|`;

export const tenantsOf = (threads: readonly Thread[]): string[] => [
  ...new Set(threads.map(({ tenantId }) => tenantId)),
];

/** Waits for the readers to have all there is, and says what they got. Answers sentences about what is wrong with it, or with what is stored. */
export async function verdictOf(
  databaseUrl: string,
  what: string,
  { threads, readers, writers }: { threads: readonly Thread[]; readers: readonly Reader[]; writers: Writers },
): Promise<string[]> {
  const { faults, logs } = await withClient(databaseUrl, async (client) => {
    const faults = await faultsOfThreads(client, threads, writers.acknowledged);
    const logs = new Map<string, Row[]>();
    for (const tenantId of tenantsOf(threads)) {
      const log = await readLog(client, tenantId);
      logs.set(tenantId, log);
      faults.push(...(await faultsOfLog(client, tenantId, log)));
    }
    return { faults, logs };
  });
  const logOf = ({ of: { tenantId } }: Reader) => logs.get(tenantId) ?? [];
  await Promise.all(readers.map((reader) => reader.reaches(logOf(reader).length, catchUpWithinMs)));
  await Promise.all(readers.map((reader) => reader.stop()));
  const verdicts = readers.map((reader) => judge(reader.heard, logOf(reader)));
  for (const [i, reader] of readers.entries()) {
    if (Object.values(verdicts[i] ?? {}).some((count) => count > 0))
      faults.push(`${reader.name}: ${JSON.stringify(verdicts[i])}`);
    if (reader.cuts < reader.of.cuts) faults.push(`${reader.name} was cut ${reader.cuts} times, not ${reader.of.cuts}`);
  }
  tell(what, readers, verdicts, writers);
  return faults;
}

function tell(what: string, readers: readonly Reader[], verdicts: readonly Verdict[], writers: Writers): void {
  const counts = readers.map(({ heard }) => heard.length);
  const sums = (['missing', 'doubled', 'disordered', 'foreign'] as const).map((kind) =>
    verdicts.reduce((sum, verdict) => sum + verdict[kind], 0),
  );
  const connections = Math.min(...readers.map((reader) => reader.connections));
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const each = least === most ? least : `${least} to ${most}`;
  say(`| ${[`${what} (${readers.length})`, each, connections, ...sums].join(' | ')} |`);
  say(`writers: ${writers.acknowledged.length} acknowledged; on the way ${JSON.stringify(writers.retries)}`);
}

interface Row {
  seq: number;
  type: string;
  id: string;
}

async function readLog(client: Client, tenantId: string): Promise<Row[]> {
  const { rows } = await client.query<{ seq: string; type: string; id: string }>(
    `select seq, type, subject_id as id from "${schemaNameFrom(tenantId)}".events order by seq`,
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

async function faultsOfLog(client: Client, tenantId: string, log: readonly Row[]): Promise<string[]> {
  const faults: string[] = [];
  const gap = log.findIndex(({ seq }, i) => seq !== i + 1);
  if (gap >= 0) faults.push(`event ${gap + 1} is missing in the log of ${tenantId}`);
  const told = log.filter(({ type }) => type === 'messageSent').map(({ id }) => id);
  const { rows } = await client.query(
    `select count(*)::int as count from "${schemaNameFrom(tenantId)}".messages where id = any($1)`,
    [told],
  );
  const { rows: all } = await client.query(`select count(*)::int as count from "${schemaNameFrom(tenantId)}".messages`);
  if (new Set(told).size !== told.length || rows[0].count !== all[0].count || told.length !== all[0].count)
    faults.push(`${all[0].count} messages of ${tenantId} are stored, and ${told.length} told`);
  return faults;
}

interface Verdict {
  missing: number;
  doubled: number;
  disordered: number;
  /** In no place of the tenant's own log. */
  foreign: number;
}

/** What a reader got, held against what is stored. */
function judge(heard: readonly Heard[], log: readonly Row[]): Verdict {
  const stored = new Map(log.map(({ seq, type, id }) => [seq, `${type} ${id}`]));
  const seen = new Set<number>();
  const verdict: Verdict = { missing: 0, doubled: 0, disordered: 0, foreign: 0 };
  let last = 0;
  for (const { cursor, type, id } of heard) {
    const seq = seqFrom(cursor) ?? 0;
    if (stored.get(seq) !== `${type} ${id}`) verdict.foreign += 1;
    else if (seen.has(seq)) verdict.doubled += 1;
    else if (seq < last) verdict.disordered += 1;
    seen.add(seq);
    last = Math.max(last, seq);
  }
  verdict.missing = log.filter(({ seq }) => !seen.has(seq)).length;
  return verdict;
}
