import type { AuditRow_EntryFragment } from '../../generated/graphql';

const columns = ['createdAt', 'actorName', 'action', 'target', 'address', 'requestId'] as const;

/** As RFC 4180 has it. A cell that a spreadsheet would take for a formula gets an apostrophe: names are other people's text. */
export const auditCsv = (entries: readonly AuditRow_EntryFragment[]): string =>
  [columns.join(','), ...entries.map((entry) => columns.map((column) => cell(entry[column])).join(','))].join('\r\n');

function cell(value: string | null): string {
  const text = value ?? '';
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
