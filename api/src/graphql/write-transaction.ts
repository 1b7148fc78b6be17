import type { EntityManager } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { claimKey, claimNewKey, type IdempotentWrite, KeyInUse } from '../database/idempotency';
import type { Trailing } from '../database/in-transaction';
import { tablesOf } from '../database/tables';
import { type Append, inLoggedTransaction, type Logged, type LoggedWork } from '../events/logged-transaction';

/** What the work of a write gets: all of it belongs to one transaction. */
export interface Write {
  manager: EntityManager;
  /** For what the write creates: a UUIDv7 of `now`. With an idempotency key, the id that the key stands for. */
  id: string;
  now: Date;
  /** Who writes; null for the operator. */
  actorId: string | null;
  /** The same, where it is a person; null for programs. */
  memberId: string | null;
  tenant: { schemaVersion: string };
  /** To the tenant's events, in the order in which subscribers get them; nobody hears of a write that was undone. */
  append: Append;
  /** For a statement whose answer the work has no use for: it is sent with the COMMIT, and where it fails, so does the write. */
  trailing: Trailing;
}

export interface Writing<Result extends object> {
  input: object;
  /** Errors: `Refusal` undoes what was written and tells the sender why. */
  work(write: Write): Promise<Result>;
  /**
   * Whether the work, then no async function, sends all its statements and appends all its events before it waits for an answer: the whole
   * transaction is one round trip then. Its statements rest on nothing that those before them answer, but fail where those found nothing.
   */
  isSentAtOnce?: boolean;
  /** For inputs with an idempotency key: what to answer when the key's first use has written `id` already. */
  repeat?: Repeat<Result> | undefined;
}

interface Repeat<Result> {
  operation: string;
  answer(manager: EntityManager, id: string): Promise<Result>;
}

interface By {
  tenant: { schemaVersion: string };
  actorId: string | null;
  memberId: string | null;
}

/** The idempotency key, the work and its events, in one transaction. Errors: those of the work; `IdempotencyConflict`. */
export async function inWriteTransaction<Result extends object>(
  manager: EntityManager,
  by: By,
  writing: Writing<Result>,
): Promise<Logged<Result>> {
  if (writing.isSentAtOnce) {
    try {
      const isSentAtOnce = true;
      return await inLoggedTransaction(manager, { ...by, isSentAtOnce }, (given) => withNewKey(given, by, writing));
    } catch (error) {
      if (!(error instanceof KeyInUse)) throw error;
    }
  }
  return inLoggedTransaction(manager, by, (given) => afterItsKey(given, by, writing));
}

function withNewKey<Result extends object>(given: LoggedWork, by: By, writing: Writing<Result>): Promise<Result> {
  const write = newWrite(given, by);
  const key = keyOf(write, writing);
  if (key) given.trailing(claimNewKey(write.manager, key));
  return writing.work(write);
}

async function afterItsKey<Result extends object>(given: LoggedWork, by: By, writing: Writing<Result>) {
  const write = newWrite(given, by);
  const key = keyOf(write, writing);
  const earlier = key && (await claimKey(write.manager, key));
  return earlier !== null && writing.repeat ? writing.repeat.answer(write.manager, earlier) : writing.work(write);
}

const newWrite = ({ manager, append, trailing, now }: LoggedWork, { actorId, memberId, tenant }: By): Write => ({
  manager,
  append,
  trailing,
  now,
  actorId,
  memberId,
  tenant,
  id: uuidV7({ msecs: now.getTime() }),
});

function keyOf(
  { manager, id, now }: Write,
  { input, repeat }: Pick<Writing<object>, 'input' | 'repeat'>,
): IdempotentWrite | null {
  if (!repeat || !hasKey(input)) return null;
  const { idempotencyKey: key, ...content } = input;
  const table = tablesOf(manager).idempotency_keys;
  return { table, operation: repeat.operation, key, input: content, resultId: id, now };
}

export const hasKey = (input: object): input is { idempotencyKey: string } =>
  typeof (input as { idempotencyKey?: unknown }).idempotencyKey === 'string';
