import type { ConnectionBudget } from '../database/connection-budget';

export type Query = <Row>(text: string, values?: unknown[]) => Promise<Row[]>;

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
