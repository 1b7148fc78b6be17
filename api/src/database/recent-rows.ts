/** The first digits of a UUIDv7 are a stretch of time: of seven weeks, of three days, and of 4.7 hours. */
const [coarsest, finest] = [4, 6];
/** Beside these columns of words, an index has to go through all of them at each match. */
const mostStretches = 16;

const digits = (id: string, length: number): string => `substr(${id}::text, 1, ${length})`;

/** The stretches of time that a row is of, as indexes have them beside its words: what they find is then of these alone. */
export const stretchesOf = (id: string): string =>
  `array[${Array.from({ length: finest - coarsest + 1 }, (_, n) => digits(id, coarsest + n)).join(', ')}]`;

/**
 * Selects an array of those that the newest rows of a table are of: the finest of which there are few. They reach further back than these
 * rows do, at most to twice as many where rows come evenly.
 */
export function newestStretches(table: string, rows: number): string {
  const edge = (order: string) => `(select id from ${table} edge order by id ${order})`;
  const numbered = (id: string) => `('x' || lpad(${digits(id, finest)}, 8, '0'))::bit(32)::int`;
  const count = (shift: number) => `(newest >> ${shift}) - (oldest >> ${shift})`;
  // OFFSET 0, or each use of an edge would look for it anew.
  return `select array(
      select lpad(to_hex(n), ${finest} - shift / 4, '0') from generate_series(oldest >> shift, newest >> shift) n) as stretches
    from (select oldest, newest, case when ${count(0)} < ${mostStretches} then 0 when ${count(4)} < ${mostStretches} then 4 else 8 end as shift
      from (select ${numbered('newest')} as newest, ${numbered('oldest')} as oldest
        from (select ${edge('desc limit 1')} as newest,
          coalesce(${edge(`desc offset ${rows - 1} limit 1`)}, ${edge('limit 1')}) as oldest offset 0) edges offset 0) numbers) chosen`;
}

/**
 * Selects how many of so many rows, evenly over all of the time, have something (`hits`), and the id of the newest of them (`last`).
 * `find`: a subselect of the first row's id from an id on, null where the row has it not.
 */
export function spreadOf(table: string, rows: number, find: (from: string) => string): string {
  const edge = (order: string) => `(select id from ${table} edge order by id ${order} limit 1)`;
  const ms = (id: string) => `('x' || lpad(replace(substr(${id}::text, 1, 13), '-', ''), 16, '0'))::bit(64)::bigint`;
  const from = `(lpad(to_hex(oldest + (newest - oldest) * n / ${rows}), 12, '0') || repeat('0', 20))::uuid`;
  return `select count(hit) as hits, (array_agg(hit order by hit desc) filter (where hit is not null))[1] as last
    from (select ${find(from)} as hit
      from (select ${ms('oldest')} as oldest, ${ms('newest')} as newest
        from (select ${edge('asc')} as oldest, ${edge('desc')} as newest offset 0) edges offset 0) times
      cross join generate_series(0, ${rows - 1}) n offset 0) looked`;
}
