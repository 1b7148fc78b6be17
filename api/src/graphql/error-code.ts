import { GraphQLEnumType } from 'graphql';

/** The codes that clients may see in `extensions.code`, with what each means to them. Whatever carries another one is our own failure. */
const meanings = {
  BAD_REQUEST: 'The HTTP request is not one of GraphQL over HTTP.',
  BAD_USER_INPUT:
    'An argument or variable has not the expected form; `argumentName` says which where it is one argument.',
  EVENTS_EXPIRED: 'The events behind the cursor are no longer kept; `oldestCursor` says where to begin anew.',
  FORBIDDEN: 'Whoever sends the request may not do this; or a page of another origin had a browser send it.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  INTERNAL_SERVER_ERROR: 'A failure of our own: the log has the rest under `requestId`.',
  NOT_FOUND: 'There is nothing at this address of the server.',
  ONE_COMPANY_ONLY:
    'The session was opened by a company’s own provider and reaches that company alone; this is the account’s own business.',
  OPERATION_RESOLUTION_FAILURE: 'The document has not the operation that was named, or has several and none was.',
  OPERATION_TOO_LARGE: 'The operation is deeper, wider or asks for more objects than allowed; the message says what.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Send the whole document: its hash alone is not enough here.',
  SERVICE_UNAVAILABLE:
    'The database does not answer. What was acknowledged is safe; repeat writes with their idempotency key.',
  TENANT_NOT_FOUND: 'The request names no tenant among those that its sender may open.',
  TENANT_READ_ONLY: 'The tenant takes no writes for the time being; the message says why. Reads are answered.',
  TENANT_REQUIRED:
    'The field belongs to a tenant, and the request names none: X-Tenant-Id, or `connectionParams.tenantId`.',
  TENANT_SUSPENDED:
    'The tenant is closed to its members for the time being; `reason` says why, `until` how long a deletion can be taken back.',
  TOO_MANY_REQUESTS:
    'The tenant has its share under way, or has asked for as much as it may in a minute. Nothing was done; repeat it after `retryAfterMs`.',
  UNAUTHENTICATED: 'The request says nothing of who sends it, or what it says is not valid.',
} as const;

export type ErrorCode = keyof typeof meanings;

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(meanings, code);

/** Of no field, since errors lie outside of the schema; there for those who write clients. */
export const errorCodeType = new GraphQLEnumType({
  name: 'ErrorCode',
  description: 'What `extensions.code` of an error can be.',
  values: Object.fromEntries(Object.entries(meanings).map(([code, description]) => [code, { description }])),
});
