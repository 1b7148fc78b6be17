/** How a file is written. */
export interface CsvFormat {
  encoding: Encoding;
  delimiter: Delimiter;
  newline: '\n' | '\r' | '\r\n';
}

export const encodings = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Western (Windows-1252, Latin-1)',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16, big-endian',
} as const;
export const delimiters = { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Bar' } as const;

export type Encoding = keyof typeof encodings;
export type Delimiter = keyof typeof delimiters;

/** Units: bytes. So much of a file's beginning tells how it is written. */
export const lookedAt = 256 * 1024;

/** Where an encoding shows by no mark: as many bad bytes as good letters beyond ASCII are no slip in a UTF-8 file, but another encoding. */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const zeros = (from: number) => bytes.filter((byte, index) => byte === 0 && index % 2 === from).length;
  // Text of Latin letters has a zero in every other byte.
  if (zeros(1) > bytes.length / 4) return 'utf-16le';
  if (zeros(0) > bytes.length / 4) return 'utf-16be';
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  const bad = text.split('\ufffd').length - 1;
  const good = [...text].filter((letter) => letter > '\u007f' && letter !== '\ufffd').length;
  return bad > good ? 'windows-1252' : 'utf-8';
}

/** By which of them the first lines have the most cells, the same number in each. */
export function delimiterOf(text: string): Delimiter {
  const lines = unquoted(text)
    .split(/\r\n|\n|\r/)
    .filter((line) => line !== '')
    .slice(0, 50);
  const rank = (delimiter: string) => {
    const counts = lines.map((line) => line.split(delimiter).length);
    const [first = 1] = counts;
    return first === 1 ? 0 : first * (counts.filter((count) => count === first).length / counts.length) ** 2;
  };
  const [best = ','] = (Object.keys(delimiters) as Delimiter[]).sort((a, b) => rank(b) - rank(a));
  return best;
}

export function newlineOf(text: string): CsvFormat['newline'] {
  const bare = unquoted(text);
  const windows = bare.split('\r\n').length;
  const [carriages, feeds] = [bare.split('\r').length - windows, bare.split('\n').length - windows];
  if (windows > 1 && windows > feeds) return '\r\n';
  return carriages > feeds ? '\r' : '\n';
}

/** What stands in quotation marks is no part of the form. */
const unquoted = (text: string): string => text.replace(/"(?:[^"]|"")*"/g, '""');
