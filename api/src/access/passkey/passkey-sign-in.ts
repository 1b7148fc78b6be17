import type { ConnectionBudget } from '../../database/connection-budget';
import { Refusal, UserErrorCode } from '../../graphql/user-error';
import { Attempts } from '../account/attempts';
import { openSession } from '../account/sessions';
import type { Asker } from '../asker';
import { audit } from '../audit/audit';
import { inRegistry } from '../registry-transaction';
import { newToken } from '../token';
import type { Challenges } from './challenges';
import { authenticationResponse, challengeIn, type Transports } from './passkey-responses';
import { type RelyingParty, userHandleOf } from './relying-party';

interface PasskeyRow {
  id: string;
  name: string;
  accountId: string;
  accountName: string;
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: Transports;
}

const byCredential = `
  select p.id, p.name, a.id as "accountId", a.name as "accountName", p.credential_id as "credentialId",
         p.public_key as "publicKey", p.counter, p.transports
  from public.passkeys p join public.accounts a on a.id = p.account_id where p.credential_id = $1`;

/** Signing in by a passkey, which is both steps at once. One per process. */
export class PasskeySignIn {
  private readonly attempts = new Attempts();

  constructor(
    private readonly budget: ConnectionBudget,
    private readonly challenges: Challenges,
    private readonly party: RelyingParty,
  ) {}

  /** For `navigator.credentials.get`. Names nobody: the device shows which accounts it has. Errors: `TOO_MANY_REQUESTS`. */
  async begin({ address }: Asker): Promise<object> {
    await this.attempts.begin(null, address);
    const options = await this.party.optionsToSignIn();
    await this.challenges.keep(options.challenge, null);
    return options;
  }

  /** The new session's token. Errors: `Refusal`, the same whatever is wrong; `TOO_MANY_REQUESTS`. */
  async finish(asker: Asker, answered: object): Promise<string> {
    await this.attempts.begin(null, asker.address);
    const { passkey, counter } = await this.verify(answered);
    const token = newToken('session');
    const { accountId, accountName } = passkey;
    await inRegistry(this.budget, async (query) => {
      // Some passkeys do not count, and say 0 each time.
      const used = await query(
        `update public.passkeys set counter = $2, last_used_at = now()
         where id = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning 1`,
        [passkey.id, counter],
      );
      if (used.length === 0) throw new Refusal(notKnown());
      await audit(
        query,
        asker,
        { action: 'account.signIn', accountId, target: `passkey ${passkey.name}` },
        { id: accountId, name: accountName },
      );
      await openSession(query, asker, { token, accountId });
    });
    // The question counted, too.
    await this.attempts.succeed(null, asker.address, 2);
    asker.setSession(token);
    return token;
  }

  private async verify(answered: object): Promise<{ passkey: PasskeyRow; counter: number }> {
    const { data: response } = authenticationResponse.safeParse(answered);
    const challenge = response && challengeIn(response);
    if (!challenge || !(await this.challenges.use(challenge, null))) throw new Refusal(notKnown());
    const [passkey] = await this.budget.query<PasskeyRow>(byCredential, [response.id]);
    if (!passkey || response.response.userHandle !== userHandleOf(passkey.accountId)) throw new Refusal(notKnown());
    const verified = await this.party.verifySignIn(response, challenge, {
      id: passkey.credentialId,
      publicKey: Uint8Array.from(passkey.publicKey),
      counter: Number(passkey.counter),
      transports: passkey.transports,
    });
    if (!verified) throw new Refusal(notKnown());
    return { passkey, counter: verified.newCounter };
  }
}

const notKnown = () => ({
  code: UserErrorCode.INVALID,
  field: ['response'],
  message: 'No account could be opened with this passkey. Please try again, or sign in with your password.',
});
