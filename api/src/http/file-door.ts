import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import { authenticate, type DoorRules } from '../access/authenticate';
import type { Permission } from '../access/permission';
import type { ExportedFile } from '../export/export';
import type { RequestContext } from '../graphql/context';
import { forbiddenToPages } from '../graphql/errors';
import { type Door, openContext } from '../graphql/open-context';
import { type CallerRules, isForged } from './callers';
import type { Asked } from './export-args';
import { ExportPlaces, type PlaceLimits } from './export-places';
import type { OpenStreams } from './open-streams';
import { originOf } from './origin';
import { asGraphqlError, refuse } from './refuse';
import { type SendingLimits, sendExport } from './send-export';
import type { Leave, Senders } from './senders';

export type ExportLimits = SendingLimits & PlaceLimits;

const usualLimits: ExportLimits = {
  ofTenant: 2,
  ofAccount: 2,
  ofProcess: 8,
  takeWithinMs: 30_000,
  endWithinMs: 3_600_000,
};

export interface FileDoorOptions {
  callers: CallerRules;
  senders: Senders;
  streams: OpenStreams;
  rules: DoorRules;
  limits: Partial<ExportLimits>;
  tellFailure: (error: GraphQLError, requestId: string) => void;
}

type Asking = FastifyRequest<{ Querystring: Asked }>;

/** A file that whoever asks may have. */
interface Prepared {
  /** Once there is a place for it. */
  open(): Promise<ExportedFile>;
  /** For the audit log. */
  action: string;
  headers: Record<string, string>;
}

/** Where companies' files go out: to whom, how many at a time, and what becomes of a reader that does not take one. */
export class FileDoor {
  private readonly limits: ExportLimits;
  private readonly places: ExportPlaces;

  constructor(
    private readonly door: Door,
    private readonly options: FileDoorOptions,
  ) {
    this.limits = { ...usualLimits, ...options.limits };
    this.places = new ExportPlaces(this.limits);
  }

  /** `prepare` looks what is asked for, and says whether there is such a file. */
  async answer(
    request: Asking,
    reply: FastifyReply,
    needs: readonly Permission[],
    prepare: (context: RequestContext) => Prepared | Promise<Prepared>,
  ): Promise<FastifyReply | undefined> {
    const { callers, streams, rules, tellFailure } = this.options;
    const { principals } = this.door.access;
    let leave: Leave = () => undefined;
    try {
      // A link on another site may lead to a page, but not to a file of a company's.
      if (isForged(request.headers, callers)) throw forbiddenToPages();
      const context = await this.openContext(request, reply);
      for (const permission of needs) context.require(permission);
      const { open, action, headers } = await prepare(context);
      leave = this.places.enter(context);
      await sendExport(await open(), {
        reply,
        context,
        limits: this.limits,
        action,
        headers,
        needs,
        streams,
        authenticate: () => authenticate(principals, request.headers, rules),
        tellFailure: (error) => tellFailure(asGraphqlError(error), request.id),
      });
    } catch (error) {
      if (!reply.sent) return this.refuse(request, reply, error);
    } finally {
      leave();
    }
    return undefined;
  }

  /** Of a request that is no GraphQL: a link in a page cannot send a header, and names its company in the address. */
  openContext({ headers, query }: Asking, reply: FastifyReply): Promise<RequestContext> {
    const { senders, rules } = this.options;
    return openContext(this.door, {
      ...originOf(reply.request, reply, { isSecure: false, isTrusted: senders.isTrusted }),
      ...rules,
      credentials: headers,
      tenantId: headers['x-tenant-id'] ?? query['tenant'],
      cacheRows: false,
    });
  }

  refuse({ id }: Pick<Asking, 'id'>, reply: FastifyReply, error: unknown): FastifyReply | undefined {
    this.options.tellFailure(asGraphqlError(error), id);
    return refuse(reply, error);
  }
}
