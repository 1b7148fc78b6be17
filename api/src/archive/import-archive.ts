import { once } from 'node:events';
import type { Client } from 'pg';
import { from as copyFrom, type CopyStreamQuery as Rows } from 'pg-copy-streams';
import { sqlStateOf } from '../database/sql-state';
import { isDatabaseUnavailable } from '../database/unavailable';
import type { HiddenTenant } from '../tenancy/hidden-tenants';
import type { Tenancy } from '../tenancy/tenancy';
import { type Part, readArchive } from './archive-reader';
import { ArchiveDamaged, type ArchiveHeader, type ArchiveTrailer } from './format';
import { copyIn, emptyTable, readTenantTables, type TenantTable } from './tenant-tables';
import { readyZstd } from './zstd';

/** An archive's bytes from their beginning; read as often as that is asked for. */
export type Source = () => AsyncIterable<Buffer>;

export type Report = (done: number, total: number, step: string) => void;

export interface Checked {
  header: ArchiveHeader;
  trailer: ArchiveTrailer;
  checksum: string;
}

/** Reads the whole of it and keeps nothing. Errors: `ArchiveDamaged` with the place. */
export async function checkArchive(source: Source, report: Report, signal?: AbortSignal): Promise<Checked> {
  await readyZstd();
  let header: ArchiveHeader | null = null;
  let total = 0;
  let done = 0;
  for await (const part of readArchive(source())) {
    signal?.throwIfAborted();
    if (part.kind === 'header') {
      header = part.header;
      total = header.tables.reduce((all, { rows }) => all + rows, 0);
    }
    if (part.kind === 'rows') {
      done += part.count;
      report(done, total, 'Checking');
    }
    if (part.kind === 'trailer' && header) return { header, trailer: part.trailer, checksum: part.checksum };
  }
  throw new Error('expected a trailer, without which reading ends with an error');
}

interface BringInWork {
  tenancy: Tenancy;
  source: Source;
  /** The company's; null for the one that the archive has. */
  name: string | null;
  /** What for, to operators. */
  reason: string;
  report: Report;
  signal?: AbortSignal | undefined;
}

/**
 * Brings the archive's rows into a company that nobody sees yet, whose tables are of the archive's version. `finish` shows it or sets it
 * aside; where anything fails before that has ended, the company is dropped, and one that is left over even so by a sweep.
 * Errors: `ArchiveDamaged`; the signal's reason.
 */
export async function bringIn<Result>(
  work: BringInWork,
  finish: (hidden: HiddenTenant, checked: Checked) => Promise<Result>,
): Promise<Result> {
  const { tenancy, source, report, signal } = work;
  const checked = await checkArchive(source, report, signal);
  requireKnown(tenancy, checked.header);
  const { schemaVersion: version } = checked.header;
  const { rows } = checked.trailer;
  const name = work.name ?? checked.header.tenant.name;
  const hidden = await tenancy.hidden.make({ name, version, reason: work.reason });
  const alive = setInterval(() => void tenancy.hidden.keepAlive(hidden).catch(() => undefined), keepAliveEveryMs);
  try {
    await tenancy.copies.write(hidden.schemaName, (client) => new Filling(client, hidden, work, rows).run());
    signal?.throwIfAborted();
    report(rows, rows, 'Making its indexes');
    return await finish(hidden, checked).catch((error: unknown) => Promise.reject(unfit(error)));
  } catch (error) {
    await tenancy.hidden.drop(hidden.id).catch(() => undefined);
    throw error;
  } finally {
    clearInterval(alive);
  }
}

function requireKnown({ migrator }: Tenancy, { schemaVersion }: ArchiveHeader): void {
  if (migrator.steps.some(({ version }) => version === schemaVersion)) return;
  throw new ArchiveDamaged(
    schemaVersion > migrator.latest
      ? `The archive is of a later version (${schemaVersion}) than this program (${migrator.latest}): bring it into one that is as new.`
      : `The archive is of a version (${schemaVersion}) that this program does not know.`,
  );
}

const keepAliveEveryMs = 60_000;

/** Copies rows in, table by table, in one transaction under the new company's own role. */
class Filling {
  private tables = new Map<string, TenantTable>();
  private into: { table: string; stream: Rows; failed: Promise<never>; given: number } | null = null;
  private done = 0;

  constructor(
    private readonly client: Client,
    private readonly hidden: HiddenTenant,
    private readonly work: BringInWork,
    private readonly total: number,
  ) {}

  async run(): Promise<void> {
    const { schemaName } = this.hidden;
    const tables = await readTenantTables(this.client, schemaName, this.work.tenancy.migrator.tables);
    this.tables = new Map(tables.map((table) => [table.name, table]));
    for (const table of tables.toReversed()) await this.client.query(emptyTable(schemaName, table));
    for await (const part of readArchive(this.work.source())) {
      this.work.signal?.throwIfAborted();
      await this.take(part);
    }
  }

  private async take(part: Part): Promise<void> {
    if (part.kind === 'table') {
      await this.end();
      this.begin(part.head.table, part.head.columns);
    }
    if (part.kind === 'rows') {
      await this.write(part.rows, part.count);
      this.done += part.count;
      this.work.report(this.done, this.total, `Bringing in ${this.into?.table ?? 'rows'}`);
    }
    if (part.kind === 'trailer') await this.end();
  }

  /** Errors: `ArchiveDamaged` where the version has no such table or column. */
  private begin(table: string, columns: string[]): void {
    const known = this.tables.get(table);
    const strange = known ? columns.find((column) => !known.columns.includes(column)) : undefined;
    if (!known || strange !== undefined) {
      const what = known ? `column ${strange} of table ${table}` : `table ${table}`;
      throw new ArchiveDamaged(`The archive has the ${what}, which its version ${this.hidden.version} has not.`);
    }
    const stream = this.client.query(copyFrom(copyIn(this.hidden.schemaName, table, columns)));
    const failed = once(stream, 'error').then(([error]) => Promise.reject(refused(table, error)));
    failed.catch(() => undefined);
    this.into = { table, stream, failed, given: 0 };
  }

  private async write(rows: Buffer, count: number): Promise<void> {
    if (!this.into) return;
    this.into.given += count;
    const { stream, failed } = this.into;
    if (stream.write(rows)) return;
    await Promise.race([happens(stream, 'drain'), failed]);
  }

  /** Errors: `ArchiveDamaged` where the database has seen another number of rows: a line may tell it that the rest is not one. */
  private async end(): Promise<void> {
    if (!this.into) return;
    const { table, stream, failed, given } = this.into;
    const finished = happens(stream, 'finish');
    stream.end();
    await Promise.race([finished, failed]);
    this.into = null;
    if (stream.rowCount !== given) {
      const counts = `${stream.rowCount.toLocaleString('en')} of its ${given.toLocaleString('en')}`;
      throw new ArchiveDamaged(`The archive’s table ${table} has lines that are no rows: the database took ${counts}.`);
    }
  }
}

/** Unlike `once`, it says nothing of errors: those are told by `failed`, in words. */
const happens = (stream: Rows, event: 'drain' | 'finish'): Promise<void> =>
  new Promise((resolve) => stream.once(event, () => resolve()));

/** SQLSTATE class 23: rows that do not fit together, which shows when indexes are made and tables upgraded. */
function unfit(error: unknown): unknown {
  if (!sqlStateOf(error).startsWith('23') || !(error instanceof Error)) return error;
  return new ArchiveDamaged(`The archive’s rows do not fit together: ${error.message}`);
}

/** What the database says of a row holds no values: its detail does, and is left out. */
function refused(table: string, error: unknown): unknown {
  if (isDatabaseUnavailable(error) || !(error instanceof Error)) return error;
  const { where } = error as { where?: string };
  const row = /line (\d+)/.exec(where ?? '')?.[1];
  return new ArchiveDamaged(
    `The archive’s table ${table}${row ? `, row ${Number(row).toLocaleString('en')},` : ''} was refused by the database: ${error.message}`,
  );
}
