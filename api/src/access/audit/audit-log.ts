import type { ConnectionBudget } from '../../database/connection-budget';
import type { Position } from '../../graphql/pagination';
import type { Asker } from '../asker';
import type { Gatekeeper } from '../gatekeeper';
import type { AuditEntry } from './audit-entry';

const columns = `id, action, actor_id as "actorId", actor_name as "actorName", target, address,
  request_id as "requestId", created_at as "createdAt"`;

/** What was done to who may do what. One per process. */
export class AuditLog {
  constructor(
    private readonly budget: ConnectionBudget,
    private readonly gatekeeper: Gatekeeper,
  ) {}

  /** Newest first. */
  async list(asker: Asker, tenantId: string, after: Position | null, limit: number): Promise<AuditEntry[]> {
    this.gatekeeper.require(asker, tenantId, 'tenant:admin');
    return this.budget.query<AuditEntry>(
      `select ${columns} from public.audit_log
       where tenant_id = $1 and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
       order by created_at desc, id desc limit $4`,
      [tenantId, after?.key ?? null, after?.id ?? null, limit],
    );
  }

  async count(asker: Asker, tenantId: string, atMost: number | null): Promise<number> {
    this.gatekeeper.require(asker, tenantId, 'tenant:admin');
    const [row] = await this.budget.query<{ count: number }>(
      'select count(*) as count from (select 1 from public.audit_log where tenant_id = $1 limit $2) t',
      [tenantId, atMost],
    );
    return row?.count ?? 0;
  }
}
