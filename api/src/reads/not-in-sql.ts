import { GraphQLError } from 'graphql';
import { isTooBusy } from '../graphql/errors';

/** An operation that is executed as ever, since this of it is nothing that SQL could answer. */
export class NotInSql extends Error {}

/** A tenant that is locked, slow or asks for too much, or a database that is away: as the next statement would find it, too. */
export function isLasting(error: unknown): error is Error {
  if (!(error instanceof Error) || error instanceof GraphQLError) return false;
  return isTooBusy(error) || (error as { extensions?: { code?: unknown } }).extensions?.code !== undefined;
}

/** Whether the statement was wrong, rather than the request, or the database out of reach. */
export const isOwnFault = (error: unknown): boolean =>
  !(error instanceof NotInSql || error instanceof GraphQLError || isLasting(error));
