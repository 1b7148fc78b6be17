import type { ConnectionBudget } from '../../database/connection-budget';
import { Refusal, UserErrorCode } from '../../graphql/user-error';
import { type Accounts, requireWholeAccount } from '../account/accounts';
import type { Asker } from '../asker';
import { audit } from '../audit/audit';
import { inRegistry, type Query } from '../registry-transaction';
import { replaceRecoveryCodes } from './recovery-codes';
import type { SecondSteps } from './second-steps';
import { newSecret, uriOf } from './time-code';

interface TwoFactorState {
  isOn: boolean;
  recoveryCodesLeft: number;
}

/** The second step of the viewer's own account, switched on and off by whoever knows its password. One per process. */
export class TwoFactor {
  constructor(
    private readonly budget: ConnectionBudget,
    private readonly accounts: Accounts,
    private readonly steps: SecondSteps,
  ) {}

  async stateOf(accountId: string): Promise<TwoFactorState> {
    const [row] = await this.budget.query<TwoFactorState>(
      `select enabled_at is not null as "isOn",
              (select count(*) from public.recovery_codes c where c.account_id = s.account_id) as "recoveryCodesLeft"
       from public.second_steps s where account_id = $1`,
      [accountId],
    );
    return row ?? { isOn: false, recoveryCodesLeft: 0 };
  }

  /** A secret that is not asked for yet; one that was begun before is forgotten. Errors: `Refusal` where it is on already. */
  async begin(asker: Asker): Promise<{ secret: string; uri: string }> {
    const { id, email } = requireWholeAccount(asker);
    const secret = newSecret();
    await inRegistry(this.budget, (query) => this.steps.begin(query, id, secret));
    return { secret, uri: uriOf(secret, email) };
  }

  /** Answers the recovery codes. Errors: `Refusal`; `TOO_MANY_REQUESTS`. */
  enable(asker: Asker, code: string, password: string): Promise<string[]> {
    return this.change(asker, password, 'account.enableTwoFactor', async (query, accountId) => {
      await this.steps.enable(query, accountId, code);
      return replaceRecoveryCodes(query, accountId);
    });
  }

  async disable(asker: Asker, password: string): Promise<void> {
    await this.change(asker, password, 'account.disableTwoFactor', async (query, accountId) => {
      const gone = await query(
        'delete from public.second_steps where account_id = $1 and enabled_at is not null returning 1',
        [accountId],
      );
      if (gone.length === 0) throw new Refusal(notOn());
    });
  }

  /** The codes of before are of no use any more. */
  renewRecoveryCodes(asker: Asker, password: string): Promise<string[]> {
    return this.change(asker, password, 'account.renewRecoveryCodes', async (query, accountId) => {
      const [step] = await query(
        'select 1 from public.second_steps where account_id = $1 and enabled_at is not null for update',
        [accountId],
      );
      if (!step) throw new Refusal(notOn());
      return replaceRecoveryCodes(query, accountId);
    });
  }

  private change<Result>(
    asker: Asker,
    password: string,
    action: string,
    work: (query: Query, accountId: string) => Promise<Result>,
  ): Promise<Result> {
    const { id } = requireWholeAccount(asker);
    return this.accounts.confirm(asker, { field: 'password', password }, () =>
      inRegistry(this.budget, async (query) => {
        const result = await work(query, id);
        await audit(query, asker, { action, accountId: id });
        return result;
      }),
    );
  }
}

const notOn = () => ({
  code: UserErrorCode.CONFLICT,
  field: [],
  message: 'This account has no second step.',
});
