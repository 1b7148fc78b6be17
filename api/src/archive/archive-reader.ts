import { createHash, type Hash } from 'node:crypto';
import { z } from 'zod';
import { ByteReader } from './byte-reader';
import {
  ArchiveDamaged,
  type ArchiveHeader,
  type ArchiveTrailer,
  type BlockHead,
  BlockKind,
  countRows,
  digestOf,
  formatVersion,
  headBytes,
  lineFeed,
  noDigest,
  readHead,
  type TableHead,
  type TableSum,
} from './format';
import { unpack } from './zstd';

export type Part =
  | { kind: 'header'; header: ArchiveHeader }
  | { kind: 'table'; head: TableHead }
  | { kind: 'rows'; rows: Buffer; count: number }
  | { kind: 'trailer'; trailer: ArchiveTrailer; checksum: string };

const name = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);

const headerShape = z.object({
  format: z.literal(formatVersion),
  schemaVersion: z.string().regex(/^\d{1,20}$/),
  tenant: z.object({ id: z.uuid(), name: z.string().min(1).max(200), slug: z.string(), createdAt: z.string() }),
  madeAt: z.iso.datetime(),
  snapshot: z.string(),
  isMasked: z.boolean(),
  tables: z.array(z.object({ name, rows: z.int().min(0) })).max(500),
  members: z.array(z.object({ name: z.string(), email: z.string(), role: z.string() })),
  jobs: z.array(z.object({ kind: z.string().max(100), dueAt: z.iso.datetime() })),
});

const tableShape = z.object({ table: name, columns: z.array(name).min(1).max(500) });

const sumShape = z.object({ table: name, rows: z.int().min(0), sha256: z.string() });
const trailerShape = z.object({ tables: z.array(sumShape), rows: z.int().min(0) });

/**
 * The parts of an archive, each checked before it is handed on; the last one is the trailer, and where there is none, or more behind it, the
 * file is damaged. Memory: one block. Errors: `ArchiveDamaged` with the byte, and the table and row, where the file is not what it says.
 */
export async function* readArchive(source: AsyncIterable<Buffer>): AsyncGenerator<Part, void> {
  const reading = new Reading(new ByteReader(source));
  for (;;) {
    const part = await reading.next();
    yield part;
    if (part.kind === 'trailer') return;
  }
}

class Reading {
  private number = 0;
  private digest: Buffer = noDigest;
  private at = 0;
  private header: ArchiveHeader | null = null;
  private table: { name: string; rows: number; hash: Hash } | null = null;
  private readonly sums: TableSum[] = [];

  constructor(private readonly bytes: ByteReader) {}

  async next(): Promise<Part> {
    this.at = this.bytes.at;
    const head = await this.head();
    const raw = await this.content(head);
    this.number += 1;
    if (head.kind === BlockKind.HEADER) return this.begin(raw);
    if (!this.header) throw this.damaged('an archive begins with its header, and this does not.');
    if (head.kind === BlockKind.TABLE) return this.beginTable(raw);
    if (head.kind === BlockKind.ROWS) return this.rows(head, raw);
    return this.end(raw);
  }

  private async head(): Promise<BlockHead> {
    const bytes = await this.bytes.take(headBytes);
    if (!bytes) {
      throw this.damaged('it ends here, before the end of the archive.');
    }
    const head = readHead(bytes);
    if (head && head.number === this.number) return head;
    throw this.damaged(
      this.number === 0 ? 'this is not an archive of Atrium.' : `expected block ${this.number}, and it is not there.`,
    );
  }

  private async content(head: BlockHead): Promise<Buffer> {
    const packed = await this.bytes.take(head.packedBytes);
    if (!packed) throw this.damaged(`it ends in the middle of block ${head.number}.`);
    this.digest = digestOf(this.digest, head, packed);
    if (!this.digest.equals(head.digest)) throw this.damaged(`the checksum of block ${head.number} does not fit.`);
    const raw = unpack(packed, head.rawBytes);
    if (!raw) throw this.damaged(`block ${head.number} cannot be unpacked.`);
    return raw;
  }

  private begin(raw: Buffer): Part {
    if (this.header) throw this.damaged('a second header.');
    const given = this.json(raw, z.looseObject({ format: z.int() }));
    if (given.format > formatVersion) {
      throw this.damaged(`its format is ${given.format}, and this program reads formats up to ${formatVersion}.`);
    }
    const header = this.json(raw, headerShape);
    this.header = header;
    return { kind: 'header', header };
  }

  private beginTable(raw: Buffer): Part {
    this.endTable();
    const head = this.json(raw, tableShape);
    const expected = this.header?.tables[this.sums.length]?.name;
    if (head.table !== expected) throw this.damaged(`expected table ${expected ?? 'no more'}, got ${head.table}.`);
    this.table = { name: head.table, rows: 0, hash: createHash('sha256') };
    return { kind: 'table', head };
  }

  private rows({ rows: count }: BlockHead, rows: Buffer): Part {
    if (!this.table) throw this.damaged('rows without a table.');
    if (count !== countRows(rows) || rows.at(-1) !== lineFeed)
      throw this.damaged('its rows are not as many as it says.');
    this.table.rows += count;
    this.table.hash.update(rows);
    return { kind: 'rows', rows, count };
  }

  private async end(raw: Buffer): Promise<Part> {
    this.endTable();
    const trailer = this.json(raw, trailerShape);
    if (JSON.stringify(trailer.tables) !== JSON.stringify(this.sums)) {
      throw this.damaged('rows and checksums at its end are not those of its tables.');
    }
    if (this.sums.length !== this.header?.tables.length) throw this.damaged('tables are missing.');
    this.at = this.bytes.at;
    if (!(await this.bytes.isOver())) throw this.damaged('there is more behind the end of the archive.');
    return { kind: 'trailer', trailer, checksum: this.digest.toString('hex') };
  }

  private endTable(): void {
    if (this.table) {
      const { name: table, rows, hash } = this.table;
      this.sums.push({ table, rows, sha256: hash.digest('hex') });
    }
    this.table = null;
  }

  private json<Shape extends z.ZodType>(raw: Buffer, shape: Shape): z.infer<Shape> {
    try {
      return shape.parse(JSON.parse(raw.toString('utf8')));
    } catch {
      throw this.damaged(`block ${this.number - 1} does not say what it should.`);
    }
  }

  private damaged(what: string): ArchiveDamaged {
    const place = this.table ? ` (table ${this.table.name}, after row ${this.table.rows.toLocaleString('en')})` : '';
    return new ArchiveDamaged(`The file is damaged at byte ${this.at.toLocaleString('en')}${place}: ${what}`);
  }
}
