import { LRUCache } from 'lru-cache';
import type { ConnectionBudget } from '../database/connection-budget';
import type { Principal } from './principal';
import type { Role } from './role';
import { hashOf, isToken } from './token';

/** Units: milliseconds. What another process revokes is felt by the next look; what runs out by itself, by the end of the memory. */
const lookEveryMs = 500;
const rememberMs = 10_000;

interface SessionRow {
  id: string;
  name: string;
  email: string;
  sessionId: string;
  roles: Record<string, Role>;
}

interface KeyRow {
  id: string;
  name: string;
  tenantId: string;
  scopes: string[];
}

const bySession = `
  select a.id, a.name, a.email, s.id as "sessionId",
         coalesce((select jsonb_object_agg(m.tenant_id, m.role) from public.memberships m where m.account_id = a.id), '{}') as roles
  from public.sessions s join public.accounts a on a.id = s.account_id
  where s.token_hash = $1 and s.expires_at > now()`;

const byKey = `
  select id, name, tenant_id as "tenantId", scopes from public.api_keys
  where token_hash = $1 and revoked_at is null and (expires_at is null or expires_at > now())`;

/** Whose a token is, by one indexed statement, and by none while it is remembered. One per process. */
export class Principals {
  private readonly remembered = new LRUCache<string, Principal>({
    max: 20_000,
    ttl: rememberMs,
    fetchMethod: async (key) => (await this.read(key.slice(key.indexOf(' ') + 1))) ?? undefined,
  });
  private readonly listeners = new Set<() => void>();
  private generation = 0;
  private version: number | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly budget: ConnectionBudget) {}

  /** The registry's tables have to be there. */
  start(): void {
    this.timer = setInterval(() => void this.look().catch(() => undefined), lookEveryMs).unref();
  }

  close(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Null for whatever is no token of ours, or is no longer valid. */
  async find(token: string): Promise<Principal | null> {
    if (!isToken('session', token) && !isToken('key', token)) return null;
    return (await this.remembered.fetch(`${this.generation} ${token}`)) ?? null;
  }

  /**
   * After a change to who may what: of everybody, since a change is rare and reading them again is cheap. What is being read at this moment
   * may be older than the change, and is remembered under the number before.
   */
  forget(): void {
    this.generation += 1;
    for (const listener of this.listeners) listener();
  }

  /** Told after each change, whoever made it, within a second. Answers how to stop that. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async look(): Promise<void> {
    const [row] = await this.budget.query<{ version: number }>(
      'select version from public.access_version where id = 1',
    );
    const version = row?.version ?? null;
    // The first time as well: what was read before it may be older.
    const isNew = version !== this.version;
    this.version = version;
    if (isNew) this.forget();
  }

  private async read(token: string): Promise<Principal | null> {
    const hash = hashOf(token);
    if (isToken('session', token)) {
      const [row] = await this.budget.query<SessionRow>(bySession, [hash]);
      if (!row) return null;
      void this.touch('sessions', hash);
      return { kind: 'account', ...row, roles: new Map(Object.entries(row.roles)) };
    }
    const [row] = await this.budget.query<KeyRow>(byKey, [hash]);
    if (!row) return null;
    void this.touch('api_keys', hash);
    return { kind: 'key', ...row, scopes: new Set(row.scopes) };
  }

  /** Its last use, to the minute. A request does not wait for that, and does not fail with it. */
  private async touch(table: 'sessions' | 'api_keys', hash: Buffer): Promise<void> {
    await this.budget
      .query(
        `update public.${table} set last_used_at = now()
         where token_hash = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
        [hash],
      )
      .catch(() => undefined);
  }
}
