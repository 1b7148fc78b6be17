import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { type Params, type RouterContextProvider, redirect, data as response } from 'react-router';
import { signInPathFor } from '../paths';
import { describeError, statusOf } from './api-error';
import { browserClients } from './browser-clients';
import { closedReasonOf } from './closed-reason';
import { apolloContext } from './context';
import { noteLiveCursor } from './live-cursor';

export interface RouteArgs {
  url: URL;
  params: Params;
  context: Readonly<RouterContextProvider>;
}

interface Options<TData> {
  /** False where the page's subject does not exist: the server then answers 404. */
  isFound?: (data: TData) => boolean;
  /** Whoever is not signed in is led to do so, though the query itself has an answer for nobody. */
  needsViewer?: boolean;
}

/** Answers within this time show no skeleton. */
const patienceMs = 150;

/**
 * A route's `loader` and `clientLoader` in one: fills the tenant's cache with the route's one query, so that the page's generated hook has its data at once.
 * On the server the page waits for the data. In the browser it opens at once: from the cache, which is then brought up to date, or after a moment with its skeleton.
 * Errors: on the server a response of the fitting status (`statusOf`), for the route's error boundary, or the way to sign in;
 *         in the browser none, the page's hook reports them.
 */
export const preload =
  <TData, TVariables extends OperationVariables>(
    query: TypedDocumentNode<TData, TVariables>,
    variablesOf: (args: Pick<RouteArgs, 'url' | 'params'>) => TVariables,
    { isFound = () => true, needsViewer = false }: Options<TData> = {},
  ) =>
  async (args: RouteArgs): Promise<null> => {
    const client = clientOf(args);
    const variables = variablesOf(args);
    if (typeof document === 'undefined') {
      if (args.params['tenantId'] !== undefined) await noteLiveCursor(client);
      await readOnServer(client, query, variables, { isFound, needsViewer, url: args.url });
    } else await readInBrowser(client, query, variables);
    return null;
  };

/** The client of the route's tenant, for a loader that must look at what it has read. */
export function clientOf({ params, context }: Pick<RouteArgs, 'params' | 'context'>): ApolloClient {
  const clients = typeof document === 'undefined' ? context.get(apolloContext) : browserClients();
  return clients.of(params['tenantId'] ?? null).apollo;
}

async function readOnServer<TData, TVariables extends OperationVariables>(
  client: ApolloClient,
  query: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
  { isFound, needsViewer, url }: Required<Options<TData>> & { url: URL },
): Promise<void> {
  const { data } = await runQuery(client, query, variables, 'cache-first').catch((error: unknown) => {
    const status = statusOf(error);
    if (status === 401) throw redirect(signInPathFor(url));
    if (status >= 500)
      console.error(`web: a page answered ${status}, because the API did not: ${describeError(error)}`);
    const closed = closedReasonOf(error);
    throw response(closed && { closed }, { status });
  });
  if (needsViewer && (data as { viewer?: unknown } | undefined)?.viewer === null) throw redirect(signInPathFor(url));
  if (data === undefined || !isFound(data)) throw response(null, { status: 404 });
}

async function readInBrowser<TData, TVariables extends OperationVariables>(
  client: ApolloClient,
  query: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
): Promise<void> {
  const cached = client.cache.readQuery({ query, variables }) !== null;
  const answer = runQuery(client, query, variables, cached ? 'network-only' : 'cache-first').catch(leaveToTheHook);
  if (!cached) await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}

/** The page asks again and shows what it is told; a refresh that fails leaves what is shown. */
const leaveToTheHook = () => undefined;

const runQuery = <TData, TVariables extends OperationVariables>(
  client: ApolloClient,
  query: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
  fetchPolicy: 'cache-first' | 'network-only',
) => client.query<TData, TVariables>({ query, variables, fetchPolicy } as ApolloClient.QueryOptions<TData, TVariables>);
