/** One further key of a contact while it is edited. */
export interface MetadataRow {
  /** Tells rows apart while they are renamed and removed. */
  id: number;
  key: string;
  value: string;
  /** The stored value where it is no text: it keeps its type. */
  original?: unknown;
}

/** Fields of their own in the form, so no further key may be called so. */
const namedKeys = ['company', 'position', 'source'];

export const rowsOf = (metadata: Record<string, unknown>): MetadataRow[] =>
  Object.entries(metadata).map(([key, value], id) =>
    typeof value === 'string' ? { id, key, value } : { id, key, value: JSON.stringify(value), original: value },
  );

export const withRow = (rows: readonly MetadataRow[]): MetadataRow[] => [
  ...rows,
  { id: Math.max(-1, ...rows.map(({ id }) => id)) + 1, key: '', value: '' },
];

/** The object to store; rows without key and value are not there yet and are left out. */
export const metadataOf = (rows: readonly MetadataRow[]): Record<string, unknown> =>
  Object.fromEntries(rows.filter(isFilled).map((row) => [row.key.trim(), valueOf(row)]));

/** A number that was edited stays a number where it still is one. */
function valueOf({ value, original }: MetadataRow): unknown {
  if (original === undefined) return value.trim();
  if (JSON.stringify(original) === value) return original;
  try {
    return JSON.parse(value);
  } catch {
    return value.trim();
  }
}

/** What is wrong with the keys, in one sentence; null when all is well. */
export function checkRows(rows: readonly MetadataRow[]): string | null {
  const keys = rows.filter(isFilled).map(({ key }) => key.trim());
  if (keys.includes('')) return 'A further field needs a name.';
  const named = keys.find((key) => namedKeys.includes(key));
  if (named !== undefined) return `“${named}” has a field of its own above.`;
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  return twice === undefined ? null : `“${twice}” is there twice.`;
}

const isFilled = ({ key, value }: MetadataRow): boolean => key.trim() !== '' || value.trim() !== '';
