/** Rows with UUIDv7s, whose order is that of their creation, among which some are looked for. */
export interface Sought {
  /** Of the CTE that has the matches. */
  name: string;
  /** A table, or a SELECT in brackets. */
  table: string;
  /** Of a row, in `columns` and `condition`. */
  alias: string;
  /** The id, under that name, and what else is wanted of a match. */
  columns: string;
  condition: string;
  /** What of the condition an index serves; the same text where that is all of it. Null where there is none. */
  indexed: string | null;
}

/** So many of the newest rows are looked at first: to change the case of a line takes longer than to ask the index for a rare word. */
const nearRows = 500;
/** And of words that no index finds, which are looked for nowhere else. */
const nearRowsAlone = 2_000;
/** What is in so many of these is frequent: the index would be read for all of it only to learn that it is too much. */
const frequent = 50;
/** Up to so many matches are taken from the index, which has them in no order. */
const fewMatches = 1_000;
/** Of what has more matches, so many of the newest rows are looked at. */
const farRows = 10_000;

/**
 * A list of CTEs, the last of which has the newest matches, at most `most`. However many rows and matches there are, it reads the entries of
 * the words in the index and no more rows than the bounds above: an index on text has no order, and to sort all that a frequent word finds
 * would take as long as the table is large. Of more than 1,000 matches, those among the newest 10,000 rows are found, and some older ones;
 * of a word beside one that no index finds, those among the newest 10,000, or among 10,000 that have the first.
 */
export function newestMatches({ name, table, alias, columns, condition, indexed }: Sought, most: number): string {
  const newest = (rows: number) => `(select * from ${table} newest order by id desc limit ${rows}) ${alias}`;
  const countOf = (part: string) => `(select count(*) from ${name}_${part})`;
  const near = countOf('near');
  const isNarrowed = indexed !== null && indexed !== condition;
  const atLeast = Math.min(most, frequent);
  const isFrequent = indexed === null ? 'false' : `${isNarrowed ? countOf('dense') : near} >= ${atLeast}`;
  const far = (when: string) =>
    `select ${columns} from ${newest(farRows)} where ${condition} and ${near} < ${most} and ${when} limit ${most}`;
  const isLooked = isNarrowed ? `not ${isFrequent}` : `(not ${isFrequent} or ${countOf('far')} < ${most})`;
  // Whole, so that the way to the matches is chosen for all of them: for the first few alone, it would be a walk through the table.
  // What the index finds by a part of the condition is looked at one by one.
  const found = isNarrowed
    ? `(select * from ${table} ${alias} where ${indexed} and ${isLooked} limit ${farRows})`
    : table;
  const all = `select ${columns} from ${found} ${alias} where ${condition} and ${indexed === null ? 'false' : isLooked}`;
  return `${isNarrowed ? `${name}_dense as materialized (select 1 from ${newest(nearRows)} where ${indexed}),` : ''}
    ${name}_near as materialized (select ${columns} from ${newest(indexed === null ? nearRowsAlone : nearRows)} where ${condition}),
    ${name}_far as materialized (${far(isFrequent)}),
    ${name}_all as materialized (${all}),
    ${name}_few as materialized (select * from ${name}_all limit ${fewMatches + 1}),
    ${name}_rest as materialized (${far(`not ${isFrequent} and ${countOf('few')} > ${fewMatches}`)}),
    ${name} as materialized (
      select * from (select * from ${name}_near union select * from ${name}_few
        union select * from ${name}_far union select * from ${name}_rest) found
      order by id desc limit ${most})`;
}
