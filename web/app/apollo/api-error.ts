import { CombinedGraphQLErrors, ServerError } from '@apollo/client';
import { isRouteErrorResponse } from 'react-router';
import type { ErrorCode } from '../generated/constraints';

/** Whatever is not here is a failure of the API's, or a mistake of this client's: 500. */
const statusByCode: Partial<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  TENANT_REQUIRED: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  ONE_COMPANY_ONLY: 403,
  NOT_FOUND: 404,
  TENANT_NOT_FOUND: 404,
  TOO_MANY_REQUESTS: 429,
  OPERATION_TOO_LARGE: 400,
  TENANT_READ_ONLY: 503,
  TENANT_SUSPENDED: 403,
  SERVICE_UNAVAILABLE: 503,
};

/** The HTTP status that tells best what went wrong. An API that cannot be reached counts as 503, an unknown failure as 500. */
export function statusOf(error: unknown): number {
  if (isRouteErrorResponse(error)) return error.status;
  if (CombinedGraphQLErrors.is(error)) {
    const [code] = errorCodes(error);
    return (code !== undefined && statusByCode[code as ErrorCode]) || 500;
  }
  if (ServerError.is(error)) return [401, 403, 404, 429].includes(error.statusCode) ? error.statusCode : 503;
  return isUnreachable(error) ? 503 : 500;
}

/** What the API calls the errors of its answer; none where it gave no answer. */
export const errorCodes = (error: unknown): string[] =>
  CombinedGraphQLErrors.is(error)
    ? error.errors.map(({ extensions }) => extensions?.['code']).filter((code) => typeof code === 'string')
    : [];

/** Whether the session was opened by a company's provider, which has no say in what is the account's own. */
export const isOneCompanyOnly = (error: unknown): boolean =>
  errorCodes(error).includes('ONE_COMPANY_ONLY' satisfies ErrorCode);

export const oneCompanyOnly =
  'You are signed in by your company’s provider, for that company only. Sign in with your password to do this.';

/** `fetch` says so with a TypeError, its timeout with a DOMException. */
const isUnreachable = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError'));

/** For the log: one line, with the cause that `fetch` hides behind "fetch failed". */
export const describeError = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
};
