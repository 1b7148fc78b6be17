import { lineFeed } from './format';

/** A row in COPY's text form, as its columns' values; null for NULL. */
export type Row = (string | null)[];

const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const letters = new Map(Object.entries(escapes).map(([letter, character]) => [character, `\\${letter}`]));

const parseValue = (text: string): string | null =>
  text === '\\N' ? null : text.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter);

const writeValue = (value: string | null): string =>
  value === null ? '\\N' : value.replace(/[\\\b\f\n\r\t\v]/g, (character) => letters.get(character) ?? '\\\\');

/** `change` is given each row, and answers what stands in its place. Pieces may be cut anywhere; those that come of it hold whole rows. */
export async function* mapRows(pieces: AsyncIterable<Buffer>, change: (row: Row) => Row): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    const end = piece.lastIndexOf(lineFeed);
    const whole = end < 0 ? null : Buffer.concat([rest, piece.subarray(0, end)]);
    rest = whole ? Buffer.from(piece.subarray(end + 1)) : Buffer.concat([rest, piece]);
    if (!whole) continue;
    const changed = whole
      .toString('utf8')
      .split('\n')
      .map((line) => change(line.split('\t').map(parseValue)).map(writeValue).join('\t'));
    yield Buffer.from(`${changed.join('\n')}\n`);
  }
}
