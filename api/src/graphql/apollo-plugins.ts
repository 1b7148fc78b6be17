import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import type { RequestContext } from './context';
import { isPublic } from './errors';
import { refusalFor } from './limits';

type Plugin = ApolloServerPlugin<RequestContext>;

/** Logs what went wrong under the request's id, and leaves the id where `formatError`, which has no context, finds it. */
export function rememberErrors(log: (error: GraphQLError, requestId: string) => void): Plugin {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) {
            log(error, contextValue.requestId);
            if (!isPublic(error)) error.extensions['requestId'] = contextValue.requestId;
          }
        },
      };
    },
  };
}

/** Refuses an operation that asks for too much before any of it runs. */
export const limitOperations: Plugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operationName, request }) {
        const refusal = refusalFor({ schema, document, operationName, variables: request.variables });
        if (refusal) throw refusal;
      },
    };
  },
};

const refusals = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_TOO_LARGE',
]);

/**
 * A document that is refused is answered with 400 only to those who asked for `application/graphql-response+json`:
 * under `application/json`, a status other than 200 may come from anything in between.
 * Source: GraphQL over HTTP, "Status Codes".
 */
export const statusByMediaType: Plugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response }) {
        const isRefused =
          response.http.status === 400 && response.body.kind === 'single' && !('data' in response.body.singleResult);
        const code =
          response.body.kind === 'single' ? response.body.singleResult.errors?.[0]?.extensions?.['code'] : undefined;
        const wantsStatus = request.http?.headers.get('accept')?.includes('application/graphql-response+json');
        if (isRefused && refusals.has(String(code)) && !wantsStatus) response.http.status = 200;
      },
    };
  },
};
