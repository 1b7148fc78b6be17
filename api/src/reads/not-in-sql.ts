import { GraphQLError } from 'graphql';
import { isTooBusy } from '../graphql/errors';

/** An operation that is executed as ever, since this of it is nothing that SQL could answer. */
export class NotInSql extends Error {}

/** Whether the statement was wrong, rather than the request, or the database out of reach. */
export function isOwnFault(error: unknown): boolean {
  if (error instanceof NotInSql || error instanceof GraphQLError || isTooBusy(error)) return false;
  const { extensions } = (error ?? {}) as { extensions?: { code?: unknown } };
  return extensions?.code === undefined;
}
