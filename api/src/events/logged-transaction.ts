import type { EntityManager } from 'typeorm';
import { inTransaction } from '../database/in-transaction';
import type { LiveEvent } from './event';
import { appendEvents } from './event-log';

/** The migration that brought the log. A tenant that is not there yet is written without one, for the moments that its upgrade takes. */
const loggedSince = '1764300000000';

export const hasLog = ({ schemaVersion }: { schemaVersion: string }): boolean => schemaVersion >= loggedSince;

export interface Logged<Result> {
  result: Result;
  /** The number that the log has come to; null where nothing happened. */
  seq: number | null;
}

/** In the order in which subscribers get them; nobody hears of what was undone. */
export type Append = (...events: LiveEvent[]) => void;

/** One transaction for the work and its events, which are numbered last. It is run again where it loses to another. */
export function inLoggedTransaction<Result>(
  manager: EntityManager,
  { tenant, actorId = null }: { tenant: { schemaVersion: string }; actorId?: string | null },
  work: (inside: EntityManager, append: Append, now: Date) => Promise<Result>,
): Promise<Logged<Result>> {
  return inTransaction(manager, async (inside) => {
    const events: LiveEvent[] = [];
    const now = new Date();
    const result = await work(inside, (...more) => void events.push(...more), now);
    const seq = events.length > 0 && hasLog(tenant) ? await appendEvents(inside, events, { now, actorId }) : null;
    return { result, seq };
  });
}
