import type { EntityManager } from 'typeorm';
import { inTransaction } from './in-transaction';
import { planningForValues } from './transaction';

/**
 * For reads whose time depends on how much a tenant holds (searches, counts, statistics, exports): they go over a connection of their own,
 * so that nobody's short statement waits behind them.
 */
export function longRead<Result>(
  manager: EntityManager,
  read: (inside: EntityManager) => Promise<Result>,
): Promise<Result> {
  return manager.transaction((inside) => {
    planForValues(inside);
    return read(inside);
  });
}

/** The same for a single statement, in one round trip. */
export async function longStatement<Row>(manager: EntityManager, text: string, values: unknown[]): Promise<Row[]> {
  const { rows } = await inTransaction(manager, async (inside, trailing) => {
    planForValues(inside);
    const rows: Promise<Row[]> = inside.query(text, values);
    trailing(rows);
    return { rows };
  });
  return rows;
}

/**
 * A search's plan rests on how often its words are found: one for all values, which PostgreSQL takes for a prepared statement after a while,
 * took 118 ms for a name where one for that name takes 8.
 */
function planForValues(inside: EntityManager): void {
  inside.query(planningForValues).catch(() => undefined);
}
