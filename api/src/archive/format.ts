import { createHash } from 'node:crypto';

/** What this program writes, and the newest that it reads. `docs/archive.md` describes it. */
export const formatVersion = 1;

export const BlockKind = { HEADER: 1, TABLE: 2, ROWS: 3, TRAILER: 4 } as const;
export type BlockKind = (typeof BlockKind)[keyof typeof BlockKind];

export interface ArchiveHeader {
  format: number;
  /** Of the tenant's tables: the version of the newest migration that has run on them. */
  schemaVersion: string;
  tenant: { id: string; name: string; slug: string; createdAt: string };
  /** ISO 8601. */
  madeAt: string;
  /** The database's name of the moment that the rows are from (`pg_current_snapshot`). */
  snapshot: string;
  /** Whether what tells of people was replaced on the way into the file. */
  isMasked: boolean;
  /** In the order in which they come, each after those that it refers to; with the rows counted beforehand. */
  tables: { name: string; rows: number }[];
  /** For whoever reads the archive: no accounts are made of them. */
  members: { name: string; email: string; role: string }[];
  /** What was to be done for the company, and when. */
  jobs: { kind: string; dueAt: string }[];
}

export interface TableHead {
  table: string;
  columns: string[];
}

export interface TableSum {
  table: string;
  rows: number;
  /** Hexadecimal, of the rows as they stand in the file, unpacked. */
  sha256: string;
}

export interface ArchiveTrailer {
  tables: TableSum[];
  rows: number;
}

/** What stands before each packed block. `digest`: SHA-256 over the digest of the block before, this one's fields and its packed bytes. */
export interface BlockHead {
  number: number;
  kind: BlockKind;
  rows: number;
  rawBytes: number;
  packedBytes: number;
  digest: Buffer;
}

/** A skippable frame of zstd, which `zstd -d` passes over: what is left is one stream of zstd that any program unpacks. */
const skippableMagic = 0x184d2a5a;
const mark = Buffer.from('ATRM');
const fieldsBytes = 4 + 4 + 4 + 4 + 4 + 4;
const digestBytes = 32;
const frameBytes = fieldsBytes + digestBytes;
export const headBytes = 8 + frameBytes;

/** Rows are cut into blocks of about this size; one row that is longer makes a block of its own, up to the second. Units: bytes. */
export const usualBlockBytes = 256 * 1024;
export const maxBlockBytes = 64 * 1024 * 1024;

export const noDigest = Buffer.alloc(digestBytes);

type Fields = Omit<BlockHead, 'digest'>;

function fieldsOf({ number, kind, rows, rawBytes, packedBytes }: Fields): Buffer {
  const fields = Buffer.alloc(fieldsBytes);
  mark.copy(fields);
  [number, kind, rows, rawBytes, packedBytes].forEach((value, i) => {
    fields.writeUInt32LE(value, 4 + 4 * i);
  });
  return fields;
}

export const digestOf = (before: Buffer, fields: Fields, packed: Buffer): Buffer =>
  createHash('sha256').update(before).update(fieldsOf(fields)).update(packed).digest();

export function writeHead({ digest, ...fields }: BlockHead): Buffer {
  const start = Buffer.alloc(8);
  start.writeUInt32LE(skippableMagic, 0);
  start.writeUInt32LE(frameBytes, 4);
  return Buffer.concat([start, fieldsOf(fields), digest]);
}

/** Null where these bytes are no head of a block. */
export function readHead(bytes: Buffer): BlockHead | null {
  const isHead =
    bytes.readUInt32LE(0) === skippableMagic &&
    bytes.readUInt32LE(4) === frameBytes &&
    bytes.subarray(8, 12).equals(mark);
  if (!isHead) return null;
  const field = (i: number) => bytes.readUInt32LE(12 + 4 * i);
  const kind = Object.values(BlockKind).find((known) => known === field(1));
  if (kind === undefined || field(3) > maxBlockBytes || field(4) > maxBlockBytes) return null;
  return {
    number: field(0),
    kind,
    rows: field(2),
    rawBytes: field(3),
    packedBytes: field(4),
    digest: bytes.subarray(8 + fieldsBytes, headBytes),
  };
}

/** Rows in the text form of COPY, in which a line feed ends a row and stands nowhere else. */
export function countRows(rows: Buffer): number {
  let count = 0;
  for (let at = rows.indexOf(lineFeed); at >= 0; at = rows.indexOf(lineFeed, at + 1)) count += 1;
  return count;
}

export const lineFeed = 0x0a;

/** The file, or what came of the upload, is not a whole archive. The sentence says where it is not, for people. */
export class ArchiveDamaged extends Error {}
