import type { ConnectionBudget } from '../../database/connection-budget';
import { inRegistry } from '../registry-transaction';
import { hashOf } from '../token';

const validMinutes = 5;

/** At a time, of everybody: those of whoever asks for very many displace the oldest, and never fill the database. */
export const mostChallenges = 10_000;

/** At a time, of one account: nobody who is signed in displaces what others were asked. */
export const mostOfAccount = 5;

/** What a passkey has to sign, each once. One per process; whichever process gets the answer knows the question. */
export class Challenges {
  constructor(private readonly budget: ConnectionBudget) {}

  /** Of an account where a passkey is added; of nobody where somebody signs in. */
  async keep(challenge: string, accountId: string | null): Promise<void> {
    await inRegistry(this.budget, async (query) => {
      await query(
        `delete from public.passkey_challenges where expires_at < now() or expires_at <= (
           select expires_at from public.passkey_challenges order by expires_at desc offset $1 limit 1)`,
        [mostChallenges - 1],
      );
      await query(
        `delete from public.passkey_challenges where challenge_hash in (
           select challenge_hash from public.passkey_challenges where account_id = $1 order by expires_at desc offset $2)`,
        [accountId, mostOfAccount - 1],
      );
      await query(
        `insert into public.passkey_challenges (challenge_hash, account_id, expires_at)
         values ($1, $2, now() + make_interval(mins => $3))`,
        [hashOf(challenge), accountId, validMinutes],
      );
    });
  }

  /** Whether it was asked of this account, or of nobody, and nobody has answered it before. */
  async use(challenge: string, accountId: string | null): Promise<boolean> {
    const used = await this.budget.query(
      `delete from public.passkey_challenges
       where challenge_hash = $1 and account_id is not distinct from $2 and expires_at > now() returning 1`,
      [hashOf(challenge), accountId],
    );
    return used.length > 0;
  }
}
