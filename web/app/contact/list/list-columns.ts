/** What a list can show of each contact, by the names that an export has for it; custom fields come by their keys. */
export const columnWords = {
  name: 'Name',
  email: 'Email',
  phone: 'Phone',
  company: 'Company',
  position: 'Position',
  source: 'Source',
  labels: 'Labels',
  conversationStatus: 'Conversation',
  lastActivityAt: 'Last activity',
  createdAt: 'Created',
} as const;
export type OwnColumn = keyof typeof columnWords;

/** What nobody has chosen: it gives way where there is little room, and has company and labels beside the name. */
export const usualColumns: readonly string[] = [
  'name',
  'email',
  'phone',
  'source',
  'conversationStatus',
  'lastActivityAt',
  'createdAt',
];

export const isOwnColumn = (column: string): column is OwnColumn => Object.hasOwn(columnWords, column);

/** What the list shows beside those is asked for with it. */
export const hasFields = (columns: readonly string[]): boolean => columns.some((column) => !isOwnColumn(column));

export const isUsual = (columns: readonly string[]): boolean => columns.join() === usualColumns.join();

/** As many as there can be. */
const mostColumns = 60;

/** From an address or a cookie, whatever it says: names come first, and each column once. Null where it says nothing. */
export function readColumns(text: string | null): readonly string[] | null {
  const named = (text ?? '').split(',').filter((column) => /^\w{1,60}$/.test(column));
  return named.length === 0 ? null : [...new Set(['name', ...named])].slice(0, mostColumns);
}

export const writeColumns = (columns: readonly string[]): string => columns.join(',');
