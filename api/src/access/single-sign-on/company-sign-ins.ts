import type { ConnectionBudget } from '../../database/connection-budget';
import { Refusal, UserErrorCode } from '../../graphql/user-error';
import { Attempts } from '../account/attempts';
import { openSession } from '../account/sessions';
import type { Asker } from '../asker';
import { audit } from '../audit/audit';
import type { Principals } from '../principals';
import { inRegistry, lockMembers } from '../registry-transaction';
import { hashOf, newToken } from '../token';
import { type AttemptSecrets, attemptMinutes, secretsOf } from './attempt';
import { type Arrival, admit } from './identities';
import { type Identity, type ProviderAnswer, type ProviderClient, ProviderFailure } from './provider';
import type { KnownProvider, Providers } from './providers';

/** How many a company has under way at a time; the one that is over soonest makes room. */
const mostAttempts = 1_000;

const actions: Record<Arrival['by'], string> = {
  identity: 'singleSignOn.signIn',
  address: 'singleSignOn.link',
  nothing: 'singleSignOn.join',
};

/** Sign-ins by companies' own providers. One per process. */
export class CompanySignIns {
  private readonly limits = new Attempts();

  constructor(
    private readonly budget: ConnectionBudget,
    private readonly principals: Principals,
    private readonly providers: Providers,
    private readonly client: ProviderClient,
  ) {}

  /**
   * The provider's page, for the browser that gets the cookie. Errors: `Refusal`, the same for an unknown company and for one without
   * a provider; `TOO_MANY_REQUESTS`.
   */
  async begin(asker: Asker, slug: string): Promise<string> {
    await this.limits.begin(null, asker.address);
    const provider = await this.providers.findBySlug(slug.trim().toLowerCase());
    if (!provider) throw new Refusal(noProvider());
    const token = newToken('attempt');
    const secrets = secretsOf(token);
    if (!secrets) throw new Error('expected the secrets of a new token');
    const url = await this.pageOf(provider, secrets);
    await this.remember(provider.tenantId, secrets);
    asker.setAttempt(token);
    return url;
  }

  /**
   * The session's token, and its company. Each attempt ends by the first answer. Errors: `Refusal`; `TOO_MANY_REQUESTS`.
   */
  async finish(asker: Asker, state: string, answer: ProviderAnswer): Promise<{ token: string; tenantId: string }> {
    await this.limits.begin(null, asker.address);
    const secrets = secretsOf(asker.attempt);
    if (!secrets || secrets.state !== state) throw new Refusal(noAttempt());
    const provider = await this.take(state);
    asker.setAttempt(null);
    const identity = await this.identify(provider, answer, secrets).catch(async (error: unknown) => {
      if (!(error instanceof ProviderFailure)) throw error;
      await this.tell(asker, provider, reasonOf(error));
      throw new Refusal(notConfirmed());
    });
    const token = await this.open(asker, provider, identity).catch(async (error: unknown) => {
      if (error instanceof Refusal) await this.tell(asker, provider, identity.verifiedEmail ?? identity.subject);
      throw error;
    });
    // The way to the provider counted, too.
    await this.limits.succeed(null, asker.address, 2);
    this.principals.forget();
    asker.setSession(token);
    return { token, tenantId: provider.tenantId };
  }

  private async pageOf(provider: KnownProvider, secrets: AttemptSecrets): Promise<string> {
    try {
      return await this.client.authorizationUrl(await this.providers.configurationOf(provider), secrets);
    } catch (error) {
      if (error instanceof ProviderFailure) throw new Refusal(noAnswer());
      throw error;
    }
  }

  private async remember(tenantId: string, { state }: AttemptSecrets): Promise<void> {
    await this.budget.query(
      `delete from public.single_sign_on_attempts where tenant_id = $1 and (expires_at < now() or state_hash in (
         select state_hash from public.single_sign_on_attempts where tenant_id = $1 order by expires_at desc offset $2))`,
      [tenantId, mostAttempts - 1],
    );
    await this.budget.query(
      `insert into public.single_sign_on_attempts (state_hash, tenant_id, expires_at)
       values ($1, $2, now() + make_interval(mins => $3))`,
      [hashOf(state), tenantId, attemptMinutes],
    );
  }

  /** Of two answers with the same state, the second finds none. */
  private async take(state: string): Promise<KnownProvider> {
    const [taken] = await this.budget.query<{ tenantId: string }>(
      `delete from public.single_sign_on_attempts where state_hash = $1 and expires_at > now() returning tenant_id as "tenantId"`,
      [hashOf(state)],
    );
    const provider = taken ? await this.providers.findById(taken.tenantId) : null;
    if (!provider) throw new Refusal(noAttempt());
    return provider;
  }

  private async identify(provider: KnownProvider, answer: ProviderAnswer, secrets: AttemptSecrets): Promise<Identity> {
    return this.client.identify(await this.providers.configurationOf(provider), answer, secrets);
  }

  private async open(asker: Asker, { tenantId, role, updatedAt }: KnownProvider, identity: Identity): Promise<string> {
    const token = newToken('session');
    await inRegistry(this.budget, async (query) => {
      await lockMembers(query, tenantId);
      // Whoever set another provider meanwhile has ended the sessions by this one.
      const same = await query('select 1 from public.single_sign_on where tenant_id = $1 and updated_at = $2', [
        tenantId,
        updatedAt,
      ]);
      if (same.length === 0) throw new Refusal(noAttempt());
      const { accountId, name, email, by } = await admit(query, { tenantId, role }, identity);
      await audit(query, asker, { action: actions[by], tenantId, target: email }, { id: accountId, name });
      await openSession(query, asker, { token, accountId, tenantId });
    });
    return token;
  }

  /** Of whoever was not let in: apart from the transaction that was undone. */
  private async tell(asker: Asker, { tenantId }: KnownProvider, target: string): Promise<void> {
    await inRegistry(this.budget, (query) =>
      audit(query, asker, { action: 'singleSignOn.refuse', tenantId, target }, null),
    );
  }
}

/** For the owners, who can put a secret or an address right: the code that the provider, or the library, gives. */
function reasonOf({ cause }: ProviderFailure): string {
  const { error, code } = (cause ?? {}) as { error?: unknown; code?: unknown };
  return (
    [error, code].find((text) => typeof text === 'string' && /^\w{1,60}$/.test(text))?.toString() ?? 'no valid answer'
  );
}

const noProvider = () => ({
  code: UserErrorCode.NOT_FOUND,
  field: ['company'],
  message: 'No company of this name signs in by a provider of its own.',
});

const noAnswer = () => ({
  code: UserErrorCode.CONFLICT,
  field: ['company'],
  message: 'The company’s provider does not answer; please try again shortly.',
});

const noAttempt = () => ({
  code: UserErrorCode.NOT_FOUND,
  field: ['state'],
  message: 'This sign-in is over, or was begun in another browser: please begin again.',
});

const notConfirmed = () => ({
  code: UserErrorCode.INVALID,
  field: ['code'],
  message: 'The company’s provider did not confirm who you are: please begin again.',
});
