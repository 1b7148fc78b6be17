import { existsSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import cors from '@fastify/cors';
import serveStatic from '@fastify/static';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from './context';
import { isPublic, presentError } from './errors';
import { addHealthRoutes } from './health';
import { serveSocket } from './live/socket';
import { newMetrics } from './metrics';
import { type Door, openContext } from './open-context';
import { buildApiSchema } from './schema';

export interface ServerOptions {
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Origins whose pages may call the API from a browser, besides the API's own. */
  corsOrigins: string[];
  /** Names by which this server may be addressed; null for any. Keeps a stranger's page from reaching loopback under its own name. */
  allowedHosts: string[] | null;
  playgroundDir: string;
  logger: Logger;
}

export interface RunningServer {
  /** Without a path: `http://127.0.0.1:3000`. */
  url: string;
  stop(): Promise<void>;
}

const graphqlPath = '/graphql';
const maxBodyBytes = 256 * 1024;
const maxTokens = 2_000;
const headersTimeoutMs = 5_000;
const requestTimeoutMs = 15_000;

/** GraphQL over HTTP and WebSocket, the playground, health and metrics, all on one port. */
export async function startServer(door: Door, options: ServerOptions): Promise<RunningServer> {
  const { logger } = options;
  const schema = buildApiSchema();
  const metrics = newMetrics(door);
  const http = Fastify({
    loggerInstance: logger.child({}, { level: 'warn' }),
    bodyLimit: maxBodyBytes,
    requestTimeout: requestTimeoutMs,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    http: { headersTimeout: headersTimeoutMs },
  });

  const logFailure = (error: GraphQLError, requestId: string) => {
    if (!isPublic(error)) logger.error({ requestId, path: error.path, err: error.originalError ?? error }, 'a field failed');
  };

  const apollo = new ApolloServer<RequestContext>({
    schema,
    parseOptions: { maxTokens },
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // Wraps every field of every row for HTTP cache headers that nobody reads: a quarter of a list request.
    plugins: [ApolloServerPluginCacheControlDisabled(), rememberErrors(logFailure), metrics.plugin],
    formatError: (formatted) => presentError(formatted, String(formatted.extensions?.['requestId'] ?? '')),
  });
  await apollo.start();

  http.setErrorHandler(answerError);
  http.setNotFoundHandler((request, reply) => sendErrors(reply, 404, 'NOT_FOUND', `There is nothing at ${request.method} ${request.url}.`));
  http.addHook('onRequest', async (request, reply) => {
    reply.header('X-Request-Id', request.id).header('X-Content-Type-Options', 'nosniff');
    if (!isAllowedHost(request.hostname, options.allowedHosts)) {
      return sendErrors(reply, 421, 'BAD_REQUEST', 'This server does not answer to that host name.');
    }
  });
  await http.register(cors, { origin: options.corsOrigins, credentials: true, maxAge: 600 });
  await addPlayground(http, options.playgroundDir);
  addHealthRoutes(http, door, { graphqlPath, metrics, wantsPage });

  const answerGraphql = fastifyApolloHandler(apollo, {
    context: (request: FastifyRequest) =>
      openContext(door, {
        requestId: request.id,
        credentials: request.headers,
        tenantId: request.headers['x-tenant-id'],
        cacheRows: true,
      }),
  });
  http.route({
    method: ['GET', 'POST'],
    url: graphqlPath,
    handler: (request, reply) =>
      request.method === 'GET' && wantsPage(request.headers.accept) ? sendPlayground(reply, options.playgroundDir) : answerGraphql.call(http, request, reply),
  });

  const socket = serveSocket(http.server, {
    schema,
    path: graphqlPath,
    isAllowedOrigin: (origin, host) =>
      isAllowedHost(hostnameOf(`http://${host}`), options.allowedHosts) &&
      (isSameHost(origin, host) || options.corsOrigins.includes(origin)),
    openContext: (requestId, params) =>
      openContext(door, { requestId, credentials: params, tenantId: params['x-tenant-id'] ?? params['tenantid'], cacheRows: false }),
    onError: logFailure,
  });

  const url = await http.listen({ host: options.host, port: options.port });
  return {
    url,
    async stop() {
      await socket.dispose();
      await http.close();
      await apollo.stop();
    },
  };
}

/** Logs what went wrong under the request's id, and leaves the id where `formatError`, which has no context, finds it. */
function rememberErrors(log: (error: GraphQLError, requestId: string) => void): ApolloServerPlugin<RequestContext> {
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

async function addPlayground(http: FastifyInstance, root: string): Promise<void> {
  if (!existsSync(root)) return;
  await http.register(serveStatic, {
    root: `${root}/assets`,
    prefix: `${graphqlPath}/assets/`,
    decorateReply: true,
    immutable: true,
    maxAge: '365d',
  });
}

function sendPlayground(reply: FastifyReply, root: string): FastifyReply {
  return reply.sendFile('index.html', root, { immutable: false, maxAge: 0 });
}

/** A browser's address bar asks for HTML; programs do not. */
function wantsPage(accept: string | undefined): boolean {
  return (accept ?? '').includes('text/html');
}

/** Bad JSON, too large, unknown type and the like: answered in GraphQL's shape, without a stack. */
function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status < 500) return sendErrors(reply, status, 'BAD_REQUEST', error.message);
  request.log.error({ requestId: request.id, err: error }, 'a request failed');
  return sendErrors(reply, 500, 'INTERNAL_SERVER_ERROR', 'Internal server error', { requestId: request.id });
}

function sendErrors(reply: FastifyReply, status: number, code: string, message: string, more: object = {}): FastifyReply {
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code, ...more } }] });
}

function isAllowedHost(hostname: string, allowed: string[] | null): boolean {
  return allowed === null || allowed.includes(hostname);
}

function isSameHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

function hostnameOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
