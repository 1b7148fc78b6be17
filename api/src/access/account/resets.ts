import type { ConnectionBudget } from '../../database/connection-budget';
import { Refusal, UserErrorCode } from '../../graphql/user-error';
import type { Asker } from '../asker';
import { audit } from '../audit/audit';
import type { Principals } from '../principals';
import { inRegistry } from '../registry-transaction';
import { hashOf, isToken, newToken } from '../token';
import { emailKeyOf, setPassword } from './accounts';
import { Attempts } from './attempts';
import { hashPassword } from './password';

const validMinutes = 60;

/** New passwords for those who forgot theirs. One per process. */
export class Resets {
  private readonly attempts = new Attempts();

  constructor(
    private readonly budget: ConnectionBudget,
    private readonly principals: Principals,
  ) {}

  /** To be sent to the address, and to nobody else; null where it has no account, which nobody is told. Errors: `TOO_MANY_REQUESTS`. */
  async request({ address }: Asker, email: string): Promise<string | null> {
    const key = emailKeyOf(email);
    await this.attempts.begin(key, address);
    const token = newToken('reset');
    await this.budget.query('delete from public.password_resets where expires_at < now()');
    // Written for an address of no account, too: an answer says nothing by its time.
    const [reset] = await this.budget.query<{ isKnown: boolean }>(
      `insert into public.password_resets (token_hash, account_id, expires_at)
       values ($1, (select id from public.accounts where email_key = $2), now() + make_interval(mins => $3))
       returning account_id is not null as "isKnown"`,
      [hashOf(token), key, validMinutes],
    );
    return reset?.isKnown ? token : null;
  }

  /** All sessions end. Errors: `Refusal`, the same for a link that is used, over or made up. */
  async reset(asker: Asker, token: string, password: string): Promise<void> {
    await this.attempts.begin(null, asker.address);
    const passwordHash = await hashPassword(password);
    await inRegistry(this.budget, async (query) => {
      const [used] = await query<{ accountId: string | null }>(
        `delete from public.password_resets where token_hash = $1 and expires_at > now() returning account_id as "accountId"`,
        [hashOf(isToken('reset', token) ? token : '')],
      );
      if (!used?.accountId) throw new Refusal(noSuchReset());
      const { accountId } = used;
      await setPassword(query, accountId, passwordHash);
      await query('delete from public.password_resets where account_id = $1', [accountId]);
      await query('delete from public.sessions where account_id = $1', [accountId]);
      const [account] = await query<{ name: string }>('select name from public.accounts where id = $1', [accountId]);
      await audit(
        query,
        asker,
        { action: 'account.resetPassword', accountId },
        { id: accountId, name: account?.name ?? '' },
      );
    });
    this.principals.forget();
  }
}

const noSuchReset = () => ({
  code: UserErrorCode.NOT_FOUND,
  field: ['token'],
  message: 'This link is not valid: it may be used, or older than an hour. Ask for another one.',
});
