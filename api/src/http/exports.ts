import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Export, ExportedFile } from '../export/export';
import { ExportFile } from '../export/export-file';
import { type FileKind, formats, wholeFormats } from '../export/formats';
import type { RequestContext } from '../graphql/context';
import type { Door } from '../graphql/open-context';
import { type Asked, readFormat, readListArgs } from './export-args';
import { FileDoor, type FileDoorOptions } from './file-door';

/**
 * Lists as files: `GET /export/contacts?format=csv|jsonl`, with the arguments of the query of the same name; and all that is known of one row:
 * `GET /export/contact?format=json&id=…`. Rows are read a page at a time, as
 * the reader takes them; whatever goes wrong on the way ends the connection, so that no part of a file looks like the whole.
 */
export function addExports(
  http: FastifyInstance,
  door: Door,
  { schema, ...options }: FileDoorOptions & { schema: GraphQLSchema },
): void {
  const files = new FileDoor(door, options);
  for (const [name, one] of Object.entries(exportsOf(door))) {
    // HEAD would read the whole list for nobody.
    http.get<{ Querystring: Asked }>(`/export/${name}`, { exposeHeadRoute: false }, (request, reply) =>
      files.answer(request, reply, one.needs, (context) => {
        const { open, kind } = readAsked(schema, name, one, request.query);
        return {
          open: () => open(context),
          action: `${name}.export`,
          headers: {
            'content-type': kind.mediaType,
            'content-disposition': `attachment; filename="${fileNameOf(name, context.tenant.slug, kind)}"`,
          },
        };
      }),
    );
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

const fileNameOf = (name: string, slug: string, { extension }: FileKind): string =>
  `${name}-${slug}-${new Date().toISOString().slice(0, 10)}.${extension}`;
