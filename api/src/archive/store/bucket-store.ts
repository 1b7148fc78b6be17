import type { S3mini } from 's3mini';
import { isUuid } from '../../graphql/text';
import type { BucketSettings } from '../../tenancy/archive-settings';
import type { Sink } from '../archive-writer';
import type { Source } from '../import-archive';
import { type ArchiveStore, clones, type Listed } from './archive-store';
import { asking, StoreFailure, storeFailure } from './bucket-failure';
import { bucketFetch, type Deadlines, usualDeadlines } from './bucket-fetch';
import { listedObjects, listedUploads } from './bucket-listing';
import { BucketUpload } from './bucket-upload';

/** A bucket of a store that speaks S3. Errors: `StoreFailure`, of each. */
export class BucketStore implements ArchiveStore {
  private client: Promise<S3mini> | null = null;

  constructor(
    private readonly bucket: BucketSettings,
    private readonly deadlines: Deadlines = usualDeadlines,
  ) {}

  async put<Result>(name: string, write: (sink: Sink) => Promise<Result>): Promise<Result> {
    const upload = new BucketUpload(await this.open(), this.keyOf(name));
    try {
      const result = await write((bytes) => asking(() => upload.write(bytes)));
      await asking(() => upload.end());
      return result;
    } catch (error) {
      // What cannot be given up now is swept when it is a day old.
      await upload.abort().catch(() => undefined);
      throw error;
    }
  }

  read(name: string): Source {
    return () => this.piecesOf(name);
  }

  async remove(name: string): Promise<void> {
    const client = await this.open();
    await asking(() => client.deleteObject(this.keyOf(name)));
  }

  async removeAll(tenantId: string): Promise<number> {
    let count = 0;
    for await (const names of this.pages(tenantId)) {
      for (const { name } of names) {
        await this.remove(name);
        count += 1;
      }
    }
    await this.abortUploads(`${tenantId}/`, () => true);
    return count;
  }

  async removeStrays(before: Date, listed: Listed): Promise<number> {
    let count = 0;
    for await (const page of this.pages()) {
      const old = page.filter(({ at }) => at < before).map(({ name }) => name);
      const known = await listed(old);
      for (const name of old) {
        if (known.has(name)) continue;
        await this.remove(name);
        count += 1;
      }
    }
    return count + (await this.abortUploads('', (at) => at < before));
  }

  /** Of archives' names: whatever else is kept in the bucket is none of ours. */
  private async *pages(folder?: string): AsyncGenerator<{ name: string; at: Date }[]> {
    const client = await this.open();
    const pages = listedObjects(client, this.keyOf(folder === undefined ? '' : `${folder}/`));
    for (;;) {
      const { value: page, done } = await asking(() => pages.next());
      if (done) return;
      yield page.map(({ key, at }) => ({ name: this.nameOf(key), at })).filter(({ name }) => isArchive(name));
    }
  }

  private async abortUploads(under: string, isLeft: (begun: Date) => boolean): Promise<number> {
    const client = await this.open();
    let count = 0;
    await asking(async () => {
      for await (const page of listedUploads(client, this.keyOf(under))) {
        for (const { key, uploadId, at } of page) {
          if (!isLeft(at) || !isArchive(this.nameOf(key))) continue;
          await client.abortMultipartUpload(key, uploadId);
          count += 1;
        }
      }
    });
    return count;
  }

  /** The store sends no faster than they are taken. */
  private async *piecesOf(name: string): AsyncGenerator<Buffer> {
    const client = await this.open();
    const response = await asking(() => client.getObjectResponse(this.keyOf(name)));
    if (!response?.body) throw new StoreFailure('The archive is not in the store any more.');
    const pieces = response.body[Symbol.asyncIterator]();
    try {
      for (;;) {
        const { value, done } = await pieces.next().catch((error: unknown) => Promise.reject(storeFailure(error)));
        if (done) return;
        yield Buffer.from(value.buffer, value.byteOffset, value.byteLength);
      }
    } finally {
      await pieces.return?.();
    }
  }

  private open(): Promise<S3mini> {
    this.client ??= openClient(this.bucket, this.deadlines);
    return this.client;
  }

  private readonly keyOf = (name: string): string => `${this.bucket.prefix}${name}`;

  private readonly nameOf = (key: string): string => key.slice(this.bucket.prefix.length);
}

/** Loaded where there is a bucket, and by nobody else. */
async function openClient(bucket: BucketSettings, deadlines: Deadlines): Promise<S3mini> {
  const { endpoint, name, region, accessKeyId, secretAccessKey } = bucket;
  const { S3mini } = await import('s3mini');
  const fetch = bucketFetch(deadlines);
  return new S3mini({ endpoint: `${endpoint}/${name}`, region, accessKeyId, secretAccessKey, fetch });
}

function isArchive(name: string): boolean {
  const [folder, file, ...more] = name.split('/');
  return (folder === clones || isUuid(folder ?? '')) && !!file?.endsWith('.atrium.zst') && more.length === 0;
}
