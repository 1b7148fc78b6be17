import { v7 as uuidV7 } from 'uuid';
import type { Asker } from '../asker';
import type { Query } from '../registry-transaction';

export interface AuditedAct {
  /** Such as `member.invite`. */
  action: string;
  tenantId?: string | null;
  /** Whose own business it is, such as a password's change. */
  accountId?: string | null;
  /** In words: a name, an address; never a secret. */
  target?: string | null;
}

/** In the act's own transaction: what was done stands in the log, and what stands in it was done. */
export async function audit(
  query: Query,
  { principal, address, requestId }: Pick<Asker, 'principal' | 'address' | 'requestId'>,
  act: AuditedAct,
  actor: { id: string; name: string } | null = principal,
): Promise<void> {
  const { action, tenantId = null, accountId = null, target = null } = act;
  await query(
    `insert into public.audit_log (id, tenant_id, account_id, actor_id, actor_name, action, target, address, request_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [uuidV7(), tenantId, accountId, actor?.id ?? null, actor?.name ?? 'nobody', action, target, address, requestId],
  );
}
