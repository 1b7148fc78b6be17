import type { FastifyReply } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { presentError } from '../graphql/errors';

/** Of errors that do not say it themselves. */
const statuses: Readonly<Record<string, number>> = {
  SERVICE_UNAVAILABLE: 503,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500,
};

/** In GraphQL's shape, with the error's status; where it says when to come again, as a header too. */
export function refuse(reply: FastifyReply, error: unknown): FastifyReply {
  const { status, refusal } = refusalOf(error, reply.request.id);
  const { retryAfterMs } = refusal.extensions ?? {};
  if (typeof retryAfterMs === 'number') reply.header('retry-after', Math.max(1, Math.ceil(retryAfterMs / 1_000)));
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [refusal] });
}

export function refusalOf(error: unknown, requestId: string): { status: number; refusal: GraphQLFormattedError } {
  const known = asGraphqlError(error);
  const { http } = known.extensions as { http?: { status?: number } };
  const refusal = presentError(known.toJSON(), requestId, error);
  return { status: http?.status ?? statuses[String(refusal.extensions?.['code'])] ?? 400, refusal };
}

/** What the error says of itself stays. */
export function asGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return error instanceof Error
    ? new GraphQLError(error.message, { originalError: error })
    : new GraphQLError('Internal server error');
}
