import type { ConnectionBudget } from '../../database/connection-budget';
import { Refusal, UserErrorCode } from '../../graphql/user-error';
import type { Asker } from '../asker';
import { audit } from '../audit/audit';
import { inRegistry } from '../registry-transaction';
import { hashOf, isToken, newToken } from '../token';
import { Attempts } from './attempts';
import { openSession } from './sessions';

/** Signing in by a link that an operator made (`npm run tenants -- admin sign-in-link`). One per process. */
export class SignInLinks {
  private readonly attempts = new Attempts();

  constructor(private readonly budget: ConnectionBudget) {}

  /** The session's token; no second step is asked for. Errors: `Refusal`, the same for a link that is used, over or made up; `TOO_MANY_REQUESTS`. */
  async signIn(asker: Asker, link: string): Promise<string> {
    await this.attempts.begin(null, asker.address);
    const token = newToken('session');
    await inRegistry(this.budget, async (query) => {
      const [account] = await query<{ id: string; name: string }>(
        `delete from public.sign_in_links l using public.accounts a
         where l.token_hash = $1 and l.expires_at > now() and a.id = l.account_id returning a.id, a.name`,
        [hashOf(isToken('link', link) ? link : '')],
      );
      if (!account) throw new Refusal(noSuchLink());
      await audit(query, asker, { action: 'account.signIn', accountId: account.id, target: 'link' }, account);
      await openSession(query, asker, { token, accountId: account.id });
    });
    asker.setSession(token);
    return token;
  }
}

const noSuchLink = () => ({
  code: UserErrorCode.NOT_FOUND,
  field: ['token'],
  message: 'This link is not valid: it may be used, or older than a quarter of an hour. Ask for another one.',
});
