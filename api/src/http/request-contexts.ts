import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '../graphql/context';
import { type Door, openContext, takeTurn } from '../graphql/open-context';
import { originOf } from './origin';
import type { Senders } from './senders';

interface Rules {
  isOpenToOperator: boolean;
  isSecure: boolean;
}

/** The context of each GraphQL request over HTTP: one, however often it is asked for, with a turn at the work until the answer has gone. */
export class RequestContexts {
  private readonly opened = new WeakMap<FastifyRequest, Promise<RequestContext>>();

  constructor(
    private readonly door: Door,
    private readonly senders: Senders,
    private readonly rules: Rules,
  ) {}

  /** Errors: those of `openContext` and `takeTurn`, the same to whoever asks again. */
  of(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> {
    const known = this.opened.get(request);
    if (known) return known;
    const opening = this.open(request, reply);
    this.opened.set(request, opening);
    return opening;
  }

  has(request: FastifyRequest): boolean {
    return this.opened.has(request);
  }

  private async open(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> {
    const { isOpenToOperator, isSecure } = this.rules;
    const context = await openContext(this.door, {
      ...originOf(request, reply, { isSecure, isTrusted: this.senders.isTrusted }),
      isOpenToOperator,
      credentials: request.headers,
      tenantId: request.headers['x-tenant-id'],
      cacheRows: true,
    });
    const done = await takeTurn(this.door, context);
    // Also where the client goes away before it has its answer, or has gone while it waited for its turn.
    reply.raw.once('close', done);
    if (reply.raw.closed) done();
    return context;
  }
}
