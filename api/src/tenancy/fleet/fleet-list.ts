import type { QueryRunner } from 'typeorm';
import { shardedSchemas, usesCitus } from '../../database/citus';
import type { TenantStatus } from '../tenant';

/** A tenant as whoever operates the deployment sees it. */
export interface FleetTenant {
  id: string;
  slug: string;
  name: string;
  status: TenantStatus;
  schemaVersion: string;
  /** Why its last migration failed. */
  failure: string | null;
  /** Of its tables and indexes, as the server last estimated it. */
  sizeBytes: number;
  /** Units: days are told apart, and hours roughly. */
  lastActiveAt: string | null;
  createdAt: string;
}

export const fleetOrders = ['size', 'version', 'name', 'activity', 'created'] as const;

export interface FleetListOptions {
  /** A part of the name or the slug. */
  search?: string | null;
  status?: TenantStatus | null;
  order?: (typeof fleetOrders)[number];
  limit: number;
}

/** The largest, the oldest version, the latest activity and the newest come first. */
const orders: Record<(typeof fleetOrders)[number], string> = {
  size: 's.bytes desc nulls last',
  version: 't.schema_version',
  name: 'lower(t.name)',
  activity: 't.last_active_at desc nulls last',
  created: 't.created_at desc',
};

/** Every schema's, in one pass over the catalog: asked schema by schema, it would be read as often as there are tenants. */
const sizes = `
  select n.nspname, sum(greatest(c.reltuples, 0)) filter (where c.relkind = 'r') as rows,
    sum(c.relpages::bigint + coalesce(t.relpages, 0)) * current_setting('block_size')::bigint as bytes
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  left join pg_class t on t.oid = c.reltoastrelid and c.reltoastrelid <> 0
  where c.relkind in ('r', 'i') group by 1`;

/** On Citus the coordinator's own tables are empty: the workers are asked for all shards at once. They do not say how many rows there are. */
const sizesOnCitus = `select schema as nspname, bytes as rows, bytes from (${shardedSchemas}) placed`;

const sizesIn = async (runner: QueryRunner): Promise<string> => ((await usesCitus(runner)) ? sizesOnCitus : sizes);

/** Of each schema, as the server last estimated it. Units: bytes. */
export async function readSizes(runner: QueryRunner): Promise<Map<string, number>> {
  const rows: { name: string; bytes: number }[] = await runner.query(
    `select nspname::text as name, bytes::float8 as bytes from (${await sizesIn(runner)}) s`,
  );
  return new Map(rows.map(({ name, bytes }) => [name, bytes]));
}

export async function listFleet(
  runner: QueryRunner,
  { search = null, status = null, order = 'created', limit }: FleetListOptions,
): Promise<FleetTenant[]> {
  return runner.query(
    `select t.id, t.slug, t.name, t.status, t.schema_version as "schemaVersion", t.failure,
       coalesce(s.bytes, 0)::float8 as "sizeBytes", t.last_active_at as "lastActiveAt", t.created_at as "createdAt"
     from public.tenants t left join (${await sizesIn(runner)}) s on s.nspname = t.schema_name
     where ($1::text is null or position(lower($1) in lower(t.name || ' ' || t.slug)) > 0) and ($2::text is null or t.status = $2)
     order by ${orders[order]}, t.created_at desc, t.id desc limit $3`,
    [search, status, limit],
  );
}

/** Of these tenants, the ids of those with the fewest rows. */
export async function listSmallest(
  runner: QueryRunner,
  tenants: readonly { id: string }[],
  count: number,
): Promise<string[]> {
  const rows: { id: string }[] = await runner.query(
    `select t.id from public.tenants t left join (${await sizesIn(runner)}) s on s.nspname = t.schema_name
     where t.id = any($1::uuid[]) order by s.rows nulls first, t.created_at, t.id limit $2`,
    [tenants.map(({ id }) => id), count],
  );
  return rows.map(({ id }) => id);
}

export interface FleetStatus {
  /** To which version this program brings every tenant. */
  latest: string;
  byStatus: { status: TenantStatus; count: number }[];
  byVersion: { version: string; count: number }[];
  /** Older than `latest`. */
  behind: number;
  /** They take no writes. */
  failed: { slug: string; failedAt: string; failure: string }[];
  /** Units: milliseconds, of the last migration of each tenant; null where none was migrated since it was made. */
  migrationMs: { median: number | null; slowest: number | null; slowestSlug: string | null };
}

const mostFailures = 1_000;

export async function readFleetStatus(runner: QueryRunner, latest: string): Promise<FleetStatus> {
  const [row]: Omit<FleetStatus, 'latest' | 'byStatus' | 'byVersion' | 'failed'>[] = await runner.query(
    `select (count(*) filter (where schema_version < $1))::int as behind,
       json_build_object('median', percentile_cont(0.5) within group (order by migrated_ms), 'slowest', max(migrated_ms),
         'slowestSlug', (array_agg(slug order by migrated_ms desc nulls last) filter (where migrated_ms is not null))[1]) as "migrationMs"
     from public.tenants`,
    [latest],
  );
  return {
    latest,
    byStatus: await runner.query(
      'select status, count(*)::int as count from public.tenants group by 1 order by 2 desc, 1',
    ),
    byVersion: await runner.query(
      'select schema_version as version, count(*)::int as count from public.tenants group by 1 order by 1 desc',
    ),
    behind: row?.behind ?? 0,
    failed: await runner.query(
      `select slug, failed_at as "failedAt", failure from public.tenants where failed_at is not null
       order by failed_at desc, slug limit ${mostFailures}`,
    ),
    migrationMs: row?.migrationMs ?? { median: null, slowest: null, slowestSlug: null },
  };
}
