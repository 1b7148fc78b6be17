import { fileURLToPath } from 'node:url';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import httpProxy from '@fastify/http-proxy';
import proxyAddr from '@fastify/proxy-addr';
import serveStatic from '@fastify/static';
import fastify from 'fastify';
import { createHttpTerminator } from 'http-terminator';
import { forwardWebSockets } from './forward-web-sockets.mjs';
import { addSecurityHeaders } from './security-headers.mjs';

/** Of 11, the default, at which a page waits longer for its compression than for its data. */
const brotliQuality = 4;

/**
 * What a client is given to say what it wants, and a page that is being rendered as the server closes.
 * Node would look only each 30 s who is late, so the interval is part of the limit.
 */
const patience = { headersMs: 5_000, requestMs: 15_000, lookEveryMs: 1_000, finishMs: 5_000 };

const apiIsAway = {
  errors: [
    {
      message: 'The API does not answer at the moment. Nothing that was acknowledged is lost; try again shortly.',
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    },
  ],
};

/**
 * The origin that browsers see: pages, their files, and `/graphql`, `/export` and `/archives`, which go on to the API.
 * @param {object} options
 * @param {(request: Request, nonces: { script: string, style: string }) => Promise<Response>} options.renderPage
 * @param {URL} options.clientFolder the files for browsers
 * @param {string} options.apiOrigin
 * @param {readonly string[] | null} options.allowedHosts names by which this server may be addressed; null for any
 * @param {readonly string[]} [options.trustedProxies] whose `X-Forwarded-For` is believed; nobody's where none is named
 * @param {boolean} [options.isSecure] whether browsers come by https
 * @param {typeof patience} [options.limits]
 */
export async function createWebServer({
  renderPage,
  clientFolder,
  apiOrigin,
  allowedHosts,
  trustedProxies = [],
  isSecure = false,
  limits = patience,
}) {
  const forwardedHeaders = forwardingBehind(trustedProxies);
  const app = fastify({
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: false },
    requestTimeout: limits.requestMs,
    http: { headersTimeout: limits.headersMs, connectionsCheckingInterval: limits.lookEveryMs },
  });
  await addSecurityHeaders(app, { isSecure });
  app.addHook('onRequest', async (request, reply) => {
    // An absolute address would be another server's, and this one stands in nobody's place.
    if (!request.url.startsWith('/')) {
      return reply.code(400).type('text/plain; charset=utf-8').send('The address of the request is not one.');
    }
    // Or a stranger's page could give loopback its own name, and read companies' pages as its own.
    if (allowedHosts !== null && !allowedHosts.includes(request.hostname)) {
      return reply.code(421).type('text/plain; charset=utf-8').send('This server does not answer to that host name.');
    }
  });
  app.setErrorHandler((error, request, reply) => {
    const status = error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 500;
    // Who went away in the middle of an answer gets none, and is no failure of ours.
    const isGone = request.raw.destroyed || request.raw.socket.destroyed;
    if (status === 500 && !isGone) console.error(`web: ${request.method} ${request.url} failed:`, error);
    return reply
      .code(status)
      .type('text/plain; charset=utf-8')
      .send(status === 500 ? 'Something went wrong. Please try again.' : error.message);
  });
  app.get('/healthz', async () => ({ status: 'ok' }));

  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } },
  });
  for (const [prefix, errorType] of [
    ['/graphql', 'application/graphql-response+json'],
    ['/export', 'application/json'],
    ['/archives', 'application/json'],
  ]) {
    await app.register(httpProxy, {
      upstream: apiOrigin,
      prefix,
      rewritePrefix: prefix,
      replyOptions: {
        rewriteRequestHeaders: (request, headers) => ({ ...headers, ...forwardedHeaders(request.raw) }),
        // How long the API keeps its connection to here says nothing about the browser's.
        rewriteHeaders: ({ connection, 'keep-alive': keepAlive, ...headers }) => headers,
        onError: (reply) => reply.code(503).type(`${errorType}; charset=utf-8`).send(apiIsAway),
      },
    });
  }
  forwardWebSockets(app.server, { path: '/graphql', origin: apiOrigin, headersFor: forwardedHeaders });
  closeInTime(app, limits.finishMs);

  await app.register(serveStatic, {
    root: fileURLToPath(clientFolder),
    wildcard: false,
    preCompressed: true,
    globIgnore: ['**/*.br', '**/*.gz'],
    cacheControl: false,
    setHeaders: (response, path) => {
      response.setHeader('vary', 'accept-encoding');
      // Vite names what is in `assets` by its content.
      response.setHeader(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      );
    },
  });
  app.route({ method: ['GET', 'HEAD'], url: '/*', handler: servePages(renderPage, forwardedHeaders) });
  return app;
}

/** Without this a closing server waits for its clients: a browser opens connections that it may use later, and keeps those that it has used. */
function closeInTime(app, finishMs) {
  const terminator = createHttpTerminator({ server: app.server, gracefulTerminationTimeout: finishMs });
  let isClosing = false;
  app.addHook('preClose', () => {
    isClosing = true;
    return terminator.terminate();
  });
  // The terminator has every answer say `Connection: close`; one that had begun before cannot, and its connection would stay.
  app.addHook('onResponse', async (request) => {
    if (isClosing) request.raw.socket.destroySoon();
  });
}

function servePages(renderPage, forwardedHeaders) {
  return async (request, reply) => {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const address = `${request.protocol}://${request.host}${request.url}`;
    if (!URL.canParse(address)) {
      return reply.code(400).type('text/plain; charset=utf-8').send('The address of the request is not one.');
    }
    const response = await renderPage(
      new Request(address, {
        method: request.method,
        headers: headersOf(request, forwardedHeaders),
        signal: gone.signal,
      }),
      reply.cspNonce,
    );
    // A company's data: whoever has signed out finds nothing of it by the Back button.
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
    return reply.send(response);
  };
}

const headersOf = (request, forwardedHeaders) =>
  new Headers(
    Object.entries({ ...request.headers, ...forwardedHeaders(request.raw) }).flatMap(([name, value]) =>
      [value ?? []].flat().map((one) => [name, one]),
    ),
  );

/**
 * Host as the browser sent it, so that the API can hold it against Origin and against the names it answers to;
 * and whom the API shall hold for the sender, whatever the sender says of itself.
 */
function forwardingBehind(trustedProxies) {
  const isTrusted = proxyAddr.compile([...trustedProxies]);
  return (request) => ({
    host: request.headers.host ?? '',
    'x-forwarded-for': proxyAddr(request, isTrusted),
    'x-forwarded-proto': request.socket.encrypted ? 'https' : 'http',
  });
}
