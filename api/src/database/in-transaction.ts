import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { sqlState, sqlStateOf } from './sql-state';

/** PostgreSQL ended one of two that waited for each other; or that could not be put in an order; or a plan was out of date. */
const worthRepeating = new Set<string>([
  sqlState.deadlockDetected,
  sqlState.serializationFailure,
  sqlState.featureNotSupported,
]);
const maxAttempts = 4;
const firstPauseMs = 20;

/** For a statement whose answer nobody has to wait for: it fails the transaction, and is sent before the COMMIT. */
export type Trailing = (statement: Promise<unknown>) => void;

type Work<Result> = (inside: EntityManager, trailing: Trailing) => Promise<Result>;

/** A transaction that lost to another one is run again, up to three times. */
export async function inTransaction<Result>(manager: EntityManager, work: Work<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(manager, work);
    } catch (error) {
      if (attempt === maxAttempts || !worthRepeating.has(sqlStateOf(error))) throw error;
      await sleep(firstPauseMs * 2 ** attempt * Math.random());
    }
  }
}

/**
 * The COMMIT goes behind the trailing statements without waiting for them: where one of them fails, the server rolls back instead, and
 * what is told is the first failure.
 */
async function once<Result>(manager: EntityManager, work: Work<Result>): Promise<Result> {
  const runner = manager.dataSource.createQueryRunner();
  const underWay: Promise<unknown>[] = [];
  try {
    await runner.startTransaction();
    let result: Result;
    try {
      result = await work(runner.manager, (statement) => void underWay.push(statement));
    } catch (error) {
      await Promise.allSettled(underWay);
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
    const ends = await Promise.allSettled([...underWay, runner.commitTransaction()]);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    return result;
  } finally {
    await runner.release();
  }
}
