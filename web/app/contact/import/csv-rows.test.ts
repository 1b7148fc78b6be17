import { type CsvFormat, delimiterOf, encodingOf, newlineOf } from './csv-format';
import { type CsvRow, csvRows } from './csv-rows';

/** In pieces of so many bytes, as a file comes. */
const fileOf = (bytes: Uint8Array, pieceBytes: number) =>
  ({
    stream: () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          for (let from = 0; from < bytes.length; from += pieceBytes)
            controller.enqueue(bytes.slice(from, from + pieceBytes));
          controller.close();
        },
      }),
  }) as Blob;

const format: CsvFormat = { encoding: 'utf-8', delimiter: ',', newline: '\n' };

async function read(text: string | Uint8Array, said: Partial<CsvFormat> = {}, pieceBytes = 7): Promise<CsvRow[]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const rows: CsvRow[] = [];
  for await (const row of csvRows(fileOf(bytes, pieceBytes), { ...format, ...said })) rows.push(row);
  return rows;
}

const cellsOf = (rows: CsvRow[]) => rows.map(({ cells }) => cells);

test.each([1, 2, 3, 7, 1_000])('rows come whole, whatever pieces of %i bytes a file comes in', async (pieceBytes) => {
  const rows = await read('\ufeffname,note\r\n"Zoë ""Q""","a,\r\nb"\r\n\r\nBob,\r\n', { newline: '\r\n' }, pieceBytes);

  expect(cellsOf(rows)).toEqual([
    ['name', 'note'],
    ['Zoë "Q"', 'a,\r\nb'],
    ['Bob', ''],
  ]);
  expect(rows.map(({ number }) => number)).toEqual([0, 1, 2]);
});

test('what is wrong with a row is said of that row', async () => {
  const rows = await read('a,b\nx,y,z\nx\n"x"y",z\nx,y');

  expect(rows.map(({ problem }) => problem)).toEqual([
    null,
    'It has 3 cells where the first line has 2.',
    'It has 1 cells where the first line has 2.',
    'A quotation mark stands where none can.',
    null,
  ]);
});

test('a quotation mark that nobody closes costs one row', async () => {
  const filler = Array.from({ length: 200 }, (_, n) => `row ${n},${'x'.repeat(10_000)}`).join('\n');

  const rows = await read(`a,b\n"open,y\n${filler}\n`, {}, 65_536);

  expect(rows[1]).toMatchObject({ number: 1, problem: 'A quotation mark is opened and never closed.' });
  expect(rows).toHaveLength(202);
});

test('bytes of another encoding are told, and read where the encoding is said', async () => {
  const latin = Uint8Array.from([...'name,b\nJos'].map((letter) => letter.charCodeAt(0)).concat([0xe9, 44, 120]));

  const [, wrong] = await read(latin);
  const [, right] = await read(latin, { encoding: 'windows-1252' });

  expect(wrong?.problem).toBe('It holds bytes that are no text in this encoding.');
  expect(right?.cells).toEqual(['José', 'x']);
});

const utf16 = (text: string) => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));

test.each([
  ['utf-8', new TextEncoder().encode('name\nZoë')],
  ['utf-8', new TextEncoder().encode('name\nAnn')],
  ['windows-1252', Uint8Array.from([110, 10, 0xe9, 0xe8, 65])],
  ['utf-16le', utf16('name;email\nAnn;a@b.c')],
  ['utf-16le', Uint8Array.from([0xff, 0xfe, 65, 0])],
  ['utf-16be', Uint8Array.from([0xfe, 0xff, 0, 65])],
])('%s is known', (encoding, bytes) => {
  expect(encodingOf(bytes)).toBe(encoding);
});

test('a few bad bytes among many good letters are slips in a UTF-8 file', () => {
  const good = new TextEncoder().encode('é'.repeat(20));

  expect(encodingOf(Uint8Array.from([...good, 0xe9, 65]))).toBe('utf-8');
});

test.each([
  [';', 'a;b;c\n1,5;2,5;3\n'],
  ['\t', 'a\tb\n1,2\t3\n'],
  [',', 'name,note\nAnn,"x;y;z"\n'],
  ['|', 'a|b\n1|2\n'],
  [',', 'email\nann@acme.test\n'],
])('%j separates the cells', (delimiter, text) => {
  expect(delimiterOf(text)).toBe(delimiter);
});

test.each([
  ['\r\n', 'a\r\nb\r\n'],
  ['\n', 'a\n"x\r\ny\r\nz"\nb\n'],
  ['\r', 'a\rb\r'],
  ['\n', 'a'],
])('%j ends the rows', (newline, text) => {
  expect(newlineOf(text)).toBe(newline);
});
