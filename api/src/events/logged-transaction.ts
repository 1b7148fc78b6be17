import type { EntityManager } from 'typeorm';
import { inTransaction, type Trailing } from '../database/in-transaction';
import type { LiveEvent } from './event';
import { appendEvents } from './event-log';

export interface Logged<Result> {
  result: Result;
  /** The number that the log has come to; null where nothing happened. */
  seq: number | null;
}

interface LoggedBy {
  actorId?: string | null;
  isSentAtOnce?: boolean;
}

/** In the order in which subscribers get them; nobody hears of what was undone. */
export type Append = (...events: LiveEvent[]) => void;

/** What a transaction's work is given. */
export interface LoggedWork {
  manager: EntityManager;
  append: Append;
  trailing: Trailing;
  now: Date;
}

/**
 * One transaction for the work and its events, which are numbered last. It is run again where it loses to another.
 * `isSentAtOnce`: the work, no async function, sends all of its statements and appends all of its events before it waits for an answer.
 * Events and COMMIT then follow in the same round trip; where one of the statements fails, so does all behind it, and nothing is written.
 */
export async function inLoggedTransaction<Result>(
  manager: EntityManager,
  { actorId = null, isSentAtOnce = false }: LoggedBy,
  work: (given: LoggedWork) => Promise<Result>,
): Promise<Logged<Result>> {
  const { answers } = await inTransaction(manager, async (inside, trailing) => {
    const events: LiveEvent[] = [];
    const now = new Date();
    const result = work({ manager: inside, append: (...more) => void events.push(...more), trailing, now });
    // What has appended nothing yet has something to wait for, or has refused.
    if (isSentAtOnce && events.length > 0) trailing(result);
    else await result;
    const seq = events.length > 0 ? appendEvents(inside, events, { now, actorId }) : null;
    if (seq !== null) trailing(seq);
    const answers = Promise.all([result, seq]);
    answers.catch(() => undefined);
    // In an object: a promise alone would be waited for here.
    return { answers };
  });
  const [result, seq] = await answers;
  return { result, seq };
}
