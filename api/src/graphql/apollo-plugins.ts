import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import type { RequestContext } from './context';
import type { Cost, CostBuckets } from './cost';
import { isPublic } from './errors';
import type { KnownCosts } from './known-costs';

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

/** Refuses an operation that asks for too much, or by somebody who has asked for enough, before any of it runs; and says what it cost. */
export const limitOperations = (
  buckets: CostBuckets,
  costs: KnownCosts,
  paidBefore: (context: RequestContext) => Promise<Cost> | undefined = () => undefined,
): Plugin => ({
  async requestDidStart() {
    let cost: Cost | null = null;
    return {
      async didResolveOperation({ schema, document, operationName, request: { variables }, contextValue }) {
        cost =
          (await paidBefore(contextValue)) ??
          (await buckets.charge(contextValue, costs.require({ schema, document, operationName, variables })));
      },
      async willSendResponse({ response: { body } }) {
        if (cost !== null && body.kind === 'single')
          body.singleResult.extensions = { ...body.singleResult.extensions, cost };
      },
    };
  },
});

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
