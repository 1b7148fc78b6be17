import { createHash } from 'node:crypto';
import { sqlState, sqlStateOf } from './sql-state';

/** An EntityManager, a QueryRunner: whatever the write's own transaction runs through. */
interface Transaction {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

export interface IdempotentWrite {
  /** Quoted and qualified: the tenant's own, or the registry's. */
  table: string;
  operation: string;
  key: string | null | undefined;
  /** What the key stands for; the key itself may be part of it. */
  input: object;
  /** The id that the write is about to give its result. */
  resultId: string;
  now: Date;
}

export class IdempotencyConflict extends Error {
  constructor() {
    super('This idempotency key was used for another input.');
    this.name = 'IdempotencyConflict';
  }
}

export const rememberKeysMs = 24 * 60 * 60 * 1_000;

/** The key was used before, or is old and not forgotten yet: `claimKey` tells which. */
export class KeyInUse extends Error {}

/**
 * Takes a key that was not used before, in the write's own transaction: both happen or neither, and no answer has to be waited for, since
 * where the key is in use the transaction fails. Of two at once, the second waits for the first.
 * Errors: `KeyInUse`.
 */
export async function claimNewKey(transaction: Transaction, { table, now, ...write }: IdempotentWrite): Promise<void> {
  try {
    await transaction.query(
      `insert into ${table} (operation, key, request_hash, result_id, created_at) values ($1, $2, $3, $4, $5)`,
      [write.operation, write.key?.trim(), hashOf(write.input), write.resultId, now],
    );
  } catch (error) {
    if (sqlStateOf(error) === sqlState.uniqueViolation) throw new KeyInUse();
    throw error;
  }
}

const hashOf = (input: object): string => createHash('sha256').update(JSON.stringify(input)).digest('hex');

/**
 * Takes a key for a write, in the write's own transaction: both happen or neither. Of two at once, the second waits for the first.
 * Answers the id that the key's first use wrote, or null where this is the first use, or there is no key.
 * Errors: `IdempotencyConflict` where the key stands for another input.
 */
export async function claimKey(transaction: Transaction, write: IdempotentWrite): Promise<string | null> {
  const { table, operation, key, input, resultId, now } = write;
  if (key === undefined || key === null) return null;
  const requestHash = hashOf(input);
  // The moment as a parameter: Citus takes no now() here.
  const claimed = (await transaction.query(
    `insert into ${table} as known (operation, key, request_hash, result_id, created_at) values ($1, $2, $3, $4, $5)
     on conflict (operation, key) do update
       set request_hash = excluded.request_hash, result_id = excluded.result_id, created_at = excluded.created_at
       where known.created_at < $6
     returning key`,
    [operation, key.trim(), requestHash, resultId, now, new Date(now.getTime() - rememberKeysMs)],
  )) as unknown[];
  if (claimed.length > 0) return null;
  const [first] = (await transaction.query(
    `select request_hash as "requestHash", result_id as "resultId" from ${table} where operation = $1 and key = $2`,
    [operation, key.trim()],
  )) as { requestHash: string; resultId: string }[];
  if (first?.requestHash !== requestHash) throw new IdempotencyConflict();
  return first.resultId;
}

/** Removes the keys whose time is over. Answers when the oldest of those that are left will be so; null where none is left. */
export async function forgetKeys(transaction: Transaction, table: string, now: Date): Promise<Date | null> {
  await transaction.query(`delete from ${table} where created_at < $1`, [new Date(now.getTime() - rememberKeysMs)]);
  const [left] = (await transaction.query(`select min(created_at) as oldest from ${table}`)) as {
    oldest: string | null;
  }[];
  return left?.oldest ? new Date(Date.parse(left.oldest) + rememberKeysMs + 1) : null;
}
