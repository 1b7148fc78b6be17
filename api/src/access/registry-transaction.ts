import type { ConnectionBudget } from '../database/connection-budget';

export type Query = <Row>(text: string, values?: unknown[]) => Promise<Row[]>;

/**
 * Until the transaction ends, nobody else changes who belongs to the tenant: what is read afterwards stays so.
 * Shape: a lock that the transaction takes along, so that a pooler may stand in between.
 */
export async function lockMembers(query: Query, tenantId: string): Promise<void> {
  await query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`members ${tenantId}`]);
}

/** A transaction on the registry's tables: all of the work, or nothing. */
export async function inRegistry<Result>(
  budget: ConnectionBudget,
  work: (query: Query) => Promise<Result>,
): Promise<Result> {
  const transaction = await budget.begin();
  try {
    const result = await work(async <Row>(text: string, values?: unknown[]) => {
      const { rows } = await transaction.query(text, values);
      return rows as Row[];
    });
    await transaction.end('commit');
    return result;
  } catch (error) {
    await transaction.end('rollback').catch(() => undefined);
    throw error;
  } finally {
    transaction.abandon();
  }
}
