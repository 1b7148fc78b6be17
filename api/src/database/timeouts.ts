/** Units: milliseconds, set for every transaction; 0 is none. */
export interface Timeouts {
  statementMs: number;
  lockMs: number;
  idleInTransactionMs: number;
}

export const usualTimeouts: Timeouts = { statementMs: 10_000, lockMs: 5_000, idleInTransactionMs: 10_000 };

/** How long the server may be late with the answer that its own timeout makes due. Units: milliseconds. */
export const graceMs = 2_000;

/** On a lane, where others wait behind. Units: milliseconds. */
export const statementMsOnLane = 2_000;
const lockMsOnLane = 250;

/** By their names in PostgreSQL. Units: milliseconds. */
type TimeoutSettings = Record<string, number>;

export const timeoutsOnLane: TimeoutSettings = { statement_timeout: statementMsOnLane, lock_timeout: lockMsOnLane };

export const timeoutsOfPool = ({ statementMs, lockMs, idleInTransactionMs }: Timeouts): TimeoutSettings => ({
  statement_timeout: statementMs,
  lock_timeout: lockMs,
  idle_in_transaction_session_timeout: idleInTransactionMs,
});

/** For a session, or for one transaction. */
export function writeTimeouts(set: 'set' | 'set local', settings: TimeoutSettings): string {
  return Object.entries(settings)
    .map(([name, ms]) => `${set} ${name} = ${ms}`)
    .join('; ');
}
