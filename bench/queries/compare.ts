const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const moment = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;
const cursors = new Set(['startCursor', 'endCursor']);
const enums = new Set(['status', 'senderType']);

export type Leaves = Map<string, unknown>;

/** Each leaf under its path, in one form: moments as milliseconds, enums in lower case; of a cursor only whether there is one. */
export function leavesOf(value: unknown, path = '', leaves: Leaves = new Map()): Leaves {
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value);
    if (entries.length === 0) leaves.set(path, Array.isArray(value) ? '[]' : '{}');
    for (const [key, child] of entries)
      if (key !== '__typename') leavesOf(child, path === '' ? key : `${path}.${key}`, leaves);
    return leaves;
  }
  leaves.set(path, formOf(path.slice(path.lastIndexOf('.') + 1), value));
  return leaves;
}

function formOf(key: string, value: unknown): unknown {
  if (cursors.has(key)) return value !== null;
  if (typeof value !== 'string') return value;
  if (enums.has(key)) return value.toLowerCase();
  return moment.test(value) ? Date.parse(value) : value;
}

/** What is new with each write, ids and moments, becomes "first", "second" and so on: only which of them are the same is compared. */
export function withoutNews(leaves: Leaves, known: ReadonlySet<string>): Leaves {
  const seen = new Map<unknown, string>();
  return new Map(
    [...leaves].map(([path, value]) => {
      const isNews = (typeof value === 'string' && uuid.test(value) && !known.has(value)) || isMoment(path, value);
      if (!isNews) return [path, value];
      const kind = typeof value === 'string' ? 'id' : 'moment';
      if (!seen.has(value))
        seen.set(value, `${kind} ${[...seen.values()].filter((name) => name.startsWith(kind)).length + 1}`);
      return [path, seen.get(value)];
    }),
  );
}

const isMoment = (path: string, value: unknown): boolean => typeof value === 'number' && path.endsWith('At');

/** Sentences about leaves that differ, at most ten; none where both say the same. */
export function differencesOf(expected: Leaves, got: Leaves): string[] {
  const paths = new Set([...expected.keys(), ...got.keys()]);
  return [...paths]
    .filter((path) => expected.get(path) !== got.get(path) || expected.has(path) !== got.has(path))
    .slice(0, 10)
    .map((path) => `${path}: expected ${JSON.stringify(expected.get(path))}, got ${JSON.stringify(got.get(path))}`);
}
