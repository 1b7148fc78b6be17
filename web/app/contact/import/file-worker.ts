import type { ImportRowInput } from '../../generated/graphql';
import type { CsvFormat } from './csv-format';
import { type CsvRow, csvRows } from './csv-rows';
import { type Mapping, rowInputOf } from './row-input';

export interface ReadOrder {
  file: Blob;
  format: CsvFormat;
  /** Rows up to this number are passed over. */
  after: number;
  /** Null for the cells as they are. */
  mapping: Mapping | null;
}

export interface FileBatch {
  rows: ImportRowInput[];
  cells: CsvRow[];
  /** How much of the file was read by then. */
  bytes: number;
  /** No more rows follow. */
  isLast: boolean;
}

/** Beneath what the API takes at once, in rows and in bytes of a request. */
const [mostRows, mostBytes] = [500, 160_000];

async function* batchesOf({ file, format, after, mapping }: ReadOrder): AsyncGenerator<FileBatch, void> {
  const encoder = new TextEncoder();
  let batch: FileBatch = { rows: [], cells: [], bytes: 0, isLast: false };
  let size = 0;
  for await (const row of csvRows(file, format)) {
    if (row.number <= after) continue;
    const input = mapping && rowInputOf(row, mapping);
    const rowSize = input ? encoder.encode(JSON.stringify(input)).length : 0;
    if (batch.rows.length + batch.cells.length === mostRows || (batch.rows.length > 0 && size + rowSize > mostBytes)) {
      yield batch;
      batch = { rows: [], cells: [], bytes: 0, isLast: false };
      size = 0;
    }
    if (input) batch.rows.push(input);
    else batch.cells.push(row);
    batch.bytes = row.bytes;
    size += rowSize;
  }
  yield { ...batch, bytes: file.size, isLast: true };
}

let batches: AsyncGenerator<FileBatch, void> | null = null;

/** The order first; then a batch for each `next`. */
self.onmessage = async ({ data }: MessageEvent<ReadOrder | 'next'>) => {
  if (data !== 'next') {
    batches = batchesOf(data);
    return;
  }
  const next = await batches?.next();
  if (next && !next.done) self.postMessage(next.value);
};
