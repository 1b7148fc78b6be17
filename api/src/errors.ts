import { GraphQLError, type GraphQLFormattedError } from 'graphql';

const refusal = (code: string, status: number, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status } } });

export const tenantRequired = (): GraphQLError =>
  refusal(
    'TENANT_REQUIRED',
    400,
    'This field belongs to a tenant: name one by id or slug in the header X-Tenant-Id, or in connectionParams.tenantId on a WebSocket.',
  );

export const tenantNotFound = (): GraphQLError =>
  refusal('TENANT_NOT_FOUND', 404, 'There is no tenant with this id or slug among those you may open.');

export const unauthenticated = (): GraphQLError => refusal('UNAUTHENTICATED', 401, 'Sign in first.');

/** For arguments outside what the schema can say, such as a page size or a cursor. `name` is the argument's. */
export const badArgument = (name: string, expected: string): GraphQLError =>
  new GraphQLError(`Argument "${name}": ${expected}`, { extensions: { code: 'BAD_USER_INPUT', argumentName: name } });

/** SQLSTATE class 22: a value that its column's type cannot hold, which the sender can put right, though no check of ours named it. */
const unstorableValue = /^22/;

export function isUnstorableValue(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && code.length === 5 && unstorableValue.test(code);
}

/** Codes that clients may see with their message; whatever carries another one, or none, is our own failure. */
const publicCodes = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_LARGE',
  'SERVICE_UNAVAILABLE',
  'TENANT_NOT_FOUND',
  'TENANT_REQUIRED',
  'TOO_MANY_REQUESTS',
  'UNAUTHENTICATED',
]);

export function isPublic(error: GraphQLError | GraphQLFormattedError): boolean {
  return publicCodes.has(String(error.extensions?.['code']));
}

/**
 * What a client gets to see of an error. Our own failures become one sentence and the request's id, under which the log has the rest.
 * Shape: message, locations, path, extensions { code, requestId? }.
 */
export function presentError(error: GraphQLFormattedError, requestId: string, cause?: unknown): GraphQLFormattedError {
  const { http: _http, stacktrace: _stacktrace, exception: _exception, ...extensions } = error.extensions ?? {};
  if (isPublic(error)) return { ...error, extensions };
  if (isUnstorableValue(cause)) {
    return {
      ...error,
      message: 'A value of the request cannot be stored or compared.',
      extensions: { code: 'BAD_USER_INPUT' },
    };
  }
  return {
    ...error,
    message: 'Internal server error',
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  };
}
