import { type CsvFormat, delimiterOf, encodingOf, lookedAt, newlineOf } from './csv-format';
import { type CsvRow, csvRows } from './csv-rows';
import type { FileBatch, ReadOrder } from './file-worker';

/** In a worker, so that the page stays alive; one batch ahead of whoever takes them, and no further. */
export async function* readFile(order: ReadOrder): AsyncGenerator<FileBatch, void> {
  const worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' });
  const next = () =>
    new Promise<FileBatch>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<FileBatch>) => resolve(data);
      worker.onerror = () => reject(new Error('expected a file that can be read'));
      worker.postMessage('next');
    });
  try {
    worker.postMessage(order);
    for (let coming = next(); ; ) {
      const batch = await coming;
      if (!batch.isLast) coming = next();
      yield batch;
      if (batch.isLast) return;
    }
  } finally {
    worker.terminate();
  }
}

export interface OpenedFile {
  format: CsvFormat;
  headers: string[];
  firstRows: CsvRow[];
}

const shownRows = 5;

/** How it is written, as far as its beginning shows, unless something is said; its head and first rows. */
export async function openFile(file: Blob, said: Partial<CsvFormat> = {}): Promise<OpenedFile> {
  const beginning = new Uint8Array(await file.slice(0, lookedAt).arrayBuffer());
  const encoding = said.encoding ?? encodingOf(beginning);
  const text = new TextDecoder(encoding).decode(beginning, { stream: true });
  const format = { encoding, delimiter: said.delimiter ?? delimiterOf(text), newline: newlineOf(text) };
  const rows: CsvRow[] = [];
  for await (const row of csvRows(file, format)) {
    rows.push(row);
    if (rows.length > shownRows) break;
  }
  const [head, ...firstRows] = rows;
  return { format, headers: head?.cells ?? [], firstRows };
}
