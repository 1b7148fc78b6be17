import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RequestContext } from './context';
import type { ErrorCode } from './error-code';

/** Units: objects that operations may read, in a minute. */
export interface CostLimits {
  ofTenant: number;
  /** Of one person or API key, so that one program leaves the others of its company something. */
  ofCaller: number;
}

/** What `extensions.cost` says. */
export interface Cost {
  requested: number;
  /** Until `resetAt`, of whichever has less left: the tenant or the caller. */
  remaining: number;
  resetAt: string;
}

const windowSeconds = 60;

/** What tenants and callers may ask for in a minute. One per process: with n processes, n times as much. */
export class CostBuckets {
  private readonly tenants: RateLimiterMemory;
  private readonly callers: RateLimiterMemory;

  constructor({ ofTenant, ofCaller }: CostLimits) {
    this.tenants = new RateLimiterMemory({ points: ofTenant, duration: windowSeconds });
    this.callers = new RateLimiterMemory({ points: ofCaller, duration: windowSeconds });
  }

  /** Before any of the operation runs. Errors: `TOO_MANY_REQUESTS`, with the same account of it. */
  async charge({ asker, openTenant }: RequestContext, objects: number): Promise<Cost> {
    const requested = Math.max(objects, 1);
    const caller = asker.principal?.id ?? asker.address ?? 'nobody';
    const ofCaller = await take(this.callers, caller, requested);
    const ofTenant = openTenant ? await take(this.tenants, openTenant.id, requested) : ofCaller;
    const { left, resetMs } = ofTenant.left < ofCaller.left ? ofTenant : ofCaller;
    const cost = { requested, remaining: Math.max(left, 0), resetAt: new Date(Date.now() + resetMs).toISOString() };
    if (left < 0) throw tooCostly(cost, resetMs);
    return cost;
  }
}

/** `left` is negative where there was not enough. */
interface State {
  left: number;
  resetMs: number;
}

async function take(bucket: RateLimiterMemory, key: string, points: number): Promise<State> {
  try {
    const { remainingPoints, msBeforeNext } = await bucket.consume(key, points);
    return { left: remainingPoints, resetMs: msBeforeNext };
  } catch (error) {
    if (error instanceof RateLimiterRes) return { left: -1, resetMs: error.msBeforeNext };
    throw error;
  }
}

function tooCostly(cost: Cost, retryAfterMs: number): GraphQLError {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000));
  return new GraphQLError(
    `All that may be asked for in a minute has been asked for (extensions.cost): come again in ${seconds} s, with smaller pages or fewer operations.`,
    {
      extensions: {
        code: 'TOO_MANY_REQUESTS' satisfies ErrorCode,
        retryAfterMs,
        cost,
        http: { status: 429, headers: new HeaderMap([['retry-after', String(seconds)]]) },
      },
    },
  );
}
