import { GraphQLError } from 'graphql';

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

export const serviceUnavailable = (): GraphQLError =>
  refusal('SERVICE_UNAVAILABLE', 503, 'The database does not answer at the moment. Nothing was changed that was not acknowledged; try again shortly.');

/** For arguments outside what the schema can say, such as a page size or a cursor. `name` is the argument's. */
export const badArgument = (name: string, expected: string): GraphQLError =>
  new GraphQLError(`Argument "${name}": ${expected}`, { extensions: { code: 'BAD_USER_INPUT', argumentName: name } });
