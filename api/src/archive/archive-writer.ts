import { createHash, type Hash } from 'node:crypto';
import {
  type ArchiveHeader,
  type ArchiveTrailer,
  BlockKind,
  countRows,
  digestOf,
  lineFeed,
  maxBlockBytes,
  noDigest,
  type TableHead,
  type TableSum,
  usualBlockBytes,
  writeHead,
} from './format';
import { pack } from './zstd';

/** Takes the bytes of an archive in their order, as fast as it can keep them. */
export type Sink = (bytes: Buffer) => Promise<void>;

/** Writes the blocks of one archive: `begin`, then for each table `table` with its rows, then `end`. Memory: two blocks. */
export class ArchiveWriter {
  /** Of the file, so far. */
  bytes = 0;
  private number = 0;
  private digest: Buffer = noDigest;
  private readonly sums: TableSum[] = [];

  constructor(private readonly sink: Sink) {}

  begin(header: ArchiveHeader): Promise<void> {
    return this.write(BlockKind.HEADER, jsonLine(header));
  }

  /** `rows`: pieces of COPY's text, cut anywhere. `onRows` is told of each block's rows once they are kept. */
  async table(head: TableHead, rows: AsyncIterable<Buffer>, onRows: (count: number) => void): Promise<TableSum> {
    await this.write(BlockKind.TABLE, jsonLine(head));
    const sum = { rows: 0, hash: createHash('sha256') };
    for await (const block of inBlocks(rows)) onRows(await this.rows(block, sum));
    const written = { table: head.table, rows: sum.rows, sha256: sum.hash.digest('hex') };
    this.sums.push(written);
    return written;
  }

  /** Answers the checksum of the whole: the digest of the last block, which all others are part of. Hexadecimal. */
  async end(): Promise<string> {
    const trailer: ArchiveTrailer = { tables: this.sums, rows: this.sums.reduce((all, { rows }) => all + rows, 0) };
    await this.write(BlockKind.TRAILER, jsonLine(trailer));
    return this.digest.toString('hex');
  }

  private async rows(block: Buffer, sum: { rows: number; hash: Hash }): Promise<number> {
    const count = countRows(block);
    sum.rows += count;
    sum.hash.update(block);
    await this.write(BlockKind.ROWS, block, count);
    return count;
  }

  private async write(kind: BlockKind, raw: Buffer, rows = 0): Promise<void> {
    if (raw.length > maxBlockBytes)
      throw new Error(`expected at most ${maxBlockBytes} bytes in a row, got ${raw.length}`);
    const packed = pack(raw);
    const fields = { number: this.number, kind, rows, rawBytes: raw.length, packedBytes: packed.length };
    this.digest = digestOf(this.digest, fields, packed);
    this.number += 1;
    const bytes = Buffer.concat([writeHead({ ...fields, digest: this.digest }), packed]);
    this.bytes += bytes.length;
    await this.sink(bytes);
  }
}

const jsonLine = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);

/** Whole rows, each block of the usual size, or of one long row. */
async function* inBlocks(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    const end = size < usualBlockBytes ? -1 : piece.lastIndexOf(lineFeed);
    if (end < 0) continue;
    const rest = piece.subarray(end + 1);
    held[held.length - 1] = piece.subarray(0, end + 1);
    yield Buffer.concat(held);
    held = rest.length > 0 ? [rest] : [];
    size = rest.length;
  }
  if (size > 0) yield Buffer.concat(held);
}
