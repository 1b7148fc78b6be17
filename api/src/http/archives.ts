import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ArchiveStore } from '../archive/store/archive-store';
import { StoreFailure } from '../archive/store/bucket-failure';
import { storeOf } from '../archive/store/store-of';
import { OutOfPlace, UploadRefused, type Uploads } from '../archive/uploads';
import type { ExportedFile } from '../export/export';
import { archiveOutOfReach, badArgument, noSuchArchive, noUploads } from '../graphql/errors';
import type { Door } from '../graphql/open-context';
import { uuidFrom } from '../graphql/text';
import type { Asked } from './export-args';
import { FileDoor, type FileDoorOptions } from './file-door';

const needs = ['tenant:own'] as const;

/**
 * Companies as files, for their owners: `GET /archives/ID` takes one out; `POST /archives/UPLOAD?offset=N` sends a part of one here, under a
 * UUID that the sender has made, for `importArchive`. A part that does not go on where the upload is gets 409 with `received`.
 */
export function addArchives(http: FastifyInstance, door: Door, options: FileDoorOptions): void {
  const files = new FileDoor(door, options);
  // A part is not held in memory: whoever takes it bounds it.
  http.addContentTypeParser(['application/zstd', 'application/octet-stream'], (_request, payload, done) =>
    done(null, payload),
  );

  http.get<{ Params: { id: string }; Querystring: Asked }>(
    '/archives/:id',
    { exposeHeadRoute: false },
    (request, reply) =>
      files.answer(request, reply, needs, async ({ tenant }) => {
        const id = uuidFrom(request.params.id);
        const archive = id === null ? null : await door.archives.find(id, tenant.id);
        if (!archive || !door.tenancy.archives) throw noSuchArchive();
        return {
          open: async () => new SentArchive(storeOf(door.tenancy), archive.place),
          action: 'archive.download',
          headers: {
            'content-type': 'application/zstd',
            'content-length': String(archive.bytes),
            'content-disposition': `attachment; filename="${tenant.slug}-${archive.madeAt.slice(0, 10)}.atrium.zst"`,
          },
        };
      }),
  );

  http.post<{ Params: { upload: string }; Querystring: Asked; Body: unknown }>(
    '/archives/:upload',
    async (request, reply) => {
      try {
        const context = await files.openContext(request, reply);
        context.requireWrite(needs[0]);
        const upload = uuidFrom(request.params.upload);
        if (upload === null) throw badArgument('upload', 'expected a UUID in the address.');
        if (!door.uploads) throw noUploads('this deployment has no place for archives.');
        const part = { tenantId: context.tenant.id, upload, offset: offsetOf(request.query) };
        return await take(reply, door.uploads, part, request.body as Readable);
      } catch (error) {
        return files.refuse(request, reply, error);
      } finally {
        // What was not taken would stand before the sender's next request.
        request.raw.resume();
      }
    },
  );
}

async function take(
  reply: FastifyReply,
  uploads: Uploads,
  { tenantId, upload, offset }: { tenantId: string; upload: string; offset: number },
  body: Readable | undefined,
): Promise<FastifyReply> {
  if (!body || typeof body.pipe !== 'function') {
    throw badArgument('content-type', 'expected application/zstd or application/octet-stream.');
  }
  try {
    const received = await uploads.append(tenantId, upload, offset, body);
    return reply.send({ received });
  } catch (error) {
    if (error instanceof OutOfPlace) return reply.code(409).send({ received: error.at });
    throw error instanceof UploadRefused ? noUploads(error.message) : error;
  }
}

/** Errors: `BAD_USER_INPUT`. */
function offsetOf({ offset }: Asked): number {
  if (typeof offset !== 'string' || !/^\d{1,15}$/.test(offset)) {
    throw badArgument('offset', 'expected the number of the byte at which the part begins, from 0.');
  }
  return Number(offset);
}

class SentArchive implements ExportedFile {
  private sent = 0;

  constructor(
    private readonly store: ArchiveStore,
    private readonly place: string,
  ) {}

  async *pieces(): AsyncGenerator<Buffer, void> {
    try {
      for await (const piece of this.store.read(this.place)()) {
        yield piece;
        this.sent += piece.length;
      }
    } catch (error) {
      throw error instanceof StoreFailure ? archiveOutOfReach(error.message) : error;
    }
  }

  get told(): string {
    return `${this.sent.toLocaleString('en')} bytes`;
  }
}
