import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Asker } from '../access/asker';
import type { RequestContext } from '../graphql/context';
import type { Cost, CostBuckets } from '../graphql/cost';
import type { KnownCosts } from '../graphql/known-costs';
import type { AnswerRead } from '../reads/read-plugin';
import type { Metrics } from './metrics';

type Question = Parameters<AnswerRead>[0];

interface KnownRead extends Question {
  /** As client and server have agreed. */
  contentType: string;
}

interface Ports {
  schema: GraphQLSchema;
  buckets: CostBuckets;
  costs: KnownCosts;
  metrics: Metrics;
  answer: AnswerRead;
  /** The request's one context, however often it is asked for. */
  contextOf(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext>;
}

/** Units: characters of the questions that are remembered; the document of each takes some 100 bytes for one of them. */
const mostText = 250_000;

/**
 * Questions that one statement has answered. Asked again in the same words, they need not be looked up, hashed and negotiated anew, which was
 * a sixth of what a small answer took. Who asks, whether they may, and what it costs is looked at each time; whatever is not as usual goes
 * the long way, with the context that it has by then.
 */
export class KnownReads {
  private readonly reads = new LRUCache<string, KnownRead>({ maxSize: mostText });
  /** By who asks in one request: Apollo has a copy of the context made for itself. */
  private readonly answered = new WeakMap<Asker, Question>();
  private readonly charged = new WeakMap<Asker, Promise<Cost>>();

  constructor(private readonly ports: Ports) {}

  /** The answer's text; null where the request has to go the long way. */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<string | null> {
    const asked = partsOf(request);
    const read = asked && this.reads.get(keyOf(request, asked));
    if (!read) return null;
    const stop = this.ports.metrics.startOperation();
    try {
      const json = await this.answerOf(read, asked, await this.ports.contextOf(request, reply));
      if (json === null) return null;
      stop('query', 'ok');
      reply.header('content-type', read.contentType);
      return json;
    } catch {
      // Told by the long way, which fails in the same way.
      return null;
    }
  }

  /** Whoever has paid on the short way, or could not, does not pay again on the long one. */
  costOf({ asker }: RequestContext): Promise<Cost> | undefined {
    return this.charged.get(asker);
  }

  note({ asker }: RequestContext, question: Question): void {
    this.answered.set(asker, question);
  }

  /** When the long way has come to its end. */
  async remember(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const asked = partsOf(request);
    const contentType = reply.getHeader('content-type');
    const { asker } = await this.ports.contextOf(request, reply);
    const question = asked && this.answered.get(asker);
    if (!question || typeof contentType !== 'string' || reply.statusCode !== 200) return;
    const key = keyOf(request, asked);
    this.reads.set(key, { ...question, contentType }, { size: key.length });
  }

  private async answerOf(read: KnownRead, { operationName, variables }: Asked, context: RequestContext) {
    const { schema, buckets, costs, answer } = this.ports;
    const objects = costs.require({ schema, document: read.document, operationName, variables });
    const charging = buckets.charge(context, objects);
    this.charged.set(context.asker, charging);
    const cost = await charging;
    const json = await answer(read, variables, context);
    return json && `{"data":${json},"extensions":${JSON.stringify({ cost })}}\n`;
  }
}

interface Asked {
  query: string;
  operationName: string | null;
  variables: Record<string, unknown>;
}

const usual: readonly string[] = ['query', 'operationName', 'variables'];

/** Null for what is asked in any other way. */
function partsOf({ method, body }: FastifyRequest): Asked | null {
  if (method !== 'POST' || typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  if (!Object.keys(body).every((name) => usual.includes(name))) return null;
  const { query, operationName, variables } = body as Partial<Record<keyof Asked, unknown>>;
  if (typeof query !== 'string' || !isObjectOrNone(variables)) return null;
  if (typeof (operationName ?? '') !== 'string') return null;
  return { query, operationName: (operationName ?? null) as string | null, variables: variables ?? {} };
}

const isObjectOrNone = (value: unknown): value is Record<string, unknown> | null | undefined =>
  value === undefined || (typeof value === 'object' && !Array.isArray(value));

const keyOf = ({ headers }: FastifyRequest, { query, operationName }: Asked): string =>
  JSON.stringify([headers.accept ?? null, operationName, query]);
