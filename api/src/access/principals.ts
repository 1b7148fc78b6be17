import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import type { ConnectionBudget } from '../database/connection-budget';
import type { Principal } from './principal';
import type { Role } from './role';
import { hashOf, isToken } from './token';

/** Units: milliseconds. What another process revokes is felt by the next look; what runs out by itself, by the end of the memory. */
const lookEveryMs = 500;
const rememberMs = 10_000;
const touchEveryMs = 60_000;

const mostTokens = 20_000;
const maxBatchSize = 500;

interface Hashed {
  hash: Buffer;
}

interface SessionRow extends Hashed {
  id: string;
  name: string;
  email: string;
  sessionId: string;
  onlyTenantId: string | null;
  isOperator: boolean;
  roles: Record<string, Role>;
}

interface KeyRow extends Hashed {
  id: string;
  name: string;
  tenantId: string;
  scopes: string[];
}

const bySession = `
  select s.token_hash as hash, a.id, a.name, a.email, s.id as "sessionId", s.tenant_id as "onlyTenantId",
         a.is_operator and s.tenant_id is null as "isOperator",
         coalesce((select jsonb_object_agg(m.tenant_id, m.role) from public.memberships m
                   where m.account_id = a.id and (s.tenant_id is null or m.tenant_id = s.tenant_id)), '{}') as roles
  from public.sessions s join public.accounts a on a.id = s.account_id
  where s.token_hash = any($1) and s.expires_at > now()`;

const byKey = `
  select token_hash as hash, id, name, tenant_id as "tenantId", scopes from public.api_keys
  where token_hash = any($1) and revoked_at is null and (expires_at is null or expires_at > now())`;

/**
 * Whose a token is, by one indexed statement for all that are asked for at once, and by none while it is remembered. One per process.
 */
export class Principals {
  private readonly remembered = new LRUCache<string, Principal>({
    max: mostTokens,
    ttl: rememberMs,
    fetchMethod: async (key) => (await this.read(key.slice(key.indexOf(' ') + 1))) ?? undefined,
  });
  private readonly touched = new LRUCache<string, true>({ max: mostTokens, ttl: touchEveryMs });
  private readonly sessions = this.newReader<SessionRow>('sessions', bySession, ({ hash: _, roles, ...row }) => ({
    kind: 'account',
    ...row,
    roles: new Map(Object.entries(roles)),
  }));
  private readonly keys = this.newReader<KeyRow>('api_keys', byKey, ({ hash: _, scopes, ...row }) => ({
    kind: 'key',
    ...row,
    scopes: new Set(scopes),
  }));
  private readonly listeners = new Set<() => void>();
  private generation = 0;
  private isUntold = false;
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
    this.isUntold = true;
  }

  /**
   * Told of changes, whoever made them, with the next look: however many there are, those who are told ask again twice a second at most.
   * Answers how to stop that.
   */
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
    if (version !== this.version) this.forget();
    this.version = version;
    if (!this.isUntold) return;
    this.isUntold = false;
    for (const listener of this.listeners) listener();
  }

  private read(token: string): Promise<Principal | null> {
    return (isToken('session', token) ? this.sessions : this.keys).load(hashOf(token));
  }

  private newReader<Row extends Hashed>(
    table: 'sessions' | 'api_keys',
    statement: string,
    toPrincipal: (row: Row) => Principal,
  ): DataLoader<Buffer, Principal | null> {
    return new DataLoader(
      async (hashes) => {
        const rows = await this.budget.query<Row>(statement, [hashes]);
        void this.touch(
          table,
          rows.map(({ hash }) => hash),
        );
        const byHash = new Map(rows.map((row) => [row.hash.toString('hex'), toPrincipal(row)]));
        return hashes.map((hash) => byHash.get(hash.toString('hex')) ?? null);
      },
      { cache: false, maxBatchSize },
    );
  }

  /** Their last use, to the minute. A request does not wait for that, and does not fail with it. */
  private async touch(table: 'sessions' | 'api_keys', hashes: Buffer[]): Promise<void> {
    const due = hashes.filter((hash) => !this.touched.has(hash.toString('hex')));
    for (const hash of due) this.touched.set(hash.toString('hex'), true);
    if (due.length === 0) return;
    await this.budget
      .query(
        `update public.${table} set last_used_at = now()
         where token_hash = any($1) and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
        [due],
      )
      .catch(() => undefined);
  }
}
