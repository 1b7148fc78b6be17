import type { MiddlewareFunction } from 'react-router';
import { ApolloClients } from './clients';
import { apolloContext } from './context';
import { fetchFromApi } from './fetch-from-api.server';
import { createHttpLink } from './http-link';
import { sessionCookieIn } from './session-cookie';

const longestAnswerMs = 10_000;

/** Gives each request clients of its own, which ask the API in the name of the request's sender. */
export const apolloMiddleware: MiddlewareFunction<Response> = ({ request, context }, next) => {
  context.set(apolloContext, createServerClients(request));
  return next();
};

export function createServerClients(request: Request): ApolloClients {
  const sender = senderHeaders(request.headers);
  return new ApolloClients({
    ssrMode: true,
    createLink: (tenant) =>
      createHttpLink({
        uri: `${process.env['API_ORIGIN'] ?? 'http://127.0.0.1:3000'}/graphql`,
        headers: { ...sender, ...(tenant !== null && { 'x-tenant-id': tenant }) },
        fetch: (url, post) => fetchFromApi(url, { ...post, signal: AbortSignal.timeout(longestAnswerMs) }),
      }),
  });
}

/** Who sends it and from where, and no other credentials. The web server has put the true address into `x-forwarded-for`. */
function senderHeaders(headers: Headers): Record<string, string> {
  const cookie = sessionCookieIn(headers.get('cookie'));
  const kept = ['x-request-id', 'x-forwarded-for', 'user-agent'].map((name) => [name, headers.get(name)] as const);
  return Object.fromEntries([['cookie', cookie] as const, ...kept].filter((pair) => pair[1] !== null)) as Record<
    string,
    string
  >;
}
