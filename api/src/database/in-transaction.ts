import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { sqlStateOf } from './unavailable';

/** SQLSTATE: PostgreSQL ended one of two that waited for each other; or that could not be put in an order. Nothing of it was written. */
const worthRepeating = new Set(['40P01', '40001']);
const maxAttempts = 4;
const firstPauseMs = 20;

/** A transaction that lost to another one is run again, up to three times. */
export async function inTransaction<Result>(
  manager: EntityManager,
  work: (inside: EntityManager) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await manager.transaction(work);
    } catch (error) {
      if (attempt === maxAttempts || !worthRepeating.has(sqlStateOf(error))) throw error;
      await sleep(firstPauseMs * 2 ** attempt * Math.random());
    }
  }
}
