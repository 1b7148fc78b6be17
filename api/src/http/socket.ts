import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, Server } from 'node:http';
import { type ExecutionArgs, type ExecutionResult, execute, GraphQLError, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Origin } from '../access/asker';
import type { Credentials } from '../access/authenticate';
import type { Principal } from '../access/principal';
import type { RequestContext } from '../graphql/context';
import type { Cost, CostBuckets } from '../graphql/cost';
import { presentError } from '../graphql/errors';
import { hideSchema, type Introspection, schemaRefusalFor } from '../graphql/introspection';
import { requireCost } from '../graphql/limits';
import { newParser } from '../graphql/parser';
import { EventSubscription } from '../live/subscription';
import type { OpenStream, OpenStreams } from './open-streams';
import { originOfSocket } from './origin';
import type { Senders } from './senders';
import { SlowReaders } from './slow-readers';
import { type Source, subscribeSharing, toGraphQLError } from './subscribe-sharing';

const maxPayloadBytes = 256 * 1024;

export interface SocketOptions {
  schema: GraphQLSchema;
  introspection: Introspection;
  path: string;
  /** Whether who sends these headers may open a socket here. */
  isAllowed(headers: IncomingHttpHeaders): boolean;
  openContext(origin: Origin, params: Record<string, unknown>): Promise<RequestContext>;
  /** Errors: where the tenant has its share of operations under way. */
  takeTurn(context: RequestContext): Promise<() => void>;
  onError(error: GraphQLError, requestId: string): void;
  senders: Senders;
  buckets: CostBuckets;
  streams: OpenStreams;
  authenticate(credentials: Credentials): Promise<Principal | null>;
}

/** As graphql-ws has it: whoever is told so does not come again by itself. */
const noLonger = 4403;

const tooMany = 4429;

/** Of running operations on one socket. */
const maxSubscriptions = 100;

/**
 * Subscriptions (graphql-transport-ws), and queries too, on the HTTP server's own port.
 * `connectionParams`: the names of the HTTP headers, in any case, or `tenantId`.
 */
export function serveSocket(http: Server, options: SocketOptions): { dispose(): Promise<void> } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxPayloadBytes });
  const slowReaders = new SlowReaders();
  const streamOf = new WeakMap<RequestContext, OpenStream & { socket: WebSocket }>();
  const known = new WeakSet<WebSocket>();
  const parse = newParser();

  http.on('upgrade', (request, socket, head) => {
    // First of all: whoever is refused may reset the connection, too.
    socket.on('error', () => socket.destroy());
    // As text: whatever else stands there is the client's, and no address of ours.
    if (request.url?.split('?', 1)[0] !== options.path)
      return socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
    if (!options.isAllowed(request.headers)) return socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    const leave = options.senders.enter(request);
    if (!leave) return socket.end('HTTP/1.1 429 Too Many Requests\r\nConnection: close\r\nRetry-After: 5\r\n\r\n');
    socket.once('close', leave);
    return sockets.handleUpgrade(request, socket, head, (opened: WebSocket) => {
      slowReaders.add(opened);
      sockets.emit('connection', opened, request);
    });
  });

  const follow = (context: RequestContext, source: Source) => {
    const stream = streamOf.get(context);
    if (!stream) return () => undefined;
    // What has no number has nothing to go on from.
    const untrack = source instanceof EventSubscription ? slowReaders.track(stream.socket, source) : () => undefined;
    const forget = options.streams.add(stream);
    return () => {
      untrack();
      forget();
    };
  };
  const present = (errors: readonly GraphQLError[], requestId: string) =>
    errors.map((error) => {
      options.onError(error, requestId);
      return presentError(error.toJSON(), requestId, error.originalError);
    });

  const server = useServer<Record<string, unknown>, { socket: WebSocket; request: IncomingMessage }>(
    {
      schema: options.schema,
      onSubscribe({ subscriptions }, _id, { query }) {
        if (Object.keys(subscriptions).length > maxSubscriptions) return [tooManySubscriptions()];
        // What cannot be read is that operation's error; thrown later, it would end the socket with all the others on it.
        try {
          parse(query);
        } catch (error) {
          return [toGraphQLError(error)];
        }
        return undefined;
      },
      async context({ connectionParams, extra }) {
        const { socket, request } = extra;
        const params = { cookie: request.headers.cookie, ...lowerCaseNames(connectionParams ?? {}) };
        const context = await options.openContext(
          originOfSocket(request, randomUUID(), options.senders.isTrusted),
          params,
        );
        const stream = {
          context,
          authenticate: () => options.authenticate(params),
          end: () => socket.close(noLonger, 'Forbidden'),
        };
        // The socket's first stands for the socket itself, though nothing runs on it; later ones count while they run.
        if (!known.has(socket)) {
          socket.once('close', options.streams.add(stream));
          const leave = options.senders.enterAs(context.asker.principal);
          if (leave) socket.once('close', leave);
          else socket.close(tooMany, 'Too many sockets of this account: close some, and come again');
        }
        known.add(socket);
        streamOf.set(context, { ...stream, socket });
        return context;
      },
      parse,
      execute: (args) => orErrors(async () => executeInTurn(args, options, await charge(args, options))),
      subscribe: (args) =>
        orErrors(async () => {
          await charge(args, options);
          return subscribeSharing(args, follow);
        }),
      onNext: (_ctx, _id, _payload, { contextValue }, { errors, data = null, extensions }) =>
        errors
          ? {
              data,
              ...(extensions && { extensions }),
              errors: present(errors, (contextValue as RequestContext).requestId),
            }
          : undefined,
      // Of a document that is not valid, before anybody is asked who sent it.
      onError(_ctx, _id, _payload, errors) {
        const known = errors as readonly GraphQLError[];
        known.forEach(nameFault);
        if (options.introspection === 'members') known.forEach(hideSchema);
        return present(known, randomUUID());
      },
    },
    sockets,
  ) as { dispose(): Promise<void> };
  return {
    dispose() {
      slowReaders.stop();
      return server.dispose();
    },
  };
}

/** As Apollo does it over HTTP. What is not valid has a place in the document, what cannot be read one in the text alone. */
function nameFault({ extensions, nodes, originalError }: GraphQLError): void {
  if (originalError === undefined) extensions['code'] ??= nodes ? 'GRAPHQL_VALIDATION_FAILED' : 'GRAPHQL_PARSE_FAILED';
}

const tooManySubscriptions = (): GraphQLError =>
  new GraphQLError(`A socket has at most ${maxSubscriptions} operations at a time: end some, or open another.`, {
    extensions: { code: 'TOO_MANY_REQUESTS', retryAfterMs: 1_000 },
  });

/** A subscription takes no turn: it lives as long as its socket. */
async function executeInTurn(args: ExecutionArgs, { takeTurn }: SocketOptions, cost: Cost): Promise<ExecutionResult> {
  const done = await takeTurn(args.contextValue as RequestContext);
  try {
    const result = await execute(args);
    return { ...result, extensions: { ...result.extensions, cost } };
  } finally {
    done();
  }
}

/** Errors: where the operation is refused for what it asks. */
async function charge(
  { variableValues, ...operation }: ExecutionArgs,
  { buckets, introspection }: SocketOptions,
): Promise<Cost> {
  const context = operation.contextValue as RequestContext;
  const refusal = schemaRefusalFor(operation.document, context, introspection);
  if (refusal) throw refusal;
  return buckets.charge(
    context,
    requireCost({ ...operation, variables: variableValues as Record<string, unknown> | null }),
  );
}

async function orErrors<Result>(work: () => Promise<Result>): Promise<Result | { errors: GraphQLError[] }> {
  try {
    return await work();
  } catch (error) {
    return { errors: [toGraphQLError(error)] };
  }
}

function lowerCaseNames(params: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name.toLowerCase(), value]));
}
