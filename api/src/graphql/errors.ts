import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { sqlStateOf } from '../database/sql-state';
import { cursorOf } from '../events/cursor';
import { type Tenant, TenantStatus } from '../tenancy/tenant';
import { type ErrorCode, isErrorCode } from './error-code';

const refusal = (code: ErrorCode, status: number, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status } } });

export const tenantRequired = (): GraphQLError =>
  refusal(
    'TENANT_REQUIRED',
    400,
    'This field belongs to a tenant: name one by id or slug in the header X-Tenant-Id, or in connectionParams.tenantId on a WebSocket.',
  );

export const tenantNotFound = (): GraphQLError =>
  refusal('TENANT_NOT_FOUND', 404, 'There is no tenant with this id or slug among those you may open.');

/** For its members alone. `until`: of one that is being deleted, until when its owner can restore it. ISO 8601. */
export function tenantSuspended({
  status,
  statusReason,
  statusUntil,
}: Pick<Tenant, 'status' | 'statusReason' | 'statusUntil'>): GraphQLError {
  const isDeleting = status === TenantStatus.DELETING;
  const until = isDeleting ? statusUntil : null;
  const message = isDeleting
    ? `This company is being deleted. Until ${until}, an owner can restore it.`
    : `This company is suspended${statusReason ? `: ${statusReason}` : '.'}`;
  return new GraphQLError(message, {
    extensions: {
      code: 'TENANT_SUSPENDED' satisfies ErrorCode,
      reason: statusReason,
      until,
      isDeleting,
      http: { status: 403 },
    },
  });
}

export const tenantReadOnly = (reason: string): GraphQLError =>
  refusal(
    'TENANT_READ_ONLY',
    503,
    `This company can be read but not changed at the moment: its tables could not be brought up to date (${reason}).`,
  );

export const tenantUpgrading = (): GraphQLError =>
  refusal('SERVICE_UNAVAILABLE', 503, 'This company’s tables are being brought up to date; please try again shortly.');

export const unauthenticated = (): GraphQLError => refusal('UNAUTHENTICATED', 401, 'Sign in first.');

export const forbidden = (permission: string): GraphQLError =>
  refusal('FORBIDDEN', 403, `You may not do this: it needs the permission ${permission}.`);

export const oneCompanyOnly = (): GraphQLError =>
  refusal(
    'ONE_COMPANY_ONLY',
    403,
    'You are signed in by a company’s provider, for that company only: sign in with your password to do this.',
  );

export const tooManyAttempts = (retryAfterMs: number): GraphQLError =>
  new GraphQLError(`Too many attempts; please try again in ${Math.ceil(retryAfterMs / 60_000)} min.`, {
    extensions: { code: 'TOO_MANY_REQUESTS' satisfies ErrorCode, retryAfterMs, http: { status: 429 } },
  });

/** `oldestCursor`: where a reader begins anew, once it has read what it shows from scratch. */
export const eventsExpired = (oldest: number): GraphQLError =>
  new GraphQLError('The events behind this cursor are no longer kept: read anew, and go on from `oldestCursor`.', {
    extensions: { code: 'EVENTS_EXPIRED' satisfies ErrorCode, oldestCursor: cursorOf(oldest), http: { status: 410 } },
  });

/** For a row that was deleted while the operation that needs it was under way. */
export const changedMeanwhile = (what: string): GraphQLError =>
  refusal('SERVICE_UNAVAILABLE', 503, `The ${what} was deleted at this very moment; please read again.`);

/** For arguments outside what the schema can say, such as a page size or a cursor. `name` is the argument's. */
export const badArgument = (name: string, expected: string): GraphQLError =>
  new GraphQLError(`Argument "${name}": ${expected}`, { extensions: { code: 'BAD_USER_INPUT', argumentName: name } });

/** SQLSTATE class 22: a value that its column's type cannot hold, which the sender can put right, though no check of ours named it. */
const unstorableValue = /^22...$/;

export const isUnstorableValue = (error: unknown): boolean => unstorableValue.test(sqlStateOf(error));

/** Units: milliseconds. */
const tryAgainMs = 1_000;
const exportAgainMs = 15_000;

/** SQLSTATE: a lock was not to be had in time; the statement took too long; two waited for each other, each time they were tried. */
const tooBusy = new Set(['55P03', '57014', '40P01', '40001']);

export const isTooBusy = (error: unknown): boolean => tooBusy.has(sqlStateOf(error));

/** `what`: of the tenant. */
export const tooManyAtOnce = (what: string): GraphQLError =>
  new GraphQLError(`This company has as many ${what} as it may at a time; please try again shortly.`, {
    extensions: { code: 'TOO_MANY_REQUESTS' satisfies ErrorCode, retryAfterMs: tryAgainMs, http: { status: 429 } },
  });

/** `whose`: of whom there are as many as may be. */
export const tooManyExports = (whose: string): GraphQLError =>
  new GraphQLError(`${whose} has as many exports under way as it may: wait until one of them has ended.`, {
    extensions: { code: 'TOO_MANY_REQUESTS' satisfies ErrorCode, retryAfterMs: exportAgainMs, http: { status: 429 } },
  });

export const forbiddenToPages = (): GraphQLError =>
  refusal('FORBIDDEN', 403, 'Pages of other sites may not call this API; CORS_ORIGINS lists those that may.');

export const noSuchArchive = (): GraphQLError =>
  refusal('NOT_FOUND', 404, 'There is no archive with this id; they are kept for some days only.');

/** `why`: a sentence. */
export const archiveOutOfReach = (why: string): GraphQLError => refusal('SERVICE_UNAVAILABLE', 503, why);

export const noUploads = (why: string): GraphQLError => refusal('BAD_REQUEST', 400, `The part was not taken: ${why}`);

export function isPublic(error: GraphQLError | GraphQLFormattedError): boolean {
  const code = error.extensions?.['code'];
  return isErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR';
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
  if (isTooBusy(cause)) {
    return {
      ...error,
      message: 'This company is busy with something that takes long; nothing was changed, please try again shortly.',
      extensions: { code: 'SERVICE_UNAVAILABLE', retryAfterMs: tryAgainMs },
    };
  }
  return {
    ...error,
    message: 'Internal server error',
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  };
}
