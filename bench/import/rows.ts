/** What becomes of so many rows of a file, imported with OVERWRITE. */
export interface Expected {
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
}

const head = 'Name,E-Mail,Telefon,Firma,Ort,Bemerkung';
const bytesOf = (text: string) => Buffer.from(`${text}\r\n`, 'utf8');

/** Whose address the nth contact has that is there before. */
export const knownEmail = (n: number): string => `known-${n}@company-${n % 100}.example`;

/** In Bemerkung stands which row it is. */
export const goodRow = (n: number): string =>
  `Person ${n},person-${n}@company-${n % 100}.example,+49 30 ${100_000 + n},"Company ${n % 100}, Söhne & Co.",Köln,row ${n};`;

const broken: readonly ((n: number) => Buffer)[] = [
  (n) => bytesOf(`Person ${n},no address,,Acme,Köln,row ${n};`),
  (n) => bytesOf(`Per\u0000son ${n},person-${n}@mail.example,,Acme,Köln,row ${n};`),
  (n) => bytesOf(`${'x'.repeat(300)},person-${n}@mail.example,,Acme,Köln,row ${n};`),
  (n) => bytesOf(`Person ${n},person-${n}@mail.example,,Acme,Köln,row ${n};,one,two`),
  (n) => bytesOf(`Person ${n},person-${n}@mail.example,row ${n};`),
  (n) => Buffer.from(`Person ${n},person-${n}@mail.example,,Acme,K\u00f6ln,row ${n};\r\n`, 'latin1'),
  (n) => bytesOf(`Person ${n},,,Acme,Köln,row ${n};`),
];

/** Of each hundred rows two are broken, one is about a contact that is there, and one is a row of the file over again. */
export function* fileOf(rows: number): Generator<Buffer, Expected> {
  const expected = { created: 0, changed: 0, unchanged: 0, refused: 0 };
  yield bytesOf(head);
  for (let n = 1; n <= rows; n += 1) {
    const place = n % 100;
    if (place === 7 || place === 57) {
      expected.refused += 1;
      yield broken[Math.floor(n / 50) % broken.length]?.(n) ?? bytesOf('');
    } else if (place === 30) {
      expected.changed += 1;
      yield bytesOf(`Known,${knownEmail(Math.floor(n / 100))},,New company ${n},Köln,row ${n};`);
    } else if (place === 90) {
      expected.unchanged += 1;
      yield bytesOf(goodRow(n - 50));
    } else {
      expected.created += 1;
      yield bytesOf(goodRow(n));
    }
  }
  return expected;
}

/** The file of refused rows, with each of them as it should have been. Errors: where one has lost its number. */
export function mended(refused: string): { text: string; count: number } {
  const [first = '', ...lines] = refused.split('\r\n').filter((line) => line !== '');
  const good = lines.map((line) => {
    const [, n] = /row (\d+);/.exec(line) ?? [];
    if (n === undefined) throw new Error(`expected a row that is known by its number, got ${line.slice(0, 80)}`);
    return `${goodRow(Number(n))},`;
  });
  return { text: `${first}\r\n${good.join('\r\n')}\r\n`, count: good.length };
}
