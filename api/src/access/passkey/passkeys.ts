import { v7 as uuidV7 } from 'uuid';
import type { ConnectionBudget } from '../../database/connection-budget';
import { notFound, Refusal, UserErrorCode } from '../../graphql/user-error';
import { requireWholeAccount } from '../account/accounts';
import type { Asker } from '../asker';
import { audit } from '../audit/audit';
import { inRegistry, type Query } from '../registry-transaction';
import type { Challenges } from './challenges';
import type { Passkey } from './passkey';
import { challengeIn, type RegistrationResponse, registrationResponse, type Transports } from './passkey-responses';
import type { RelyingParty } from './relying-party';

export const mostPasskeys = 20;

const columns = 'id, name, created_at as "createdAt", last_used_at as "lastUsedAt"';

/** The passkeys of the viewer's own account. One per process. */
export class Passkeys {
  constructor(
    private readonly budget: ConnectionBudget,
    private readonly challenges: Challenges,
    private readonly party: RelyingParty,
  ) {}

  /** Newest first. */
  async of(accountId: string): Promise<Passkey[]> {
    return this.budget.query<Passkey>(
      `select ${columns} from public.passkeys where account_id = $1 order by created_at desc, id limit ${mostPasskeys}`,
      [accountId],
    );
  }

  /** For `navigator.credentials.create`. */
  async begin(asker: Asker): Promise<object> {
    const account = requireWholeAccount(asker);
    const known = await this.budget.query<{ id: string; transports: Transports }>(
      'select credential_id as id, transports from public.passkeys where account_id = $1',
      [account.id],
    );
    const options = await this.party.optionsToAdd(account, known);
    await this.challenges.keep(options.challenge, account.id);
    return options;
  }

  /** Errors: `Refusal`. */
  async add(asker: Asker, name: string, answered: object): Promise<void> {
    const { id: accountId } = requireWholeAccount(asker);
    const { data: response } = registrationResponse.safeParse(answered);
    const added = response && (await this.verify(accountId, response));
    if (!added) throw new Refusal(notAdded());
    const { id, publicKey, counter } = added.credential;
    await inRegistry(this.budget, async (query) => {
      await requireRoom(query, accountId);
      const made = await query(
        `insert into public.passkeys (id, account_id, credential_id, public_key, counter, transports, name)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (credential_id) do nothing returning 1`,
        [uuidV7(), accountId, id, Buffer.from(publicKey), counter, response.response.transports, name.trim()],
      );
      if (made.length === 0) throw new Refusal(notAdded());
      await audit(query, asker, { action: 'passkey.add', accountId, target: name.trim() });
    });
  }

  /** Errors: `Refusal` where it is none of the viewer's. */
  async remove(asker: Asker, id: string): Promise<void> {
    const { id: accountId } = requireWholeAccount(asker);
    await inRegistry(this.budget, async (query) => {
      const [gone] = await query<{ name: string }>(
        'delete from public.passkeys where id = $1 and account_id = $2 returning name',
        [id, accountId],
      );
      if (!gone) throw new Refusal(notFound('id', 'passkey'));
      await audit(query, asker, { action: 'passkey.remove', accountId, target: gone.name });
    });
  }

  private async verify(accountId: string, response: RegistrationResponse) {
    const challenge = challengeIn(response);
    if (challenge === null || !(await this.challenges.use(challenge, accountId))) return null;
    return this.party.verifyAdded(response, challenge);
  }
}

/** One after the other for each account: two at once do not both get the last place. */
async function requireRoom(query: Query, accountId: string): Promise<void> {
  await query('select 1 from public.accounts where id = $1 for update', [accountId]);
  const [row] = await query<{ count: number }>('select count(*) as count from public.passkeys where account_id = $1', [
    accountId,
  ]);
  if (Number(row?.count ?? 0) >= mostPasskeys) throw new Refusal(tooMany());
}

const notAdded = () => ({
  code: UserErrorCode.INVALID,
  field: ['response'],
  message: 'This passkey could not be added: it is known already, or five minutes have passed. Please try again.',
});

const tooMany = () => ({
  code: UserErrorCode.CONFLICT,
  field: [],
  message: `An account has ${mostPasskeys} passkeys at most: remove one first.`,
});
