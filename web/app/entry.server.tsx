import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { renderToPipeableStream } from 'react-dom/server';
import {
  createRequestHandler,
  type EntryContext,
  type HandleErrorFunction,
  RouterContextProvider,
  ServerRouter,
} from 'react-router';
import { apolloContext } from './apollo/context';
import { ApolloClientsProvider } from './apollo/provider';
import { NoncesProvider, noncesContext } from './nonces';

/** For the web server: of the build's own copy of React Router, which knows no other's contexts. */
export { createRequestHandler, noncesContext, RouterContextProvider };

const longestRenderMs = 10_000;

/** Every page is rendered whole before its first byte: the data is in the cache by then, so there is nothing to stream, and an error still can set the status. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> | Response {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  if (request.method === 'HEAD') return new Response(null, { status, headers });

  const nonces = context.get(noncesContext);
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <ApolloClientsProvider clients={context.get(apolloContext)}>
        <NoncesProvider value={nonces}>
          <ServerRouter context={routerContext} url={request.url} {...(nonces && { nonce: nonces.script })} />
        </NoncesProvider>
      </ApolloClientsProvider>,
      {
        ...(nonces && { nonce: nonces.script }),
        onAllReady() {
          clearTimeout(timer);
          const page = new PassThrough();
          // In one piece: React writes many small ones, each of which would cross four streams.
          buffer(page).then((whole) => resolve(new Response(whole, { status, headers })), reject);
          pipe(page);
        },
        onShellError: reject,
        onError: (error) => console.error('web: rendering failed:', error),
      },
    );
    const timer = setTimeout(abort, longestRenderMs);
  });
}

/** What no page foresaw, once, with its stack, in the log and never in the page. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (!request.signal.aborted) console.error(`web: ${request.method} ${new URL(request.url).pathname} failed:`, error);
};
