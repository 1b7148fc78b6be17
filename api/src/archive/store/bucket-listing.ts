import type { S3mini } from 's3mini';
import { z } from 'zod';
import { StoreFailure } from './bucket-failure';

/** A store lists no more at a time. */
const pageSize = 1_000;

interface Found {
  key: string;
  /** When it was begun, as the store says. */
  at: Date;
}

/** Pages of what lies under the prefix. */
export async function* listedObjects(client: S3mini, prefix: string): AsyncGenerator<Found[]> {
  for (let token: string | undefined; ; ) {
    const page = await client.listObjectsPaged('/', prefix, pageSize, token);
    if (!page) throw new StoreFailure('The store of archives has no such bucket (ARCHIVE_S3_BUCKET).');
    yield (page.objects ?? []).map(({ Key, LastModified }) => ({ key: Key, at: LastModified }));
    token = page.nextContinuationToken;
    if (!token) return;
  }
}

const uploadShape = z.object({ Key: z.string(), UploadId: z.string(), Initiated: z.coerce.date() });

const uploadsShape = z.object({
  ListMultipartUploadsResult: z.object({
    // One alone is no list in what the client makes of XML, and none at all is missing.
    Upload: z.union([z.array(uploadShape), uploadShape.transform((one) => [one])]).default([]),
    IsTruncated: z.string().optional(),
    NextKeyMarker: z.string().optional(),
    NextUploadIdMarker: z.string().optional(),
  }),
});

/** Pages of uploads under the prefix that nobody has ended; none of a store that has no such list, and clears up by rules of its own. */
export async function* listedUploads(client: S3mini, prefix: string): AsyncGenerator<(Found & { uploadId: string })[]> {
  for (let markers = {}; ; ) {
    const asked = { ...(prefix && { prefix }), 'max-uploads': pageSize, ...markers };
    const answer = await client.listMultipartUploads('/', prefix, 'GET', asked).catch(noneIfNotImplemented);
    if (answer === null) return;
    const { ListMultipartUploadsResult: page } = uploadsShape.parse(answer);
    yield page.Upload.map(({ Key, UploadId, Initiated }) => ({ key: Key, uploadId: UploadId, at: Initiated }));
    if (page.IsTruncated !== 'true' || !page.NextKeyMarker) return;
    markers = { 'key-marker': page.NextKeyMarker, 'upload-id-marker': page.NextUploadIdMarker ?? '' };
  }
}

function noneIfNotImplemented(error: { status?: unknown }): null {
  if (error.status === 501) return null;
  throw error;
}
