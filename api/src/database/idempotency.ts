import { createHash } from 'node:crypto';

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
}

export class IdempotencyConflict extends Error {
  constructor() {
    super('This idempotency key was used for another input.');
    this.name = 'IdempotencyConflict';
  }
}

const rememberFor = '24 hours';
const forgetAtOnce = 100;

/**
 * Takes a key for a write, in the write's own transaction: both happen or neither. Of two at once, the second waits for the first.
 * Answers the id that the key's first use wrote, or null where this is the first use, or there is no key.
 * Errors: `IdempotencyConflict` where the key stands for another input.
 */
export async function claimKey(transaction: Transaction, write: IdempotentWrite): Promise<string | null> {
  const { table, operation, key, input, resultId } = write;
  if (key === undefined || key === null) return null;
  const requestHash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  await forgetSome(transaction, table);
  const claimed = (await transaction.query(
    `insert into ${table} as known (operation, key, request_hash, result_id) values ($1, $2, $3, $4)
     on conflict (operation, key) do update
       set request_hash = excluded.request_hash, result_id = excluded.result_id, created_at = excluded.created_at
       where known.created_at < now() - interval '${rememberFor}'
     returning key`,
    [operation, key.trim(), requestHash, resultId],
  )) as unknown[];
  if (claimed.length > 0) return null;
  const [first] = (await transaction.query(
    `select request_hash as "requestHash", result_id as "resultId" from ${table} where operation = $1 and key = $2`,
    [operation, key.trim()],
  )) as { requestHash: string; resultId: string }[];
  if (first?.requestHash !== requestHash) throw new IdempotencyConflict();
  return first.resultId;
}

/** Keys whose time is over, a few with each new one. Those that somebody else is about to remove are left to them: nobody waits here. */
async function forgetSome(transaction: Transaction, table: string): Promise<void> {
  await transaction.query(
    `delete from ${table} where (operation, key) in (
       select operation, key from ${table} where created_at < now() - interval '${rememberFor}' limit ${forgetAtOnce} for update skip locked)`,
  );
}
