import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { tooManyAttempts } from '../../graphql/errors';

const windowSeconds = 15 * 60;

/** Failed attempts within a quarter of an hour. An address may be a whole office. */
const atMost = { account: 10, address: 100 };

/** Keeps whoever guesses passwords from guessing many. One per process: with n processes, n times as many. */
export class Attempts {
  private readonly byAccount = new RateLimiterMemory({ points: atMost.account, duration: windowSeconds });
  private readonly byAddress = new RateLimiterMemory({ points: atMost.address, duration: windowSeconds });

  /** Counts one, before it is known how it ends: many at once are counted as well. Errors: `TOO_MANY_REQUESTS`. */
  async begin(account: string | null, address: string | null): Promise<void> {
    try {
      if (address !== null) await this.byAddress.consume(address);
      if (account !== null) await this.byAccount.consume(account);
    } catch (error) {
      if (error instanceof RateLimiterRes) throw tooManyAttempts(error.msBeforeNext);
      throw error;
    }
  }

  /** It was the person who belongs there. `count`: how many were begun for it. */
  async succeed(account: string | null, address: string | null, count = 1): Promise<void> {
    if (account !== null) await this.byAccount.delete(account);
    if (address !== null) await this.byAddress.reward(address, count);
  }
}
