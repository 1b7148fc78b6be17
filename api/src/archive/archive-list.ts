import type { ConnectionBudget } from '../database/connection-budget';
import type { Archive, ArchiveReason } from './archive';

interface NewArchive extends Omit<Archive, 'madeAt' | 'reason'> {
  tenantId: string;
  madeAt: string;
  reason: ArchiveReason;
  taskId: string | null;
  /** The company's last event in it. */
  lastSeq: number | null;
}

const columns = `id, made_at as "madeAt", bytes, row_count as rows, reason, schema_version as "schemaVersion", checksum, place`;

/** More of one company are not kept: nights, and a few a day that somebody asked for. */
const mostListed = 200;

/** The files that are kept, in the registry. */
export class ArchiveList {
  constructor(private readonly budget: ConnectionBudget) {}

  async add(archive: NewArchive): Promise<void> {
    await this.budget.run(
      `insert into public.archives (id, tenant_id, made_at, schema_version, bytes, row_count, checksum, place, reason, task_id, last_seq)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (id) do nothing`,
      [
        archive.id,
        archive.tenantId,
        archive.madeAt,
        archive.schemaVersion,
        archive.bytes,
        archive.rows,
        archive.checksum,
        archive.place,
        archive.reason,
        archive.taskId,
        archive.lastSeq,
      ],
    );
  }

  /** The newest first. */
  list(tenantId: string): Promise<Archive[]> {
    return this.budget.query<Archive>(
      `select ${columns} from public.archives where tenant_id = $1 order by made_at desc, id desc limit ${mostListed}`,
      [tenantId],
    );
  }

  async find(id: string, tenantId: string): Promise<Archive | null> {
    const [archive] = await this.budget.query<Archive>(
      `select ${columns} from public.archives where id = $1 and tenant_id = $2`,
      [id, tenantId],
    );
    return archive ?? null;
  }

  /** The schema in which an earlier state lies beside the company; null where there is none of that id, or its time is over. */
  async rewindSchema(rewindId: string, tenantId: string): Promise<string | null> {
    const [row] = await this.budget.query<{ name: string }>(
      `select schema_name as name from public.tenants
       where id = $1 and sandbox_of = $2 and status = 'creating' and status_reason = 'rewind' and status_until > now()`,
      [rewindId, tenantId],
    );
    return row?.name ?? null;
  }

  /** The newest that was made before then, of one company. */
  async newestBefore(moment: Date, tenantId: string): Promise<Archive | null> {
    const [archive] = await this.budget.query<Archive>(
      `select ${columns} from public.archives where tenant_id = $1 and made_at < $2 order by made_at desc, id desc limit 1`,
      [tenantId, moment],
    );
    return archive ?? null;
  }

  /** Of any company, those made before then. */
  madeBefore(moment: Date): Promise<Pick<Archive, 'id' | 'place'>[]> {
    return this.budget.query('select id, place from public.archives where made_at < $1 order by made_at limit 1000', [
      moment,
    ]);
  }

  /** Of these places, those where a file lies that is listed. */
  async listedAmong(places: readonly string[]): Promise<Set<string>> {
    if (places.length === 0) return new Set();
    const rows = await this.budget.query<{ place: string }>('select place from public.archives where place = any($1)', [
      places,
    ]);
    return new Set(rows.map(({ place }) => place));
  }

  /** Of one company, of those that somebody asked for, all but the newest. */
  askedBeyond(tenantId: string, kept: number): Promise<Pick<Archive, 'id' | 'place'>[]> {
    return this.budget.query(
      `select id, place from public.archives where tenant_id = $1 and reason = 'asked' order by made_at desc, id desc offset $2`,
      [tenantId, kept],
    );
  }

  async remove(id: string): Promise<void> {
    await this.budget.run('delete from public.archives where id = $1', [id]);
  }
}
