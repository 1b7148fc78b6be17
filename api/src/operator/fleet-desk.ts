import { LRUCache } from 'lru-cache';
import type { Position } from '../graphql/pagination';
import { isUuid } from '../graphql/text';
import { readSizes } from '../tenancy/fleet/fleet-list';
import type { Tenancy } from '../tenancy/tenancy';
import type { TenantStatus } from '../tenancy/tenant';
import type { Fleet } from './fleet';
import type { FleetTask } from './fleet-task';
import { type FleetTenant, FleetTenantSort } from './fleet-tenant';

export interface FleetFilter {
  search: string | null;
  status: TenantStatus | null;
}

/** A page of 10,000 companies reads the whole catalogue of tables for it: some tenths of a second. Units: milliseconds. */
const rememberSizesMs = 60_000;

/** What each order compares, and as what. Each ends with the id. */
const orders: Record<FleetTenantSort, { by: string; type: string; isFalling: boolean }> = {
  [FleetTenantSort.NAME]: { by: 'lower(t.name)', type: 'text', isFalling: false },
  [FleetTenantSort.SIZE]: { by: 'coalesce(size.bytes, 0)', type: 'float8', isFalling: true },
  [FleetTenantSort.VERSION]: { by: 't.schema_version', type: 'text', isFalling: false },
  [FleetTenantSort.ACTIVITY]: {
    by: `coalesce(t.last_active_at, '-infinity')`,
    type: 'timestamptz',
    isFalling: true,
  },
  [FleetTenantSort.CREATED]: { by: 't.created_at', type: 'timestamptz', isFalling: true },
};

/** A company that is being set up is not there yet. */
const conditions = `t.status <> 'creating' and ($1::text is null or t.status = $1)
  and ($2::text is null or t.name ilike $2 or t.slug ilike $2 or t.id = $3::uuid)`;

/** All companies of the deployment from outside: the registry, and what the catalogue says of their size. For operators. */
export class FleetDesk {
  private readonly sizes = new LRUCache<'all', Map<string, number>>({
    max: 1,
    ttl: rememberSizesMs,
    fetchMethod: () => this.tenancy.migrator.looking(readSizes),
  });

  constructor(private readonly tenancy: Tenancy) {}

  async overview(): Promise<Fleet> {
    const { budget, migrator, pools, openConnections } = this.tenancy;
    const [byStatus, state, sizes] = await Promise.all([
      budget.query<{ status: TenantStatus; count: number }>(
        'select status, count(*) as count from public.tenants group by status order by status',
      ),
      this.tenancy.fleetState(),
      this.sizesNow(),
    ]);
    return {
      tenantCount: byStatus.reduce((sum, { count }) => sum + count, 0),
      byStatus,
      ...state,
      version: migrator.latest,
      openConnections,
      pools: { open: pools.size, inUse: pools.inUse, evicted: pools.evicted },
      databaseSizeBytes: [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0),
    };
  }

  async find(id: string): Promise<FleetTenant | null> {
    const [tenant] = await this.read({ search: id, status: null }, FleetTenantSort.NAME, null, 1);
    return tenant?.id === id ? tenant : null;
  }

  list(filter: FleetFilter, sort: FleetTenantSort, after: Position | null, limit: number): Promise<FleetTenant[]> {
    return this.read(filter, sort, after, limit);
  }

  async count(filter: FleetFilter, atMost: number | null): Promise<number> {
    const [row] = await this.tenancy.budget.query<{ count: number }>(
      `select count(*) as count from (select 1 from public.tenants t where ${conditions} limit $4) found`,
      [...valuesOf(filter), atMost],
    );
    return row?.count ?? 0;
  }

  /** Of all companies and of none, the newest first. */
  listTasks(after: Position | null, limit: number): Promise<FleetTask[]> {
    return this.tenancy.budget.query<FleetTask>(
      `${selectTask} where $1::timestamptz is null or (k.created_at, k.id) < ($1, $2::uuid)
       order by k.created_at desc, k.id desc limit $3`,
      [after?.key ?? null, after?.id ?? null, limit],
    );
  }

  async countTasks(atMost: number | null): Promise<number> {
    const [row] = await this.tenancy.budget.query<{ count: number }>(
      'select count(*) as count from (select 1 from public.tasks limit $1) found',
      [atMost],
    );
    return row?.count ?? 0;
  }

  async findTask(id: string): Promise<FleetTask | null> {
    const [task] = await this.tenancy.budget.query<FleetTask>(`${selectTask} where k.id = $1`, [id]);
    return task ?? null;
  }

  /** Whether work of that kind on the whole deployment waits or runs. */
  async isUnderWay(kind: string): Promise<boolean> {
    const rows = await this.tenancy.budget.query(
      'select from public.tasks where kind = $1 and tenant_id is null and ended_at is null limit 1',
      [kind],
    );
    return rows.length > 0;
  }

  private async read(
    filter: FleetFilter,
    sort: FleetTenantSort,
    after: Position | null,
    limit: number,
  ): Promise<FleetTenant[]> {
    const { by, type, isFalling } = orders[sort];
    const direction = isFalling ? 'desc' : 'asc';
    const sizes = await this.sizesNow();
    const rows = await this.tenancy.budget.query<FleetTenant & { schemaName: string }>(
      `select t.id, t.name, t.slug, t.status, t.status_reason as "statusReason", t.status_until as "statusUntil",
         t.schema_name as "schemaName", t.schema_version as version, t.failure, t.last_active_at as "lastActiveAt",
         t.created_at as "createdAt", (${by})::text as "sortKey",
         (select count(*) from public.memberships m where m.tenant_id = t.id) as "memberCount"
       from public.tenants t
       left join unnest($7::text[], $8::float8[]) as size (schema_name, bytes) on size.schema_name = t.schema_name
       where ${conditions}
         and ($4::text is null or (${by}, t.id) ${isFalling ? '<' : '>'} ($4::${type}, $5::uuid))
       order by ${by} ${direction}, t.id ${direction} limit $6`,
      [
        ...valuesOf(filter),
        after?.key ?? null,
        after?.id ?? null,
        limit,
        ...(sort === FleetTenantSort.SIZE ? [[...sizes.keys()], [...sizes.values()]] : [[], []]),
      ],
    );
    return rows.map(({ schemaName, ...row }) => ({
      ...row,
      isUpToDate: row.version === this.tenancy.migrator.latest,
      sizeBytes: sizes.get(schemaName) ?? 0,
    }));
  }

  private async sizesNow(): Promise<Map<string, number>> {
    return (await this.sizes.fetch('all')) ?? new Map();
  }
}

const valuesOf = ({ search, status }: FleetFilter): unknown[] => [
  status,
  search === null ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`,
  search !== null && isUuid(search) ? search : null,
];

const selectTask = `
  select k.id, k.kind, t.slug as "tenantSlug", k.status, k.done::float8 as done, k.total::float8 as total, k.step,
    case when k.tenant_id is null then k.result ->> 'summary' end as summary, k.failure,
    k.created_at as "createdAt", k.ended_at as "endedAt"
  from public.tasks k left join public.tenants t on t.id = k.tenant_id`;
