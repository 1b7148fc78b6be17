import type { ImportRowInput } from '../../generated/graphql';
import { type Field, fieldKeyOf, fields, type Target, textOf } from './columns';
import type { CsvRow } from './csv-rows';

export interface Mapping {
  headers: readonly string[];
  targets: readonly Target[];
  /** In front of telephone numbers without one, such as `+49`; empty for none. */
  countryCode: string;
}

/** Units: characters. Beyond it, all rows of a batch together would be more than the API takes. */
const longestRow = 50_000;

/** A row as the API takes it. */
export function rowInputOf({ number, cells, problem }: CsvRow, mapping: Mapping): ImportRowInput {
  if (problem !== null) return { number, problem };
  if (cells.reduce((sum, cell) => sum + cell.length, 0) > longestRow) return { number, problem: 'It is too long.' };
  const { headers, targets, countryCode } = mapping;
  const named: Partial<Record<Field, string>> = {};
  const metadata: [key: string, value: unknown][] = [];
  for (const [index, target] of targets.entries()) {
    const text = textOf(cells[index]);
    if (text === '' || target === 'none') continue;
    const key = target === 'key' ? textOf(headers[index]) : fieldKeyOf(target);
    if (key !== null) metadata.push([key, text]);
    else if (isField(target)) named[target] ??= text;
  }
  const { firstName, lastName, metadata: json, ...rest } = named;
  const further = json === undefined ? {} : objectOf(json);
  if (further === null) return { number, problem: `“${fields.metadata}” is no JSON object.` };
  const name = rest.name ?? [firstName, lastName].filter(Boolean).join(' ');
  return {
    number,
    ...rest,
    ...(name && { name }),
    ...(rest.phone && { phone: withCode(rest.phone, countryCode.trim()) }),
    ...((metadata.length > 0 || json) && { metadata: { ...further, ...Object.fromEntries(metadata) } }),
  };
}

const isField = (target: Target): target is Field => target in fields;

const withCode = (phone: string, code: string): string =>
  code === '' || /^(\+|00)/.test(phone) ? phone : `${code} ${phone.replace(/^\(?0\)?/, '')}`;

function objectOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
