import type { CustomFieldKind } from '../../generated/graphql';
import { textOf } from './columns';
import type { CsvFormat } from './csv-format';
import { csvRows } from './csv-rows';

interface Reads {
  kind: CustomFieldKind;
  options: readonly string[];
}

const words: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false };
const isNumber = (text: string): boolean => /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text) || String(Number(text)) === text;
const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** The text of a cell as a field will have it; undefined for what the API will refuse. It has the last word. */
export function readCell({ kind, options }: Reads, text: string): unknown {
  const optionFrom = (part: string) => options.find((option) => option.toLowerCase() === part.trim().toLowerCase());
  switch (kind) {
    case 'NUMBER':
      return isNumber(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
    case 'DATE':
      return isDay(text) ? text : undefined;
    case 'BOOLEAN':
      return Object.hasOwn(words, text.toLowerCase()) ? words[text.toLowerCase()] : undefined;
    case 'CHOICE':
      return optionFrom(text);
    case 'CHOICES': {
      const chosen = text
        .split(';')
        .filter((part) => part.trim())
        .map(optionFrom);
      return chosen.includes(undefined) ? undefined : options.filter((option) => chosen.includes(option));
    }
    case 'LINK':
      return /^https?:\/\/\S+$/i.test(text) ? text : undefined;
    case 'TEXT':
      return /[\r\n]/.test(text) || text.length > 1_000 ? undefined : text;
    default:
      return text;
  }
}

export interface GuessedField {
  name: string;
  kind: CustomFieldKind;
  options: readonly string[];
  isRequired: boolean;
}

/** So many options are read at a glance, and so many rows stand for the file. */
const [mostOptions, lookedAtRows] = [12, 5_000];

/** Which field a column could be, by what stands in its first rows. Whoever makes it may know better. */
export async function guessField(file: Blob, format: CsvFormat, index: number): Promise<GuessedField> {
  const texts: string[] = [];
  let name = '';
  for await (const { number, cells, problem } of csvRows(file, format)) {
    const text = textOf(cells[index]);
    if (number === 0) name = text;
    else if (text !== '' && problem === null) texts.push(text);
    if (number === lookedAtRows) break;
  }
  const kind = kindOf(texts);
  return {
    name: [...name].slice(0, 60).join(''),
    kind,
    options: kind === 'CHOICE' ? optionsIn(texts) : [],
    isRequired: false,
  };
}

function kindOf(texts: readonly string[]): CustomFieldKind {
  const are = (kind: CustomFieldKind) => texts.every((text) => readCell({ kind, options: [] }, text) !== undefined);
  if (texts.length === 0) return 'TEXT';
  // What begins with a zero is a code, such as a postal one.
  if (are('NUMBER') && !texts.some((text) => /^0\d|^\+/.test(text))) return 'NUMBER';
  if (are('DATE')) return 'DATE';
  if (are('BOOLEAN')) return 'BOOLEAN';
  if (are('LINK')) return 'LINK';
  const options = optionsIn(texts);
  const canBe = options.every((option) => option.length <= 60 && !/[;\r\n]/.test(option));
  // Each stands there several times over.
  if (canBe && options.length <= Math.min(mostOptions, texts.length / 3)) return 'CHOICE';
  return are('TEXT') ? 'TEXT' : 'LONG_TEXT';
}

/** In the order in which they come, those that differ by case alone as one. */
const optionsIn = (texts: readonly string[]): string[] =>
  [...new Map([...texts].reverse().map((text) => [text.toLowerCase(), text])).values()].reverse();
