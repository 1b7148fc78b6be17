import type { ConnectionBudget } from '../../database/connection-budget';
import { countUpTo } from '../../database/count-up-to';
import type { Position } from '../../graphql/pagination';
import { uuidFrom } from '../../graphql/text';
import type { Asker } from '../asker';
import type { Gatekeeper } from '../gatekeeper';
import { type AuditedAct, audit } from './audit';
import type { AuditFilter } from './audit.inputs';
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
  async list(
    asker: Asker,
    tenantId: string,
    filter: AuditFilter,
    after: Position | null,
    limit: number,
  ): Promise<AuditEntry[]> {
    this.gatekeeper.require(asker, tenantId, 'tenant:admin');
    const { conditions, values, bind } = conditionsOf(tenantId, filter);
    if (after) conditions.push(`(created_at, id) < (${bind(after.key)}::timestamptz, ${bind(after.id)}::uuid)`);
    return this.budget.query<AuditEntry>(
      `select ${columns} from public.audit_log where ${conditions.join(' and ')}
       order by created_at desc, id desc limit ${bind(limit)}`,
      values,
    );
  }

  /** For what is decided within a tenant, whose own transaction does not reach the log: once it is done. */
  add(asker: Asker, tenantId: string, act: Pick<AuditedAct, 'action' | 'target'>): Promise<void> {
    return audit((text, values) => this.budget.query(text, values), asker, { ...act, tenantId });
  }

  async count(asker: Asker, tenantId: string, filter: AuditFilter, atMost: number | null): Promise<number> {
    this.gatekeeper.require(asker, tenantId, 'tenant:admin');
    const { conditions, values, bind } = conditionsOf(tenantId, filter);
    const text = countUpTo(`select 1 from public.audit_log where ${conditions.join(' and ')}`, atMost, bind);
    const [row] = await this.budget.query<{ count: number }>(text, values);
    return row?.count ?? 0;
  }
}

/** Only what is asked for becomes a condition, so that the planner can choose an index by it. */
function conditionsOf(tenantId: string, { actorId, action, createdAfter, createdBefore }: AuditFilter) {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = [`tenant_id = ${bind(tenantId)}`];
  // What is no id is nobody's.
  if (actorId) conditions.push(`actor_id = ${bind(uuidFrom(actorId))}::uuid`);
  if (action) conditions.push(`action = any(${bind(action)}::text[])`);
  if (createdAfter) conditions.push(`created_at >= ${bind(createdAfter)}::timestamptz`);
  if (createdBefore) conditions.push(`created_at < ${bind(createdBefore)}::timestamptz`);
  return { conditions, values, bind };
}
