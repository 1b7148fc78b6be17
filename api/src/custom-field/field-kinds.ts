import type { CustomField } from './custom-field';
import { CustomFieldKind } from './custom-field-kind';
import { isSame } from './field-options';

/** A value as it is stored, or what was expected instead: to stand behind the field's name. */
export type Read = { value: unknown } | { expected: string };

type Options = Pick<CustomField, 'options'>;
type Reader = (given: unknown, field: Options) => Read;

/** What stands in front of them is trimmed and not blank where it is a text. */
export const readers: Readonly<Record<CustomFieldKind, Reader>> = {
  [CustomFieldKind.TEXT]: (given) => {
    const text = textFrom(given);
    return text !== null && !/[\r\n]/.test(text) && lengthOf(text) <= 500
      ? { value: text }
      : { expected: 'expected one line of at most 500 characters' };
  },
  [CustomFieldKind.LONG_TEXT]: (given) => {
    const text = textFrom(given);
    return text !== null && lengthOf(text) <= 5_000
      ? { value: text }
      : { expected: 'expected a text of at most 5,000 characters' };
  },
  [CustomFieldKind.NUMBER]: (given) => {
    const number = typeof given === 'string' ? numberFrom(given) : given;
    return typeof number === 'number' && Number.isFinite(number)
      ? { value: number }
      : { expected: 'expected a number such as 1250.5' };
  },
  [CustomFieldKind.DATE]: (given) =>
    typeof given === 'string' && isDay(given) ? { value: given } : { expected: 'expected a date such as 2026-11-30' },
  [CustomFieldKind.BOOLEAN]: (given) => {
    const known = typeof given === 'string' ? words[given.toLowerCase()] : given;
    return typeof known === 'boolean' ? { value: known } : { expected: 'expected true or false' };
  },
  [CustomFieldKind.CHOICE]: (given, { options }) => {
    const option = optionFrom(given, options);
    return option === undefined ? { expected: `expected one of: ${listOf(options)}` } : { value: option };
  },
  [CustomFieldKind.CHOICES]: (given, { options }) => {
    const chosen = partsOf(given).map((part) => optionFrom(part, options));
    return chosen.length === 0 || chosen.includes(undefined)
      ? { expected: `expected any of: ${listOf(options)}` }
      : { value: options.filter((option) => chosen.includes(option)) };
  },
  [CustomFieldKind.LINK]: (given) =>
    typeof given === 'string' && lengthOf(given) <= 2_000 && isLink(given)
      ? { value: given }
      : { expected: 'expected a link such as https://example.com' },
};

const lengthOf = (text: string): number => [...text].length;

/** A number is taken for its text: a program may not know that a customer's number is one. */
function textFrom(given: unknown): string | null {
  if (typeof given === 'number') return String(given);
  return typeof given === 'string' ? given : null;
}

/** As it is written in a program's files. One that would come back otherwise is refused. */
function numberFrom(text: string): number | null {
  if (String(Number(text)) === text) return Number(text);
  if (!/^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text)) return null;
  const digits = text.replace(/^[+-]?0*|\./g, '');
  return digits.length > 15 ? null : Number(text);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const words: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false };

const optionFrom = (given: unknown, options: readonly string[]): string | undefined =>
  typeof given === 'string' ? options.find((option) => isSame(option, given.trim())) : undefined;

/** As a list, or as one text with semicolons. */
function partsOf(given: unknown): unknown[] {
  if (Array.isArray(given)) return given;
  return typeof given === 'string' ? given.split(';').filter((part) => part.trim()) : [given];
}

function isLink(text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text)) return false;
  return URL.canParse(text);
}

const mostListed = 10;

function listOf(options: readonly string[]): string {
  const more = options.length - mostListed;
  return `${options.slice(0, mostListed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
