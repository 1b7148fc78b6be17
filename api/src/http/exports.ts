import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { authenticate, type DoorRules } from '../access/authenticate';
import type { Export } from '../export/export';
import { ExportFile } from '../export/export-file';
import type { FileFormat } from '../export/formats';
import type { RequestContext } from '../graphql/context';
import { forbiddenToPages } from '../graphql/errors';
import { type Door, openContext } from '../graphql/open-context';
import { type CallerRules, isForged } from './callers';
import { type Asked, readFormat, readListArgs } from './export-args';
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

interface ExportOptions {
  schema: GraphQLSchema;
  callers: CallerRules;
  senders: Senders;
  streams: OpenStreams;
  rules: DoorRules;
  limits: Partial<ExportLimits>;
  tellFailure: (error: GraphQLError, requestId: string) => void;
}

/**
 * Lists as files: `GET /export/contacts?format=csv|jsonl`, with the arguments of the query of the same name. Rows are read a page at a time, as
 * the reader takes them; whatever goes wrong on the way ends the connection, so that no part of a file looks like the whole.
 */
export function addExports(http: FastifyInstance, door: Door, options: ExportOptions): void {
  const limits = { ...usualLimits, ...options.limits };
  const places = new ExportPlaces(limits);
  for (const [name, one] of Object.entries(exportsOf(door))) {
    // HEAD would read the whole list for nobody.
    http.get<{ Querystring: Asked }>(`/export/${name}`, { exposeHeadRoute: false }, async (request, reply) => {
      let leave: Leave = () => undefined;
      try {
        // A link on another site may lead to a page, but not to a file of a company's contacts.
        if (isForged(request.headers, options.callers)) throw forbiddenToPages();
        const context = await openFor(door, options, request, reply);
        context.require(one.needs);
        const format = readFormat(request.query);
        const list = await one.list(readListArgs(options.schema, name, one, request.query), context);
        leave = places.enter(context);
        await sendExport(new ExportFile(list, format), {
          reply,
          context,
          limits,
          action: `${name}.export`,
          formatName: format.name,
          headers: {
            'content-type': format.mediaType,
            'content-disposition': `attachment; filename="${fileNameOf(name, context.tenant.slug, format)}"`,
          },
          needs: one.needs,
          streams: options.streams,
          authenticate: () => authenticate(door.access.principals, request.headers, options.rules),
          tellFailure: (error) => options.tellFailure(asGraphqlError(error), request.id),
        });
      } catch (error) {
        if (!reply.sent) {
          options.tellFailure(asGraphqlError(error), request.id);
          return refuse(reply, error);
        }
      } finally {
        leave();
      }
    });
  }
}

const exportsOf = ({ features }: Door): Record<string, Export> =>
  Object.assign({}, ...features.map(({ exports }) => exports));

function openFor(
  door: Door,
  { senders, rules }: ExportOptions,
  { headers, query }: FastifyRequest<{ Querystring: Asked }>,
  reply: FastifyReply,
): Promise<RequestContext> {
  return openContext(door, {
    ...originOf(reply.request, reply, { isSecure: false, isTrusted: senders.isTrusted }),
    ...rules,
    credentials: headers,
    tenantId: headers['x-tenant-id'] ?? query['tenant'],
    cacheRows: false,
  });
}

const fileNameOf = (name: string, slug: string, { extension }: FileFormat): string =>
  `${name}-${slug}-${new Date().toISOString().slice(0, 10)}.${extension}`;
