import Papa from 'papaparse';
import type { CsvFormat } from './csv-format';

export interface CsvRow {
  /** Its place in the file, without head and blank lines, from 1; 0 for the head. */
  number: number;
  cells: string[];
  /** What is wrong with it as it stands; null where nothing is. */
  problem: string | null;
  /** How much of the file was read by then. */
  bytes: number;
}

/** Units: characters. A row that is longer has a quotation mark that nobody closed. */
const longestRow = 1_000_000;

/** The rows of a file, read piece by piece: a piece is asked for when the rows of the one before were taken. */
export async function* csvRows(file: Blob, { encoding, delimiter, newline }: CsvFormat): AsyncGenerator<CsvRow, void> {
  const parser = new Papa.Parser({ delimiter, newline } as Papa.ParseConfig);
  const decoder = new TextDecoder(encoding);
  const reader = file.stream().getReader();
  let [rest, bytes, number, width, isDone] = ['', 0, 0, 0, false];
  try {
    while (!isDone) {
      const { done, value } = await reader.read();
      isDone = done;
      bytes += value?.length ?? 0;
      rest += decoder.decode(value, { stream: !done });
      const read: Papa.ParseResult<string[]> = parser.parse(rest, 0, !done);
      const broken = new Set(read.errors.map(({ row }) => row));
      const rows = read.data.entries();
      for (const [index, cells] of rows) {
        if (isBlank(cells)) continue;
        width ||= cells.length;
        yield { number, cells, problem: broken.has(index) ? badQuotes : problemOf(cells, width), bytes };
        number += 1;
      }
      rest = done ? '' : rest.slice(read.meta.cursor);
      if (rest.length <= longestRow) continue;
      yield { number, cells: [], problem: openQuotes, bytes };
      number += 1;
      const end = rest.indexOf(newline);
      rest = end < 0 ? '' : rest.slice(end + newline.length);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const isBlank = (cells: string[]): boolean => cells.length === 1 && cells[0]?.trim() === '';

const badQuotes = 'A quotation mark stands where none can.';
const openQuotes = 'A quotation mark is opened and never closed.';

function problemOf(cells: string[], width: number): string | null {
  if (cells.length !== width) return `It has ${cells.length} cells where the first line has ${width}.`;
  if (cells.some((cell) => cell.includes('\ufffd'))) return 'It holds bytes that are no text in this encoding.';
  return null;
}
