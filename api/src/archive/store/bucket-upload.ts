import type { S3mini } from 's3mini';

/** Units: bytes. At least 5 MiB but for the last; a store takes 10,000 of one object. */
const partBytes = 8 * 1024 * 1024;

const contentType = 'application/zstd';

/** One object in the making, which is there when `end` has ended, and not before. Memory: a part, twice while it is sent. */
export class BucketUpload {
  private readonly part = Buffer.allocUnsafe(partBytes);
  private held = 0;
  private uploadId: string | null = null;
  private readonly sent: { partNumber: number; etag: string }[] = [];

  constructor(
    private readonly client: S3mini,
    private readonly key: string,
  ) {}

  /** Taken when it has been sent, or fits into what is sent next. */
  async write(bytes: Buffer): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      if (this.held === partBytes) await this.send();
      const taken = bytes.copy(this.part, this.held, at);
      this.held += taken;
      at += taken;
    }
  }

  /** Most companies fit into one part, which is an object in one request. */
  async end(): Promise<void> {
    const { client, key } = this;
    if (this.uploadId === null) {
      await client.putObject(key, this.part.subarray(0, this.held), contentType);
      return;
    }
    await this.send();
    const { etag } = await client.completeMultipartUpload(key, this.uploadId, this.sent);
    // A store that has begun to answer cannot take its 200 back: what went wrong stands in the answer.
    if (!etag) throw new Error('expected an ETag of the object that was put together');
  }

  /** Nothing of it stays. */
  async abort(): Promise<void> {
    if (this.uploadId !== null) await this.client.abortMultipartUpload(this.key, this.uploadId);
  }

  private async send(): Promise<void> {
    const { client, key } = this;
    this.uploadId ??= await client.getMultipartUploadId(key, contentType);
    const part = this.part.subarray(0, this.held);
    this.sent.push(await client.uploadPart(key, this.uploadId, part, this.sent.length + 1));
    this.held = 0;
  }
}
