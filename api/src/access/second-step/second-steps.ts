import { Refusal, UserErrorCode } from '../../graphql/user-error';
import type { Query } from '../registry-transaction';
import type { Seal } from '../seal';
import { useRecoveryCode } from './recovery-codes';
import { timeStepOf } from './time-code';

interface SecondStepRow {
  sealedSecret: Buffer;
  isEnabled: boolean;
}

/** What the secret is sealed for: of another account, it does not open. */
const purposeOf = (accountId: string): string => `second step of ${accountId}`;

/** Codes that are asked for after the password. One per process. */
export class SecondSteps {
  constructor(
    private readonly seal: Seal,
    private readonly now: () => number,
  ) {}

  /**
   * Within the transaction that signs in: a code that is used there is used up. Answers by what the person proved it, for the audit log; null
   * where the account has no second step. Errors: `Refusal`, of two that use one code at once for one of them.
   */
  async require(query: Query, accountId: string, code: string | null): Promise<'code' | 'recovery code' | null> {
    const step = await this.find(query, accountId);
    if (!step?.isEnabled) return null;
    const given = code?.trim() ?? '';
    if (given === '') throw new Refusal(codeRequired());
    if (await this.useTimeCode(query, accountId, step, given)) return 'code';
    if (await useRecoveryCode(query, accountId, given)) return 'recovery code';
    throw new Refusal(wrongCode());
  }

  /** Errors: `Refusal` where it is switched on already. */
  async begin(query: Query, accountId: string, secret: string): Promise<void> {
    const begun = await query(
      `insert into public.second_steps (account_id, sealed_secret) values ($1, $2)
       on conflict (account_id) do update set sealed_secret = excluded.sealed_secret
       where second_steps.enabled_at is null returning 1`,
      [accountId, this.seal.seal(secret, purposeOf(accountId))],
    );
    if (begun.length === 0) throw new Refusal(alreadyOn());
  }

  /** Errors: `Refusal` where nothing was begun, or the code is not of the secret that was given out last. */
  async enable(query: Query, accountId: string, code: string): Promise<void> {
    const step = await this.find(query, accountId);
    if (step === null || step.isEnabled) throw new Refusal(step ? alreadyOn(['code']) : notBegun());
    if (!(await this.useTimeCode(query, accountId, step, code))) throw new Refusal(wrongCode());
    await query('update public.second_steps set enabled_at = now() where account_id = $1', [accountId]);
  }

  /** The row stays locked until the transaction ends: whoever comes with a code at the same time sees what this one made of it. */
  private async find(query: Query, accountId: string): Promise<SecondStepRow | null> {
    const [row] = await query<SecondStepRow>(
      `select sealed_secret as "sealedSecret", enabled_at is not null as "isEnabled"
       from public.second_steps where account_id = $1 for update`,
      [accountId],
    );
    return row ?? null;
  }

  private async useTimeCode(query: Query, accountId: string, step: SecondStepRow, code: string): Promise<boolean> {
    const secret = this.seal.open(step.sealedSecret, purposeOf(accountId));
    const timeStep = await timeStepOf(secret, code.replaceAll(/\s/g, ''), this.now());
    if (timeStep === null) return false;
    const used = await query(
      'update public.second_steps set last_time_step = $2 where account_id = $1 and last_time_step < $2 returning 1',
      [accountId, timeStep],
    );
    return used.length > 0;
  }
}

const codeRequired = () => ({
  code: UserErrorCode.REQUIRED,
  field: ['code'],
  message: 'This account has a second step: send a code of the authenticator app, or a recovery code.',
});

const wrongCode = () => ({
  code: UserErrorCode.INVALID,
  field: ['code'],
  message: 'This code is not right, or was used already.',
});

const notBegun = () => ({
  code: UserErrorCode.CONFLICT,
  field: ['code'],
  message: 'The second step has to be begun before a code can confirm it.',
});

const alreadyOn = (field: string[] = []) => ({
  code: UserErrorCode.CONFLICT,
  field,
  message: 'The second step is on already: switch it off first.',
});
