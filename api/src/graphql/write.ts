import type { EntityManager } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import type { Permission } from '../access/permission';
import { claimKey, rememberKeysMs } from '../database/idempotency';
import { tablesOf } from '../database/tables';
import { purgedAt } from '../events/event-log';
import { type Append, inLoggedTransaction } from '../events/logged-transaction';
import { checkInput } from './check-input';
import type { RequestContext } from './context';
import { forgetRows } from './loaders';
import { type UserError, userErrorFrom } from './user-error';

/** What the work of a write gets: all of it belongs to one transaction. */
export interface Write {
  manager: EntityManager;
  /** For what the write creates: a UUIDv7 of `now`. With an idempotency key, the id that the key stands for. */
  id: string;
  now: Date;
  /** Who writes; null for the operator. */
  actorId: string | null;
  /** To the tenant's events, in the order in which subscribers get them; nobody hears of a write that was undone. */
  append: Append;
}

interface WriteOf<Input extends object, Result extends object> {
  Input: new () => Input;
  input: Input;
  can: Permission;
  /** What the fields' own rules cannot say. */
  check?: UserError[];
  /** To be there by the time that the write is: one for nothing does no harm. By kind, when each is due. */
  jobs?: Record<string, Date>;
  /** Errors: `Refusal` undoes what was written and tells the sender why. */
  work(write: Write): Promise<Result>;
  /** For inputs with an idempotency key: what to answer when the key's first use has written `id` already. */
  repeat?: { operation: string; answer(manager: EntityManager, id: string): Promise<Result> };
}

/** The fields of the payload, or what to change about the input. */
export type Payload<Result extends object> = { [Field in keyof Result]: Result[Field] | null } & {
  userErrors: UserError[];
};

/**
 * The one way of every write to a tenant, in this order: permission, input, transaction, idempotency key, work, events, commit, listeners.
 * `nothing` is what the payload holds besides `userErrors` where nothing was written.
 */
export async function write<Input extends object, Result extends object>(
  ctx: RequestContext,
  nothing: { [Field in keyof Result]: null },
  { Input, input, can, check = [], jobs = {}, work, repeat }: WriteOf<Input, Result>,
): Promise<Payload<Result>> {
  ctx.requireWrite(can);
  const userErrors = [...checkInput(Input, input), ...check];
  if (userErrors.length > 0) return { ...nothing, userErrors };
  const moment = Date.now();
  const wanted = { ...jobs, purgeEvents: purgedAt(moment), ...(hasKey(input) && { forgetKeys: forgottenAt(moment) }) };
  // Before the transaction, which must not wait for a second connection.
  for (const [kind, dueAt] of Object.entries(wanted)) await ctx.schedule(kind, dueAt);
  const actorId = await ctx.introduce();
  try {
    const by = { tenant: ctx.tenant, actorId };
    const { result, seq } = await inLoggedTransaction(ctx.manager, by, async (manager, append, now) => {
      const id = uuidV7({ msecs: now.getTime() });
      if (repeat) {
        const earlier = await claim(manager, repeat.operation, input, id, now);
        if (earlier !== null) return await repeat.answer(manager, earlier);
      }
      return await work({ manager, id, now, actorId, append });
    });
    forgetRows(ctx.loaders);
    if (seq !== null) ctx.tell(seq);
    return { ...result, userErrors: [] };
  } catch (error) {
    return { ...nothing, userErrors: [userErrorFrom(error)] };
  }
}

async function claim(
  manager: EntityManager,
  operation: string,
  input: object,
  resultId: string,
  now: Date,
): Promise<string | null> {
  if (!hasKey(input)) return null;
  const { idempotencyKey: key, ...content } = input;
  const table = tablesOf(manager).idempotency_keys;
  return claimKey(manager, { table, operation, key, input: content, resultId, now });
}

const hasKey = (input: object): input is { idempotencyKey: string } =>
  typeof (input as { idempotencyKey?: unknown }).idempotencyKey === 'string';

const hourMs = 3_600_000;

/** The hour in which the key is forgotten. In full hours, so that a busy tenant asks for one job in each. */
const forgottenAt = (now: number): Date => new Date(Math.ceil((now + rememberKeysMs) / hourMs) * hourMs);
