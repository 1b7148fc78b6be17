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

/**
 * Takes a key for a write, in the write's own transaction: both happen or neither. Of two at once, the second waits for the first.
 * Answers the id that the key's first use wrote, or null where this is the first use, or there is no key.
 * Errors: `IdempotencyConflict` where the key stands for another input.
 */
export async function claimKey(transaction: Transaction, write: IdempotentWrite): Promise<string | null> {
  const { table, operation, key, input, resultId } = write;
  if (key === undefined || key === null) return null;
  const requestHash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  await transaction.query(`delete from ${table} where created_at < now() - interval '${rememberFor}'`);
  const claimed = (await transaction.query(
    `insert into ${table} (operation, key, request_hash, result_id) values ($1, $2, $3, $4)
     on conflict (operation, key) do nothing returning key`,
    [operation, key, requestHash, resultId],
  )) as unknown[];
  if (claimed.length > 0) return null;
  const [first] = (await transaction.query(
    `select request_hash as "requestHash", result_id as "resultId" from ${table} where operation = $1 and key = $2`,
    [operation, key],
  )) as { requestHash: string; resultId: string }[];
  if (first?.requestHash !== requestHash) throw new IdempotencyConflict();
  return first.resultId;
}
