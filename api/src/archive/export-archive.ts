import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Tenancy } from '../tenancy/tenancy';
import type { Tenant } from '../tenancy/tenant';
import { ArchiveWriter, type Sink } from './archive-writer';
import { type ArchiveHeader, formatVersion, type TableHead, type TableSum } from './format';
import { copyOut, countRowsOf, readTenantTables, type TenantTable } from './tenant-tables';
import { readyZstd } from './zstd';

/** What a table's rows become on their way into the file. */
export type Alter = (table: TenantTable, rows: AsyncIterable<Buffer>) => AsyncIterable<Buffer>;

export interface ExportWork {
  tenancy: Tenancy;
  tenant: Pick<Tenant, 'id' | 'name' | 'slug' | 'schemaName' | 'createdAt'>;
  sink: Sink;
  /** Rows written, of so many. */
  report: (done: number, total: number) => void;
  signal?: AbortSignal;
  /** For an archive without what tells of people. */
  alter?: Alter;
}

export interface Exported {
  bytes: number;
  /** Of the whole file, hexadecimal. */
  checksum: string;
  rows: number;
  schemaVersion: string;
  /** The moment that all rows are from, ISO 8601. */
  madeAt: string;
  /** Of the company's last event in it. */
  lastSeq: number | null;
  tables: TableSum[];
}

/** The company's tables were changed by an upgrade while they were read: to be begun again. */
export class UpgradedMeanwhile extends Error {}

/**
 * One company whole, as it is at one moment while people work in it, under its own role. Memory: some blocks, whatever its size.
 * Errors: `UpgradedMeanwhile`; those of the sink; the signal's reason.
 */
export async function exportArchive(work: ExportWork): Promise<Exported> {
  const { tenancy, tenant } = work;
  await readyZstd();
  const version = await versionOf(tenancy, tenant.id);
  return tenancy.copies.readSnapshot(tenant.schemaName, async (client) => {
    const tables = await countedTables(client, tenant.schemaName, tenancy.migrator.tables);
    const [moment] = (
      await client.query<{ snapshot: string; at: string }>(
        'select pg_current_snapshot()::text as snapshot, clock_timestamp() as at',
      )
    ).rows;
    const header: ArchiveHeader = {
      format: formatVersion,
      schemaVersion: version,
      tenant: { id: tenant.id, name: tenant.name, slug: tenant.slug, createdAt: tenant.createdAt },
      madeAt: moment?.at ?? '',
      snapshot: moment?.snapshot ?? '',
      isMasked: work.alter !== undefined,
      tables: tables.map(({ name, rows }) => ({ name, rows })),
      members: work.alter ? [] : await membersOf(tenancy, tenant.id),
      jobs: work.alter ? [] : await jobsOf(tenancy, tenant.id),
    };
    const lastSeq = await lastSeqOf(client, tenant.schemaName);
    const exported = { ...(await writeAll(client, work, header, tables)), lastSeq };
    if ((await versionOf(tenancy, tenant.id)) !== version) {
      throw new UpgradedMeanwhile('The company’s tables were upgraded while they were read; please begin again.');
    }
    return exported;
  });
}

type CountedTable = TenantTable & { rows: number };

async function countedTables(
  client: ClientBase,
  schemaName: string,
  names: readonly string[],
): Promise<CountedTable[]> {
  const counted: CountedTable[] = [];
  for (const table of await readTenantTables(client, schemaName, names)) {
    const { rows } = await client.query<{ rows: number }>(countRowsOf(schemaName, table));
    counted.push({ ...table, rows: rows[0]?.rows ?? 0 });
  }
  return counted;
}

async function writeAll(
  client: ClientBase,
  { tenant, sink, report, signal, alter }: ExportWork,
  header: ArchiveHeader,
  tables: CountedTable[],
): Promise<Omit<Exported, 'lastSeq'>> {
  const total = tables.reduce((all, { rows }) => all + rows, 0);
  const writer = new ArchiveWriter(sink);
  await writer.begin(header);
  const sums: TableSum[] = [];
  let done = 0;
  report(done, total);
  for (const table of tables) {
    const head: TableHead = { table: table.name, columns: table.columns };
    const stream = client.query(copyTo(copyOut(tenant.schemaName, table)));
    const sum = await writer.table(head, alter ? alter(table, stream) : stream, (count) => {
      signal?.throwIfAborted();
      done += count;
      report(done, total);
    });
    sums.push(sum);
  }
  const checksum = await writer.end();
  const { schemaVersion, madeAt } = header;
  return { bytes: writer.bytes, checksum, rows: done, schemaVersion, madeAt, tables: sums };
}

async function lastSeqOf(client: ClientBase, schemaName: string): Promise<number | null> {
  const { rows } = await client.query<{ seq: number }>(`select last_seq as seq from "${schemaName}".event_counter`);
  return rows[0]?.seq ?? null;
}

async function versionOf({ budget }: Tenancy, tenantId: string): Promise<string> {
  const [row] = await budget.query<{ version: string }>(
    'select schema_version as version from public.tenants where id = $1',
    [tenantId],
  );
  if (!row) throw new Error(`expected tenant ${tenantId} to exist`);
  return row.version;
}

const membersOf = ({ budget }: Tenancy, tenantId: string): Promise<ArchiveHeader['members']> =>
  budget.query(
    `select a.name, a.email, m.role from public.memberships m join public.accounts a on a.id = m.account_id
     where m.tenant_id = $1 order by a.email limit 10000`,
    [tenantId],
  );

const jobsOf = ({ budget }: Tenancy, tenantId: string): Promise<ArchiveHeader['jobs']> =>
  budget.query(
    `select kind, due_at as "dueAt" from public.jobs where tenant_id = $1 order by due_at, kind limit 10000`,
    [tenantId],
  );
