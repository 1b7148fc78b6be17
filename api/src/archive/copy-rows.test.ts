import { mapRows, type Row } from './copy-rows';

async function* inPieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function mapped(text: string, size: number, change: (row: Row) => Row): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of mapRows(inPieces(text, size), change)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

const text = '1\tZoë\\tTab\\\\back\t\\N\n2\tline\\nfeed\\r\t😀\n3\t\\\\N\t\n';

test.each([1, 2, 3, 7, 1_000])('rows in pieces of %d bytes come whole, and go back as they came', async (size) => {
  const rows: Row[] = [];

  const same = await mapped(text, size, (row) => {
    rows.push(row);
    return row;
  });

  expect(same).toBe(text);
  expect(rows).toEqual([
    ['1', 'Zoë\tTab\\back', null],
    ['2', 'line\nfeed\r', '😀'],
    ['3', '\\N', ''],
  ]);
});

test('what stands in a value’s place is written so that it stays one value', async () => {
  const changed = await mapped('1\ta\n', 10, ([id = null]) => [id, 'tab\there\nand \\N', null]);

  expect(changed).toBe('1\ttab\\there\\nand \\\\N\t\\N\n');
});
