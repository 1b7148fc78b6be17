import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import cors from '@fastify/cors';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { createHttpTerminator } from 'http-terminator';
import type { Logger } from 'pino';
import { authenticate } from '../access/authenticate';
import { limitOperations, rememberErrors, statusByMediaType } from '../graphql/apollo-plugins';
import type { RequestContext } from '../graphql/context';
import { CostBuckets, type CostLimits } from '../graphql/cost';
import { forbiddenToPages, isPublic, isTooBusy, presentError } from '../graphql/errors';
import { type Introspection, keepSchema } from '../graphql/introspection';
import { markUnkeepable } from '../graphql/json-object';
import { KnownCosts } from '../graphql/known-costs';
import { maxTokens } from '../graphql/limits';
import { type Door, openContext, takeTurn } from '../graphql/open-context';
import { stringifyResult } from '../reads/answer-text';
import { isOwnFault } from '../reads/not-in-sql';
import { ReadCompiler } from '../reads/read-compiler';
import { compileReads, newAnswerRead } from '../reads/read-plugin';
import { mergeReads, type Reads } from '../reads/reads';
import { buildApiSchema, guards } from '../schema';
import { addArchives } from './archives';
import { paceArrivals } from './arrivals';
import { type CallerRules, isAllowedHost, isAllowedOrigin, isForged } from './callers';
import { addEventStream } from './event-stream';
import { addExports } from './exports';
import type { ExportLimits } from './file-door';
import { addHealthRoutes } from './health';
import { KnownReads } from './known-reads';
import { newHush, tellError } from './log';
import { newMetrics } from './metrics';
import { OpenStreams } from './open-streams';
import { trustOf } from './origin';
import { addPlayground, wantsPage } from './playground';
import { refuse } from './refuse';
import { RequestContexts } from './request-contexts';
import { addSecurityHeaders } from './security-headers';
import { type SenderLimits, Senders } from './senders';
import { serveSocket } from './socket';

export interface ServerOptions extends CallerRules {
  host: string;
  /** 0 takes a free one. */
  port: number;
  playgroundDir: string;
  introspection: Introspection;
  /** Whether nobody has to sign in: only where nobody but the operator can reach the server. */
  isOpenToOperator: boolean;
  /** Whether browsers come by https: their cookies are for that alone. */
  isSecure: boolean;
  maxSockets: SenderLimits;
  maxCost: CostLimits;
  /** Besides this machine itself, whose `X-Forwarded-For` is believed. */
  trustedProxies: readonly string[];
  logger: Logger;
  /** Off: every field is resolved. For tests that compare both, and for benchmarks. */
  compilesReads?: boolean;
  /** Others than the usual ones: for tests. */
  exportLimits?: Partial<ExportLimits>;
  /** Another than the API's own: for tests of what happens where it fails. */
  schema?: GraphQLSchema;
}

export interface RunningServer {
  /** Without a path: `http://127.0.0.1:3000`. */
  url: string;
  stop(): Promise<void>;
}

const graphqlPath = '/graphql';
const maxBodyBytes = 256 * 1024;
const headersTimeoutMs = 5_000;
/** A little more than a statement may take. */
const finishWithinMs = 11_000;
const requestTimeoutMs = 15_000;

/** GraphQL over HTTP and WebSocket, the playground, health and metrics, all on one port. */
export async function startServer(door: Door, options: ServerOptions): Promise<RunningServer> {
  const { logger } = options;
  const schema = options.schema ?? buildApiSchema();
  const metrics = newMetrics(door);
  const buckets = new CostBuckets(options.maxCost);
  const http = Fastify({
    loggerInstance: logger.child({}, { level: 'warn' }) as FastifyBaseLogger,
    // Whatever is logged of a request names it: a logger of its own for each would be made for nothing.
    childLoggerFactory: (all) => all,
    bodyLimit: maxBodyBytes,
    requestTimeout: requestTimeoutMs,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    // Node looks at both times only so often: by default each 30 s.
    http: { headersTimeout: headersTimeoutMs, connectionsCheckingInterval: 1_000 },
  });

  addSecurityHeaders(http, options);

  const hush = newHush();
  const logFailure = (error: GraphQLError, requestId: string) => {
    const cause = error.originalError ?? error;
    if (error.extensions['code'] === 'SERVICE_UNAVAILABLE' || isTooBusy(cause)) {
      const reason = tellError(cause);
      const told = hush(reason.cause?.message ?? reason.message);
      if (told) logger.warn({ requestId, err: cause, ...told }, 'answered with SERVICE_UNAVAILABLE');
    } else if (!isPublic(error)) {
      logger.error({ requestId, path: error.path, err: cause }, 'a field failed');
    }
  };

  const tellFailedRead = (error: unknown) => {
    if (isOwnFault(error)) logger.warn({ err: error }, 'a compiled read failed, and was resolved field by field');
  };

  const senders = new Senders(options.maxSockets, trustOf(options.trustedProxies));
  const contexts = new RequestContexts(door, senders, options);
  const contextOf = contexts.of.bind(contexts);
  const answerRead = newAnswerRead(schema, new ReadCompiler(schema, readsOf(door), guards), tellFailedRead);
  const costs = new KnownCosts();
  const knownReads = new KnownReads({ schema, buckets, costs, metrics, answer: answerRead, contextOf });

  const apollo = new ApolloServer<RequestContext>({
    schema,
    parseOptions: { maxTokens },
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // Clients that send a hash alone are told so by its own code, and send the document.
    persistedQueries: false,
    // Done for every request by `isForged`, which also lets programs use GET without a header.
    csrfPrevention: false,
    stringifyResult,
    // Wraps every field of every row for HTTP cache headers that nobody reads: a quarter of a list request.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      rememberErrors(logFailure),
      keepSchema(options.introspection),
      limitOperations(buckets, costs, (context) => knownReads.costOf(context)),
      statusByMediaType,
      metrics.plugin,
      ...(options.compilesReads === false
        ? []
        : [compileReads(answerRead, (context, question) => knownReads.note(context, question))]),
    ],
    formatError: (formatted, error) =>
      presentError(formatted, String(formatted.extensions?.['requestId'] ?? ''), unwrapResolverError(error)),
  });
  await apollo.start();

  const parseJson = http.getDefaultJsonParser('error', 'error');
  void http.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    void parseJson(request, String(body), (error, value) =>
      done(error, error ? undefined : markUnkeepable(String(body), value)),
    );
  });
  paceArrivals(http);
  http.setErrorHandler(answerError);
  http.setNotFoundHandler((request, reply) =>
    sendErrors(reply, 404, 'NOT_FOUND', `There is nothing at ${request.method} ${request.url}.`),
  );
  http.addHook('onRequest', async (request, reply) => {
    reply.header('X-Request-Id', request.id);
    if (!isAllowedHost(request.headers.host, options)) {
      return sendErrors(reply, 421, 'BAD_REQUEST', 'This server does not answer to that host name.');
    }
    if (!asksForPage(request) && isForged(request.headers, options)) {
      return refuse(reply, forbiddenToPages());
    }
  });
  await http.register(cors, { origin: options.corsOrigins, credentials: true, maxAge: 600 });
  const sendPlayground = await addPlayground(http, options.playgroundDir, graphqlPath);
  addHealthRoutes(http, door, { graphqlPath, metrics });
  const rules = { isOpenToOperator: options.isOpenToOperator };
  const streams = new OpenStreams(door.access.principals);
  addEventStream(http, door, { senders, streams, rules });
  const files = {
    callers: options,
    senders,
    streams,
    rules,
    limits: options.exportLimits ?? {},
    tellFailure: logFailure,
  };
  addExports(http, door, { schema, ...files });
  addArchives(http, door, files);

  const answerByApollo = fastifyApolloHandler(apollo, { context: contextOf });
  const answerGraphql = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const known = await knownReads.answer(request, reply);
    if (known !== null) return known;
    const answer = await answerByApollo.call(http, request, reply);
    if (contexts.has(request)) await knownReads.remember(request, reply).catch(() => undefined);
    return answer;
  };
  http.route({
    method: ['GET', 'POST'],
    url: graphqlPath,
    handler: (request, reply) => (asksForPage(request) ? sendPlayground(reply) : answerGraphql(request, reply)),
  });

  const socket = serveSocket(http.server, {
    schema,
    introspection: options.introspection,
    path: graphqlPath,
    isAllowed: ({ host, origin }) =>
      isAllowedHost(host, options) && (origin === undefined || isAllowedOrigin(origin, host, options)),
    openContext: (origin, params) =>
      openContext(door, {
        ...origin,
        ...rules,
        credentials: params,
        tenantId: params['x-tenant-id'] ?? params['tenantid'],
        cacheRows: false,
      }),
    takeTurn: (context) => takeTurn(door, context),
    senders,
    buckets,
    streams,
    authenticate: (credentials) => authenticate(door.access.principals, credentials, rules),
    onError: logFailure,
  });

  closeInTime(http);
  const url = await http.listen({ host: options.host, port: options.port });
  return {
    url,
    async stop() {
      streams.close();
      await socket.dispose();
      await http.close();
      await apollo.stop();
    },
  };
}

const readsOf = ({ features }: Door): Reads => mergeReads(features.flatMap(({ reads }) => reads ?? []));

/** Without this a closing server waits for its clients: a browser opens connections that it may use later, and keeps those that it has used. */
function closeInTime(http: FastifyInstance): void {
  const terminator = createHttpTerminator({ server: http.server, gracefulTerminationTimeout: finishWithinMs });
  let isClosing = false;
  http.addHook('preClose', () => {
    isClosing = true;
    return terminator.terminate();
  });
  // The terminator has every answer say `Connection: close`; one that had begun before cannot, and its connection would stay.
  http.addHook('onResponse', async (request) => {
    if (isClosing) request.raw.socket.destroySoon();
  });
}

/** A link on any site may lead to a page, which shows nothing by itself. Whatever is sent here is another matter. */
function asksForPage({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && wantsPage(headers.accept);
}

/** Bad JSON, too large, unknown type and the like: answered in GraphQL's shape, without a stack. */
function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status < 500) return sendErrors(reply, status, 'BAD_REQUEST', error.message);
  request.log.error({ requestId: request.id, err: error }, 'a request failed');
  return sendErrors(reply, 500, 'INTERNAL_SERVER_ERROR', 'Internal server error', { requestId: request.id });
}

function sendErrors(
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
  more: object = {},
): FastifyReply {
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code, ...more } }] });
}
