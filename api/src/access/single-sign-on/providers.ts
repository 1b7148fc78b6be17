import { LRUCache } from 'lru-cache';
import type { Configuration } from 'openid-client';
import type { ConnectionBudget } from '../../database/connection-budget';
import { Refusal, UserErrorCode } from '../../graphql/user-error';
import { Attempts } from '../account/attempts';
import type { Asker } from '../asker';
import { audit } from '../audit/audit';
import type { Gatekeeper } from '../gatekeeper';
import type { Principals } from '../principals';
import { inRegistry, lockMembers, type Query } from '../registry-transaction';
import { Role } from '../role';
import type { Seal } from '../seal';
import { ForbiddenAddress } from './outside-fetch';
import { type ProviderClient, ProviderFailure, type ProviderSettings } from './provider';
import type { SingleSignOn } from './single-sign-on';

const columns = 'issuer, client_id as "clientId", role, updated_at as "updatedAt"';

export interface NewSingleSignOn extends ProviderSettings {
  tenantId: string;
  role: Role;
}

/** What is needed of a company's provider to speak with it. */
export interface KnownProvider {
  tenantId: string;
  issuer: string;
  clientId: string;
  sealedSecret: Buffer;
  role: Role;
  updatedAt: string;
}

const byTenant = `
  select t.id as "tenantId", s.issuer, s.client_id as "clientId", s.client_secret as "sealedSecret", s.role, s.updated_at as "updatedAt"
  from public.single_sign_on s join public.tenants t on t.id = s.tenant_id where t.status = 'active'`;

/** A provider's discovery document and keys are read again after this. Units: milliseconds. */
const rememberMs = 10 * 60_000;

/** The OpenID Connect providers of companies. One per process. */
export class Providers {
  private readonly attempts = new Attempts();
  private readonly configurations = new LRUCache<string, Configuration, ProviderSettings>({
    max: 500,
    ttl: rememberMs,
    fetchMethod: (_key, _old, { context }) => this.client.discover(context),
  });

  constructor(
    private readonly budget: ConnectionBudget,
    private readonly principals: Principals,
    private readonly gatekeeper: Gatekeeper,
    private readonly seal: Seal,
    private readonly client: ProviderClient,
  ) {}

  /** Where a company's provider is to send people back to. */
  get redirectUri(): string {
    return this.client.redirectUri;
  }

  /** Null where the company has none. */
  async of(asker: Asker, tenantId: string): Promise<SingleSignOn | null> {
    this.gatekeeper.require(asker, tenantId, 'tenant:admin');
    const [row] = await this.budget.query<SingleSignOn>(
      `select ${columns} from public.single_sign_on where tenant_id = $1`,
      [tenantId],
    );
    return row ?? null;
  }

  async findBySlug(slug: string): Promise<KnownProvider | null> {
    const [row] = await this.budget.query<KnownProvider>(`${byTenant} and t.slug = $1`, [slug]);
    return row ?? null;
  }

  async findById(tenantId: string): Promise<KnownProvider | null> {
    const [row] = await this.budget.query<KnownProvider>(`${byTenant} and t.id = $1`, [tenantId]);
    return row ?? null;
  }

  /** Errors: `ProviderFailure`. */
  async configurationOf(provider: KnownProvider): Promise<Configuration> {
    const key = `${provider.tenantId} ${provider.updatedAt}`;
    const configuration = await this.configurations.fetch(key, { context: this.unsealed(provider) });
    if (!configuration) throw new Error('expected a configuration');
    return configuration;
  }

  /** Sessions by the former one end. Errors: `Refusal`, also where no provider answers; `FORBIDDEN`; `TOO_MANY_REQUESTS`. */
  async set(asker: Asker, { tenantId, role, ...given }: NewSingleSignOn): Promise<SingleSignOn> {
    this.gatekeeper.require(asker, tenantId, 'tenant:own');
    if (role === Role.OWNER) throw new Refusal(noOwners());
    // Each asks an address that a company names: nobody has us ask many.
    await this.attempts.begin(tenantId, asker.address);
    const issuer = await this.requireProvider(given);
    await this.attempts.succeed(tenantId, asker.address);
    const set = await inRegistry(this.budget, async (query) => {
      await lockMembers(query, tenantId);
      await forgetIdentities(query, { tenantId, issuer, clientId: given.clientId });
      const sealed = this.seal.seal(given.clientSecret, purposeOf(tenantId));
      const [row] = await query<SingleSignOn>(
        `insert into public.single_sign_on (tenant_id, issuer, client_id, client_secret, role) values ($1, $2, $3, $4, $5)
         on conflict (tenant_id) do update set issuer = excluded.issuer, client_id = excluded.client_id,
           client_secret = excluded.client_secret, role = excluded.role, updated_at = now()
         returning ${columns}`,
        [tenantId, issuer, given.clientId, sealed, role],
      );
      if (!row) throw new Error('expected the provider that was written');
      await endSessions(query, tenantId);
      await audit(query, asker, { action: 'singleSignOn.set', tenantId, target: `${issuer}: ${role}` });
      return row;
    });
    this.principals.forget();
    return set;
  }

  /** Sessions by it end. Errors: `Refusal` where there is none; `FORBIDDEN`. */
  async remove(asker: Asker, tenantId: string): Promise<void> {
    this.gatekeeper.require(asker, tenantId, 'tenant:own');
    await inRegistry(this.budget, async (query) => {
      await lockMembers(query, tenantId);
      const [gone] = await query<{ issuer: string }>(
        'delete from public.single_sign_on where tenant_id = $1 returning issuer',
        [tenantId],
      );
      if (!gone) throw new Refusal(noProvider());
      await query('delete from public.single_sign_on_identities where tenant_id = $1', [tenantId]);
      await endSessions(query, tenantId);
      await audit(query, asker, { action: 'singleSignOn.remove', tenantId, target: gone.issuer });
    });
    this.principals.forget();
  }

  private unsealed({ tenantId, sealedSecret, ...provider }: KnownProvider): ProviderSettings {
    return { ...provider, clientSecret: this.seal.open(sealedSecret, purposeOf(tenantId)) };
  }

  /** Its address as its own document has it. */
  private async requireProvider(settings: ProviderSettings): Promise<string> {
    if (!URL.canParse(settings.issuer)) throw new Refusal(noAddress());
    try {
      return (await this.client.discover(settings)).serverMetadata().issuer;
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      throw new Refusal(isForbidden(error) ? noAddress() : noAnswer());
    }
  }
}

const purposeOf = (tenantId: string): string => `single sign-on of ${tenantId}`;

/** Subjects are the provider's, and some give each client others: to another one they are strangers. */
async function forgetIdentities(
  query: Query,
  { tenantId, issuer, clientId }: Pick<NewSingleSignOn, 'tenantId' | 'issuer' | 'clientId'>,
): Promise<void> {
  await query(
    `delete from public.single_sign_on_identities where tenant_id = $1 and not exists (
       select 1 from public.single_sign_on where tenant_id = $1 and issuer = $2 and client_id = $3)`,
    [tenantId, issuer, clientId],
  );
}

async function endSessions(query: Query, tenantId: string): Promise<void> {
  await query('delete from public.single_sign_on_attempts where tenant_id = $1', [tenantId]);
  await query('delete from public.sessions where tenant_id = $1', [tenantId]);
}

function isForbidden(error: unknown): boolean {
  if (error instanceof ForbiddenAddress) return true;
  return error instanceof Error && error.cause !== undefined && isForbidden(error.cause);
}

const noAddress = () => ({
  code: UserErrorCode.INVALID,
  field: ['issuer'],
  message: 'The issuer must be an https address on the public internet, such as https://login.example.',
});

const noAnswer = () => ({
  code: UserErrorCode.INVALID,
  field: ['issuer'],
  message: 'No OpenID Connect provider answers at this address within five seconds.',
});

const noOwners = () => ({
  code: UserErrorCode.INVALID,
  field: ['role'],
  message: 'Whoever comes in by the provider can be made an admin at most: owners appoint owners.',
});

const noProvider = () => ({
  code: UserErrorCode.NOT_FOUND,
  field: ['tenantId'],
  message: 'This company has no provider.',
});
