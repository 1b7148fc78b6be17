import { v7 as uuidV7 } from 'uuid';
import type { ConnectionBudget } from '../../database/connection-budget';
import { Refusal, UserErrorCode } from '../../graphql/user-error';
import type { Asker } from '../asker';
import { audit } from '../audit/audit';
import type { Gatekeeper } from '../gatekeeper';
import { isScope, type Permission } from '../permission';
import type { Principals } from '../principals';
import { inRegistry, lockMembers } from '../registry-transaction';
import { hashOf, newToken } from '../token';
import { ApiKey, type WholeApiKey } from './api-key';

const columns =
  'id, name, hint, scopes, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt"';

/** How many a company may have at a time. */
export const mostApiKeys = 100;
const hintLength = 4;

export interface NewApiKey {
  tenantId: string;
  name: string;
  scopes: string[];
  expiresAt: Date | null;
}

/** One per process; every method asks whether the asker may. */
export class ApiKeys {
  constructor(
    private readonly budget: ConnectionBudget,
    private readonly principals: Principals,
    private readonly gatekeeper: Gatekeeper,
  ) {}

  /** Newest first. */
  async list(asker: Asker, tenantId: string): Promise<ApiKey[]> {
    this.gatekeeper.require(asker, tenantId, 'tenant:admin');
    const rows = await this.budget.query<WholeApiKey>(
      `select ${columns} from public.api_keys where tenant_id = $1 and revoked_at is null order by created_at desc limit ${mostApiKeys}`,
      [tenantId],
    );
    return rows.map(toApiKey);
  }

  async find(id: string): Promise<WholeApiKey | null> {
    const [row] = await this.budget.query<WholeApiKey>(`select ${columns} from public.api_keys where id = $1`, [id]);
    return row ? toApiKey(row) : null;
  }

  /** The key itself is answered this once. Errors: `Refusal`; `FORBIDDEN`, also for a key that would give what the asker does not have. */
  async create(
    asker: Asker,
    { tenantId, name, scopes, expiresAt }: NewApiKey,
  ): Promise<{ apiKey: ApiKey; token: string }> {
    this.gatekeeper.require(asker, tenantId, 'tenant:admin');
    if (scopes.length === 0) throw new Refusal(noScope());
    if (expiresAt !== null && expiresAt.getTime() <= Date.now()) throw new Refusal(overAlready());
    for (const scope of scopes) this.requireScope(asker, tenantId, scope as Permission);
    const token = newToken('key');
    const apiKey = await inRegistry(this.budget, async (query) => {
      await lockMembers(query, tenantId);
      const [{ count } = { count: 0 }] = await query<{ count: number }>(
        'select count(*) as count from public.api_keys where tenant_id = $1 and revoked_at is null',
        [tenantId],
      );
      if (count >= mostApiKeys) throw new Refusal(tooMany());
      const createdBy = asker.principal?.kind === 'account' ? asker.principal.id : null;
      const [made] = await query<WholeApiKey>(
        `insert into public.api_keys (id, tenant_id, name, token_hash, hint, scopes, created_by, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${columns}`,
        [uuidV7(), tenantId, name.trim(), hashOf(token), token.slice(-hintLength), scopes, createdBy, expiresAt],
      );
      if (!made) throw new Error('expected the key that was written');
      await audit(query, asker, { action: 'apiKey.create', tenantId, target: `${name.trim()}: ${scopes.join(', ')}` });
      return toApiKey(made);
    });
    return { apiKey, token };
  }

  async revoke(asker: Asker, id: string): Promise<void> {
    this.gatekeeper.requireSomebody(asker);
    await inRegistry(this.budget, async (query) => {
      const [found] = await query<{ tenantId: string; name: string }>(
        'select tenant_id as "tenantId", name from public.api_keys where id = $1 and revoked_at is null for update',
        [id],
      );
      if (!found || !this.gatekeeper.mayOpen(asker, found.tenantId)) throw new Refusal(noSuchKey());
      this.gatekeeper.require(asker, found.tenantId, 'tenant:admin');
      // Kept, since what it wrote bears its name.
      await query('update public.api_keys set revoked_at = now() where id = $1', [id]);
      await audit(query, asker, { action: 'apiKey.revoke', tenantId: found.tenantId, target: found.name });
    });
    this.principals.forget();
  }

  private requireScope(asker: Asker, tenantId: string, scope: Permission): void {
    const isKnown = scope in this.gatekeeper.table && isScope(scope);
    if (!isKnown) throw new Refusal(noSuchScope(scope));
    this.gatekeeper.require(asker, tenantId, scope);
  }
}

const toApiKey = (row: WholeApiKey): WholeApiKey => Object.assign(new ApiKey(), row);

const noSuchKey = () => ({
  code: UserErrorCode.NOT_FOUND,
  field: ['id'],
  message: 'There is no API key with this id.',
});

const noSuchScope = (scope: string) => ({
  code: UserErrorCode.INVALID,
  field: ['scopes'],
  message: `A key cannot have the scope ${scope}.`,
});

const noScope = () => ({ code: UserErrorCode.REQUIRED, field: ['scopes'], message: 'A key needs at least one scope.' });

const overAlready = () => ({
  code: UserErrorCode.INVALID,
  field: ['expiresAt'],
  message: 'Expires at must be a moment in the future.',
});

const tooMany = () => ({
  code: UserErrorCode.CONFLICT,
  field: ['tenantId'],
  message: `A company has at most ${mostApiKeys} API keys: revoke one that is no longer used.`,
});
