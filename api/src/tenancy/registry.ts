import type { ConnectionBudget } from '../database/connection-budget';
import type { Position } from '../graphql/pagination';
import { isUuid } from '../graphql/text';
import { type Tenant, TenantStatus } from './tenant';

const columns = `id, name, slug, status, schema_name as "schemaName", schema_version as "schemaVersion",
  sandbox_of is not null as "isSandbox", case when sandbox_of is not null then status_until end as "sandboxEndsAt",
  failure, status_reason as "statusReason", status_until as "statusUntil", created_at as "createdAt", updated_at as "updatedAt"`;

const visible = [TenantStatus.ACTIVE];
const known = [TenantStatus.ACTIVE, TenantStatus.SUSPENDED, TenantStatus.DELETING];
/** Their schemas are not whole. */
const partial = [TenantStatus.CREATING, TenantStatus.DROPPING];

export interface VersionedSchema {
  id: string;
  slug: string;
  schemaName: string;
  schemaVersion: string;
}

export interface SchemaFilter {
  /** Only tenants whose schema is older, or newer, than that version. */
  below?: string;
  above?: string;
  /** Slugs or ids; null for all. Errors: names the first that there is not. */
  only?: readonly string[] | null;
}

export interface TenantFilter {
  search: string | null;
  /** Ids; null for all. */
  among?: string[] | null;
}

/** The tenants of the deployment, in the public schema, as requests see them. */
export class Registry {
  constructor(private readonly budget: ConnectionBudget) {}

  /** Only one that is in use; by id or slug. */
  async findTenant(idOrSlug: string): Promise<Tenant | null> {
    const tenant = await this.findKnown(idOrSlug);
    return tenant?.status === TenantStatus.ACTIVE ? tenant : null;
  }

  /** In use, or closed to its members; by id, or by a slug that it has or had. */
  async findKnown(idOrSlug: string): Promise<Tenant | null> {
    const which = isUuid(idOrSlug)
      ? '$1::uuid'
      : `coalesce((select id from public.tenants where slug = $1), (select tenant_id from public.former_slugs where slug = $1))`;
    const [tenant] = await this.budget.query<Tenant>(
      `select ${columns} from public.tenants where id = ${which} and status = any($2)`,
      [idOrSlug.toLowerCase(), known],
    );
    return tenant ?? null;
  }

  /** Of these tenants, those that are closed to their members; by name. */
  listClosed(ids: string[]): Promise<Tenant[]> {
    return this.budget.query<Tenant>(
      `select ${columns} from public.tenants where id = any($1::uuid[]) and status = any($2) order by name, id`,
      [ids, known.filter((status) => status !== TenantStatus.ACTIVE)],
    );
  }

  /** In use or not. */
  async hasTenant(id: string): Promise<boolean> {
    const rows = await this.budget.query('select from public.tenants where id = $1', [id]);
    return rows.length > 0;
  }

  /** Newest first; `after` is the last tenant of the page before. */
  listTenants({ search, among = null }: TenantFilter, after: Position | null, limit: number): Promise<Tenant[]> {
    return this.budget.query<Tenant>(
      `select ${columns} from public.tenants
       where status = any($1)
         and ($2::text is null or name ilike $2 or slug ilike $2)
         and ($3::timestamptz is null or (created_at, id) < ($3, $4::uuid))
         and ($6::uuid[] is null or id = any($6))
       order by created_at desc, id desc
       limit $5`,
      [visible, search === null ? null : contains(search), after?.key ?? null, after?.id ?? null, limit, among],
    );
  }

  async countTenants({ search, among = null }: TenantFilter, atMost: number | null): Promise<number> {
    const [row] = await this.budget.query<{ count: number }>(
      `select count(*) as count from (
         select 1 from public.tenants
         where status = any($1) and ($2::text is null or name ilike $2 or slug ilike $2) and ($4::uuid[] is null or id = any($4))
         limit $3) t`,
      [visible, search === null ? null : contains(search), atMost, among],
    );
    return row?.count ?? 0;
  }

  /** All schemas with their versions, oldest tenant first, those that failed last time behind them, for the fleet's work. */
  async listSchemas({ below, above, only = null }: SchemaFilter = {}): Promise<VersionedSchema[]> {
    if (only !== null) await this.requireAll(only);
    return this.budget.query(
      `select id, slug, schema_name as "schemaName", schema_version as "schemaVersion" from public.tenants
       where status <> all($1) and ($2::text is null or schema_version < $2) and ($3::text is null or schema_version > $3)
         and ($4::text[] is null or slug in (select unnest($4::text[])) or id::text in (select unnest($4::text[])))
       order by failed_at is not null, created_at, id`,
      [partial, below ?? null, above ?? null, only],
    );
  }

  /** By a hash of all names: `not exists`, of which one row is wanted, compares ten thousand names with ten thousand companies one by one. */
  private async requireAll(named: readonly string[]): Promise<void> {
    const [unknown] = await this.budget.query<{ name: string }>(
      `select unnest($1::text[]) as name
       except (select slug from public.tenants union all select id::text from public.tenants) limit 1`,
      [named],
    );
    if (unknown) throw new Error(`There is no company ${unknown.name}: expected a slug or an id.`);
  }

  /** Of these tenants, those that are not in use, each with what is known of it; null where there is none. */
  async closedAmong(ids: string[]): Promise<Map<string, Tenant | null>> {
    const rows = await this.budget.query<Tenant>(
      `select ${columns} from public.tenants where id = any($1::uuid[]) and status = any($2)`,
      [ids, known],
    );
    const byId = new Map(rows.map((tenant) => [tenant.id, tenant]));
    const closed = ids.filter((id) => byId.get(id)?.status !== TenantStatus.ACTIVE);
    return new Map(closed.map((id) => [id, byId.get(id) ?? null]));
  }

  /** The schema of any tenant; undefined where there is none. */
  async anySchema(): Promise<string | undefined> {
    const [row] = await this.budget.query<{ name: string }>(
      `select schema_name as name from public.tenants where status = 'active' limit 1`,
    );
    return row?.name;
  }

  /** How many are older than that version, and how many could not be brought up to it; of those that are there whole. */
  async countBehind(version: string): Promise<{ behind: number; failed: number }> {
    const [row] = await this.budget.query<{ behind: number; failed: number }>(
      `select count(*) filter (where schema_version < $1) as behind, count(*) filter (where failed_at is not null) as failed
       from public.tenants where (schema_version < $1 or failed_at is not null) and status <> all($2)`,
      [version, partial],
    );
    return row ?? { behind: 0, failed: 0 };
  }

  /** Of the slugs that begin like this one, those that are taken. */
  async takenSlugs(slug: string): Promise<Set<string>> {
    const rows = await this.budget.query<{ slug: string }>(takenSlugs, slugPattern(slug));
    return new Set(rows.map((row) => row.slug));
  }
}

/** Those of other companies before, too: their links lead to nobody else. */
export const takenSlugs = `select slug from public.tenants where slug = $1 or slug like $2
  union all select slug from public.former_slugs where slug = $1 or slug like $2`;

export const slugPattern = (slug: string): [string, string] => [slug, `${escapeLike(slug.slice(0, 40))}%`];

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

const contains = (text: string): string => `%${escapeLike(text.trim())}%`;
