import type { ApolloCache, FieldFunctionOptions, FieldPolicy, Reference } from '@apollo/client';

interface Edge {
  cursor?: string;
  node: Reference | { readonly __typename?: string };
}

interface PageInfo {
  hasNextPage?: boolean;
  hasPreviousPage?: boolean;
  startCursor?: string | null;
  endCursor?: string | null;
}

interface Connection {
  edges?: readonly Edge[];
  nodes?: readonly Edge['node'][];
  pageInfo?: PageInfo;
  totalCount?: number;
}

/**
 * Joins the pages of a connection into one list, forwards (`after`) and backwards (`before`).
 * Shape: `edges` or `nodes`, whichever the query asks for; queries of one list must agree on it.
 * A page asked for without a cursor is the newest truth about the list's beginning (or, with `last`, its end):
 * what was loaded beyond it stays only where the two overlap, so that a refresh neither shortens a long list nor leaves a hole in it.
 * `relayStylePagination` of Apollo Client forgets all further pages at each refresh.
 * `ownerId` is of whose field it is, where the list may become very long.
 */
export const connectionPolicy = (keyArgs: string[] = [], ownerId?: string): FieldPolicy<Connection> => ({
  keyArgs: keyArgs.length > 0 ? keyArgs : false,

  // Of `nodes`, the cache leaves out by itself what it no longer has; another array would be read anew each time.
  read(existing, { canRead, readField }) {
    if (!existing?.edges) return existing;
    return { ...existing, edges: existing.edges.filter((edge) => canRead(readField('node', asObject(edge)))) };
  },

  merge(existing, incoming, { args, cache, readField }) {
    if (existing && ownerId) forgetResults(cache, ownerId);
    const direction =
      args?.['after'] || args?.['afterNumber']
        ? 'after'
        : args?.['before']
          ? 'before'
          : args?.['last']
            ? 'end'
            : 'start';
    const joined = {
      ...existing,
      ...incoming,
      ...(incoming.edges && {
        edges: join(existing?.edges, incoming.edges, direction, (edge) =>
          refOf(readField('node', asObject(edge)), readField),
        ),
      }),
      ...(incoming.nodes && {
        nodes: join(existing?.nodes, incoming.nodes, direction, (node) => refOf(node, readField)),
      }),
    };
    const pageInfo = joinPageInfo(existing, incoming, joined, direction);
    return pageInfo ? { ...joined, pageInfo } : joined;
  },
});

/**
 * What was read of the list before it changed. Apollo Client keeps the last 10,000 lists that were read, each with an entry for every item:
 * of a list that grows page by page, all its lengths. Where an owner's existence is in question, and only there, it forgets them.
 */
const forgetResults = (cache: ApolloCache, ownerId: string): void =>
  void cache.evict({ id: ownerId, fieldName: '__exists', broadcast: false });

type Direction = 'after' | 'before' | 'start' | 'end';

type ReadFieldFunction = FieldFunctionOptions['readField'];

const asObject = (edge: Edge) => edge as unknown as Reference;

/** What makes an item the same item: its reference, or its id where the cache holds it in place. */
const refOf = (node: unknown, readField: ReadFieldFunction): unknown =>
  (node as Partial<Reference> | undefined)?.__ref ?? readField('id', node as Reference);

function join<T>(
  existing: readonly T[] = [],
  incoming: readonly T[],
  direction: Direction,
  keyOf: (item: T) => unknown,
): T[] {
  const arrived = incoming.map(keyOf);
  const isNew = new Set(arrived);
  const rest = (items: readonly T[]) => items.filter((item) => !isNew.has(keyOf(item)));
  if (direction === 'after') return [...rest(existing), ...incoming];
  if (direction === 'before') return [...incoming, ...rest(existing)];

  const known = existing.map(keyOf);
  if (direction === 'start') {
    const seam = seamOf(known, arrived.slice(-2));
    return seam < 0 ? [...incoming] : [...incoming, ...rest(existing.slice(seam + 2))];
  }
  const seam = seamOf(known, arrived.slice(0, 2));
  return seam < 0 ? [...incoming] : [...rest(existing.slice(0, seam)), ...incoming];
}

/**
 * Where the two items nearest to the page's end lie in the known list, or -1.
 * Two neighbours and not one item: a single item may have moved, and what lay between would be lost unseen.
 */
const seamOf = (known: readonly unknown[], [first, second]: unknown[]): number =>
  known.findIndex((key, index) => key === first && index + 1 < known.length && known[index + 1] === second);

/** The page that lies at an end of the joined list tells what is beyond that end. */
function joinPageInfo(
  existing: Connection | undefined,
  incoming: Connection,
  joined: Connection,
  direction: Direction,
): PageInfo | undefined {
  if (!incoming.pageInfo || !existing?.pageInfo) return incoming.pageInfo ?? existing?.pageInfo;
  const size = (connection: Connection) => (connection.edges ?? connection.nodes ?? []).length;
  const keepsMore = size(joined) > size(incoming);
  const startIsOld = direction === 'after' || (direction === 'end' && keepsMore);
  const endIsOld = direction === 'before' || (direction === 'start' && keepsMore);
  const start = startIsOld ? existing.pageInfo : incoming.pageInfo;
  const end = endIsOld ? existing.pageInfo : incoming.pageInfo;
  return {
    ...incoming.pageInfo,
    ...pick(start, ['hasPreviousPage', 'startCursor']),
    ...pick(end, ['hasNextPage', 'endCursor']),
  };
}

const pick = <T extends object, K extends keyof T>(from: T, keys: readonly K[]): Partial<Pick<T, K>> =>
  Object.fromEntries(keys.filter((key) => key in from).map((key) => [key, from[key]])) as Partial<Pick<T, K>>;
