import { DatabaseError } from 'pg';

/**
 * The database could not be reached, or went away in the middle of a statement. Whether that statement took effect is not known.
 * Clients see `SERVICE_UNAVAILABLE` (503); nothing in the process needs to be restarted afterwards.
 */
export class DatabaseUnavailable extends Error {
  /** Read by graphql-js, through TypeORM's own error too, which copies the properties of its cause. */
  readonly extensions = { code: 'SERVICE_UNAVAILABLE', http: { status: 503 } };

  constructor(cause: unknown) {
    super('The database does not answer at the moment. What was acknowledged is safe; please try again shortly.', {
      cause,
    });
    this.name = 'DatabaseUnavailable';
  }

  /** TypeORM makes its own message of this. */
  override toString(): string {
    return this.message;
  }
}

/** SQLSTATE classes in which the server ends or refuses the connection: 08 connection, 57P01–57P05 shutdown and start-up, 53300 too many. */
const goneAway = /^(08...|57P0[1-5]|53300)$/;

/** Errors of the statement itself come from the server and carry its SQLSTATE; all else on a lost connection is the connection. */
export function isConnectionLoss(error: unknown, connectionLost: boolean): boolean {
  if (error instanceof DatabaseError) return goneAway.test(error.code ?? '');
  return connectionLost;
}

/** Also where TypeORM has wrapped it in an error of its own. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const { extensions } = (error ?? {}) as { extensions?: { code?: unknown } };
  return extensions?.code === 'SERVICE_UNAVAILABLE';
}
