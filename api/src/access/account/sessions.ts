import { v7 as uuidV7 } from 'uuid';
import type { Asker } from '../asker';
import type { Query } from '../registry-transaction';
import { hashOf } from '../token';

const sessionDays = 30;

interface NewSession {
  token: string;
  accountId: string;
  /** The one company that it opens; null for all that the account belongs to. */
  tenantId?: string | null;
}

export async function openSession(
  query: Query,
  { userAgent, address }: Asker,
  { token, accountId, tenantId = null }: NewSession,
): Promise<void> {
  await query(
    `insert into public.sessions (id, token_hash, account_id, user_agent, address, expires_at, tenant_id)
     values ($1, $2, $3, $4, $5, now() + make_interval(days => $6), $7)`,
    [uuidV7(), hashOf(token), accountId, userAgent?.slice(0, 300) ?? null, address, sessionDays, tenantId],
  );
}
