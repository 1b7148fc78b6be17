import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { authenticate, type DoorRules } from '../access/authenticate';
import type { Export, ExportedFile } from '../export/export';
import { ExportFile } from '../export/export-file';
import { type FileKind, formats, wholeFormats } from '../export/formats';
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

export const usualLimits: ExportLimits = {
  ofTenant: 2,
  ofAccount: 2,
  ofProcess: 8,
  takeWithinMs: 30_000,
  endWithinMs: 3_600_000,
};

export interface ExportOptions {
  schema: GraphQLSchema;
  callers: CallerRules;
  senders: Senders;
  streams: OpenStreams;
  rules: DoorRules;
  limits: Partial<ExportLimits>;
  tellFailure: (error: GraphQLError, requestId: string) => void;
}

/**
 * Lists as files: `GET /export/contacts?format=csv|jsonl`, with the arguments of the query of the same name; and all that is known of one row:
 * `GET /export/contact?format=json&id=…`. Rows are read a page at a time, as
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
        for (const permission of one.needs) context.require(permission);
        const { open, kind } = readAsked(options.schema, name, one, request.query);
        leave = places.enter(context);
        await sendExport(await open(context), {
          reply,
          context,
          limits,
          action: `${name}.export`,
          headers: {
            'content-type': kind.mediaType,
            'content-disposition': `attachment; filename="${fileNameOf(name, context.tenant.slug, kind)}"`,
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

/** Errors: `BAD_USER_INPUT` naming the parameter; `open` has those of the arguments' values. */
function readAsked(
  schema: GraphQLSchema,
  name: string,
  one: Export,
  asked: Asked,
): { kind: FileKind; open: (context: RequestContext) => Promise<ExportedFile> } {
  if ('open' in one) {
    const kind = readFormat(asked, wholeFormats);
    return { kind, open: (context) => one.open(readListArgs(schema, name, one, asked), context) };
  }
  const format = readFormat(asked, formats);
  return {
    kind: format,
    open: async (context) => new ExportFile(await one.list(readListArgs(schema, name, one, asked), context), format),
  };
}

const exportsOf = ({ features }: Door): Record<string, Export> =>
  Object.assign({}, ...features.map(({ exports }) => exports));

/** Of a request that is no GraphQL: a link in a page cannot send a header, and names its company in the address. */
export function openFor(
  door: Door,
  { senders, rules }: Pick<ExportOptions, 'senders' | 'rules'>,
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

const fileNameOf = (name: string, slug: string, { extension }: FileKind): string =>
  `${name}-${slug}-${new Date().toISOString().slice(0, 10)}.${extension}`;
