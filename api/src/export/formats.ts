import { stringify } from 'csv-stringify/sync';
import type { ExportedList, ExportedRow } from './export';

/** How a file is called, and what it is. */
export interface FileKind {
  /** As people call it. */
  name: string;
  extension: string;
  mediaType: string;
}

/** The one form of what is no list. */
export const wholeFormats: Readonly<Record<string, FileKind>> = {
  json: { name: 'JSON', extension: 'json', mediaType: 'application/json; charset=utf-8' },
};

export interface FileFormat extends FileKind {
  head(list: ExportedList): string;
  rows(list: ExportedList, rows: readonly ExportedRow[]): string;
}

export const formats: Readonly<Record<string, FileFormat>> = {
  csv: {
    name: 'CSV',
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    // With the mark by which Excel knows UTF-8.
    head: ({ columns, cells }) =>
      `\ufeff${csvOf([columns.map((column) => harmless(cells?.[column]?.heading ?? column))])}`,
    rows: (list, rows) => csvOf(rows.map((row) => list.columns.map((column) => harmless(cellOf(list, row, column))))),
  },
  jsonl: {
    name: 'JSON lines',
    extension: 'jsonl',
    mediaType: 'application/jsonl; charset=utf-8',
    head: () => '',
    rows: (list, rows) => rows.map((row) => jsonLine(list, row)).join(''),
  },
};

function cellOf({ cells }: ExportedList, row: ExportedRow, column: string): string {
  const value = row[column] ?? '';
  const cell = cells?.[column];
  return cell && value ? cell.textOf(value) : value;
}

const csvOf = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    // By itself the library quotes for the delimiter of records as a whole, and a single CR or LF would break a line.
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );

/**
 * A spreadsheet takes a cell that begins so for a formula, and names are other people's text: an apostrophe in front makes it text. So it does
 * for an apostrophe that was there before: whoever reads the file takes one off each cell that begins with one, and has each value as it was.
 */
const beginsFormula = /^['=+\-@\t\r\n＝＋－＠]/;

const harmless = (text: string): string => (beginsFormula.test(text) ? `'${text}` : text);

/** What is JSON goes in as the database wrote it: no number passes through JavaScript's. */
const jsonLine = ({ columns, json }: ExportedList, row: ExportedRow): string =>
  `{${columns
    .map((column) => {
      const value = row[column] ?? null;
      return `${JSON.stringify(column)}:${value !== null && json.includes(column) ? value : JSON.stringify(value)}`;
    })
    .join(',')}}\n`;
