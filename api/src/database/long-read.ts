import type { EntityManager } from 'typeorm';

/**
 * For reads whose time depends on how much a tenant holds (searches, counts, statistics, exports): they go over a connection of their own,
 * so that nobody's short statement waits behind them.
 */
export function longRead<Result>(
  manager: EntityManager,
  read: (inside: EntityManager) => Promise<Result>,
): Promise<Result> {
  return manager.transaction(read);
}
