import { HttpLink } from '@apollo/client';
import type { MiddlewareFunction } from 'react-router';
import { ApolloClients } from './clients';
import { apolloContext } from './context';

const longestAnswerMs = 10_000;

/** Gives each request clients of its own, which ask the API in the name of the request's sender. */
export const apolloMiddleware: MiddlewareFunction<Response> = ({ request, context }, next) => {
  context.set(apolloContext, createServerClients(request));
  return next();
};

export function createServerClients(request: Request): ApolloClients {
  const cookie = request.headers.get('cookie');
  const requestId = request.headers.get('x-request-id');
  return new ApolloClients({
    ssrMode: true,
    createLink: (tenant) =>
      new HttpLink({
        uri: `${process.env['API_ORIGIN'] ?? 'http://127.0.0.1:3000'}/graphql`,
        headers: {
          ...(cookie && { cookie }),
          ...(requestId && { 'x-request-id': requestId }),
          ...(tenant !== null && { 'x-tenant-id': tenant }),
        },
        fetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(longestAnswerMs) }),
      }),
  });
}
