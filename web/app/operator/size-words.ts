import { formatBytes } from '../ui/format';

/** The database has not counted the pages of a company that is new. */
export const sizeWords = (bytes: number): string => (bytes === 0 ? '—' : formatBytes(bytes));
