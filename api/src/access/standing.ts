import type { ConnectionBudget } from '../database/connection-budget';
import type { Permission, PermissionTable } from './permission';
import { isAtLeast, type Role } from './role';

/** What somebody is in whose name something is done while they are away. */
export type Standing = 'account' | 'program';

/** Who still belongs to a company. One per process; for the process's own work, where nobody asks. */
export class Standings {
  constructor(
    private readonly budget: ConnectionBudget,
    private readonly table: PermissionTable,
  ) {}

  /** Of these members and API keys, those that have the permission now. */
  async among(
    tenantId: string,
    actorIds: readonly string[],
    permission: Permission,
  ): Promise<ReadonlyMap<string, Standing>> {
    if (actorIds.length === 0) return new Map();
    const rows = await this.budget.query<{ id: string; role: Role | null; scopes: string[] | null }>(
      `select account_id as id, role, null::text[] as scopes from public.memberships where tenant_id = $1 and account_id = any($2::uuid[])
       union all
       select id, null, scopes from public.api_keys
       where tenant_id = $1 and id = any($2::uuid[]) and revoked_at is null and (expires_at is null or expires_at > now())`,
      [tenantId, actorIds],
    );
    const lowest = this.table[permission];
    const able = rows.filter(({ role, scopes }) =>
      role ? lowest !== undefined && isAtLeast(role, lowest) : scopes?.includes(permission),
    );
    return new Map(able.map(({ id, role }) => [id, role ? 'account' : 'program']));
  }
}
