import type { Permission } from '../access/permission';
import { rememberKeysMs } from '../database/idempotency';
import { purgedAt } from '../events/event-log';
import { checkInput } from './check-input';
import type { RequestContext } from './context';
import { tenantUpgrading } from './errors';
import { forgetRows } from './loaders';
import { type Conflicts, type UserError, userErrorFrom } from './user-error';
import { hasKey, inWriteTransaction, type Writing } from './write-transaction';

interface WriteOf<Input extends object, Result extends object> extends Omit<Writing<Result>, 'input'> {
  Input: new () => Input;
  input: Input;
  can: Permission;
  /** What the tenant's tables must have; one whose upgrade is still to come is asked to wait for it. */
  needs?: (tenant: { schemaVersion: string }) => boolean;
  /** What the fields' own rules cannot say. */
  check?: UserError[];
  conflicts?: Conflicts;
  /** To be there by the time that the write is: one for nothing does no harm. By kind, when each is due. */
  jobs?: Record<string, Date>;
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
  {
    Input,
    input,
    can,
    needs,
    check = [],
    conflicts,
    jobs = {},
    work,
    repeat,
    isSentAtOnce = false,
  }: WriteOf<Input, Result>,
): Promise<Payload<Result>> {
  ctx.requireWrite(can);
  if (needs?.(ctx.tenant) === false) throw tenantUpgrading();
  const userErrors = [...checkInput(Input, input), ...check];
  if (userErrors.length > 0) return { ...nothing, userErrors };
  const moment = Date.now();
  const wanted = { ...jobs, purgeEvents: purgedAt(moment), ...(hasKey(input) && { forgetKeys: forgottenAt(moment) }) };
  // Before the transaction, which must not wait for a second connection.
  for (const [kind, dueAt] of Object.entries(wanted)) await ctx.schedule(kind, dueAt);
  const actorId = await ctx.introduce();
  // Before the work, which may say what is not to be read again.
  forgetRows(ctx.loaders);
  try {
    const memberId = ctx.asker.principal?.kind === 'account' ? actorId : null;
    const by = { tenant: ctx.tenant, actorId, memberId };
    const { result, seq } = await inWriteTransaction(ctx.manager, by, { input, work, repeat, isSentAtOnce });
    ctx.wrote();
    if (seq !== null) ctx.tell(seq);
    return { ...result, userErrors: [] };
  } catch (error) {
    return { ...nothing, userErrors: [userErrorFrom(error, conflicts)] };
  }
}

const hourMs = 3_600_000;

/** The hour in which the key is forgotten. In full hours, so that a busy tenant asks for one job in each. */
const forgottenAt = (now: number): Date => new Date(Math.ceil((now + rememberKeysMs) / hourMs) * hourMs);
