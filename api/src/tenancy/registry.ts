import type { ConnectionBudget } from '../database/connection-budget';
import type { Position } from '../pagination';
import { isUuid } from '../validation/text';
import { type Tenant, TenantStatus } from './tenant';

const columns = `id, name, slug, status, schema_name as "schemaName", schema_version as "schemaVersion",
  created_at as "createdAt", updated_at as "updatedAt"`;

/** The tenants of the deployment, in the public schema. The only file that reads the `tenants` table. */
export class Registry {
  constructor(private readonly budget: ConnectionBudget) {}

  async findTenant(idOrSlug: string): Promise<Tenant | null> {
    const by = isUuid(idOrSlug) ? 'id' : 'slug';
    const [tenant] = await this.budget.query<Tenant>(
      `select ${columns} from public.tenants where ${by} = $1 and status = any($2)`,
      [idOrSlug.toLowerCase(), visible],
    );
    return tenant ?? null;
  }

  /** Newest first; `after` is the last tenant of the page before. */
  listTenants(search: string | null, after: Position | null, limit: number): Promise<Tenant[]> {
    return this.budget.query<Tenant>(
      `select ${columns} from public.tenants
       where status = any($1)
         and ($2::text is null or name ilike $2 or slug ilike $2)
         and ($3::timestamptz is null or (created_at, id) < ($3, $4::uuid))
       order by created_at desc, id desc
       limit $5`,
      [visible, search === null ? null : contains(search), after?.key ?? null, after?.id ?? null, limit],
    );
  }

  async countTenants(search: string | null, atMost: number | null): Promise<number> {
    const [row] = await this.budget.query<{ count: number }>(
      `select count(*) as count from (
         select 1 from public.tenants where status = any($1) and ($2::text is null or name ilike $2 or slug ilike $2) limit $3) t`,
      [visible, search === null ? null : contains(search), atMost],
    );
    return row?.count ?? 0;
  }

  /** All schemas with their versions, for the fleet's migrations. */
  listSchemas(): Promise<{ schemaName: string; schemaVersion: string }[]> {
    return this.budget.query(
      `select schema_name as "schemaName", schema_version as "schemaVersion" from public.tenants
       where status <> $1 order by created_at, id`,
      [TenantStatus.CREATING],
    );
  }

  /** Of the slugs that begin like this one, those that are taken. */
  async takenSlugs(slug: string): Promise<Set<string>> {
    const rows = await this.budget.query<{ slug: string }>(
      `select slug from public.tenants where slug = $1 or slug like $2`,
      [slug, `${escapeLike(slug.slice(0, 40))}%`],
    );
    return new Set(rows.map((row) => row.slug));
  }
}

const visible = [TenantStatus.ACTIVE];

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

const contains = (text: string): string => `%${escapeLike(text.trim())}%`;
