import { newestStretches, spreadOf, stretchesOf } from './recent-rows';

/** Rows with UUIDv7s, whose order is that of their creation, among which some are looked for. */
export interface Sought {
  /** Of the CTE that has the matches. */
  name: string;
  /** A table, or a SELECT in brackets. */
  table: string;
  /** Of a row, in `columns` and the conditions. */
  alias: string;
  /** The id, under that name, and what else is wanted of a match. */
  columns: string;
  condition: string;
  /** The same, written for rows that are looked at one after the other. */
  ofEach: string;
  /** What of the condition an index serves; the same text where that is all of it. Null where there is none. */
  indexed: string | null;
  /** Words of that part; none where there is but one, and it is all of the condition. */
  words: readonly SoughtWord[];
  /** Whether the index has the rows' stretches of time beside their words. */
  hasStretches: boolean;
  /** Whether there are so many rows that a frequent word is looked for among the newest alone. */
  areMany: boolean;
}

export interface SoughtWord {
  /** As in `Sought`. */
  ofEach: string;
  /** What an index serves, by what is made of the word's pattern. */
  like(make: (pattern: string) => string): string;
}

/** So many of the newest rows are looked at first. */
const nearRows = 500;
/** And of words that no index finds, which are looked for nowhere else. */
const nearRowsAlone = 2_000;
/** What so many of the nearest have is soon met again: no index is read for it. */
const everywhere = 50;
/** A word in so many of them is frequent: of many rows, the index would be read for all of it only to learn that it is too much. */
const frequent = 10;
/** What fewer of them have is most likely rare, and the whole of the index is asked first. */
const rare = 2;
/** Up to so many matches are taken from the index, which has them in no order. */
const fewMatches = 1_000;
/** Of what has more matches, those among so many of the newest rows are found, one by one. */
const farRows = 10_000;
/** The same, where an index has stretches of time. */
export const recentRows = 20_000;
/** What fewer of these have is looked for in the whole of the index after all. */
const seldom = 100;
/** So many rows from all of the time are looked at before the whole of an index of many rows is. */
const spreadRows = 100;
/** What so many of these have was frequent once, however rare it is now. */
const spreadFrequent = 5;
/** Of that, so many rows are looked at. */
const onceRows = 5_000;
/** What fewer of the newest 10,000 have, and many of the first of them, was written much for a short time only. */
const passing = 200;

/**
 * A list of CTEs, the last of which has the newest matches, at most `most`. An index on text has no order, and to read all that it has of a
 * frequent word takes as long as the table is large.
 * What is everywhere is looked for one by one, until there is enough of it; a frequent word, or two of them that rarely meet, by the index
 * in the stretches of time of the newest 20,000 rows; a rare word in the whole of the index, and where it has more than 1,000 of it, in those
 * stretches too. Where there are no stretches, or a word stands beside it that no index finds, it is the newest 10,000 rows, one by one.
 * What is rare now, and was frequent once, is looked for in those stretches, and in 5,000 rows from when it was met last.
 */
export function newestMatches(sought: Sought, most: number): string {
  const { name, table, alias, columns, condition, ofEach, indexed, words, hasStretches, areMany } = sought;
  const newest = (rows: number, before = '') =>
    `(select * from ${table} newest ${before} order by id desc limit ${rows}) ${alias}`;
  const countOf = (part: string) => `(select count(*) from ${name}_${part})`;
  const near = countOf('near');
  if (indexed === null)
    return `${name}_near as materialized (select ${columns} from ${newest(nearRowsAlone)} where ${ofEach}),
      ${name} as materialized (select * from ${name}_near order by id desc limit ${most})`;

  const isNarrowed = indexed !== condition;
  const isByStretch = hasStretches && !isNarrowed;
  const walked = (when: string, rows = farRows, before = '') =>
    `select ${columns} from ${newest(rows, before)} where ${ofEach} and ${near} < ${most} and ${when} limit ${most}`;
  // What the index finds by a part of the condition is looked at one by one, and in no order: of the newest rows, all are looked at instead.
  const recent = (when: string) =>
    isByStretch
      ? `select ${columns} from ${table} ${alias} where ${condition} and ${when}
           and ${stretchesOf(`${alias}.id`)} && (select stretches from ${name}_stretches)`
      : walked(when);
  const counts = words.map((word, n) => `count(*) filter (where ${word.ofEach}) as word_${n}`);
  const rarest =
    counts.length > 0
      ? `*, least(${words.map((_, n) => `word_${n}`).join(', ')}) as rarest from (select ${counts.join(', ')} from ${newest(nearRows)}) words`
      : `${near} as rarest`;
  const isEverywhere = `${near} >= ${Math.min(most, everywhere)}`;
  const mostLooked = areMany ? frequent : everywhere;
  const isFrequent = areMany || isNarrowed ? `(select rarest from ${name}_counts) >= ${mostLooked}` : 'false';
  const isRare = `not ${isFrequent} and ${isByStretch ? `${near} < ${rare}` : `not ${isEverywhere}`}`;
  const isPassing = `${isEverywhere} and ${near} < ${most} and ${countOf('far')} < ${passing}`;
  const isLooked = `(not ${isFrequent} and (${isRare} or not ${isEverywhere} and ${countOf('recent')} < ${seldom})
    ${areMany && words.length > 0 ? '' : `or ${isPassing}`})`;
  const wasFrequent = areMany ? `coalesce((select hits from ${name}_spread) >= ${spreadFrequent}, false)` : 'false';
  const part = isNarrowed ? words.map((word) => word.ofEach).join(' and ') : ofEach;
  const spread = spreadOf(
    table,
    spreadRows,
    (from) =>
      `(select case when ${part} then ${alias}.id end from ${table} ${alias} where ${alias}.id >= ${from} order by ${alias}.id limit 1)`,
  );
  // A word that is everywhere is no help beside a rare one: of both, the index read 17 ms where it reads 4 of the rare one alone.
  const likeRareOnes = () =>
    words.map(({ like }, n) =>
      like(
        (pattern) => `(select case when word_${n} >= ${everywhere} then '%' else ${pattern} end from ${name}_counts)`,
      ),
    );
  const whole = areMany && !isNarrowed && words.length > 0 ? [...likeRareOnes(), ofEach].join(' and ') : condition;
  // Whole, so that the way to the matches is chosen for all of them: for the first few alone, it would be a walk through the table.
  const found = isNarrowed
    ? `(select * from ${table} ${alias} where ${indexed} and ${isLooked} and not ${wasFrequent} limit ${farRows})`
    : table;
  return `${name}_near as materialized (select ${columns} from ${newest(nearRows)} where ${ofEach}),
    ${name}_counts as materialized (select ${rarest}),
    ${isByStretch ? `${name}_stretches as materialized (${newestStretches(table, recentRows)}),` : ''}
    ${areMany ? `${name}_spread as materialized (${spread}),` : ''}
    ${name}_far as materialized (${walked(isEverywhere)}),
    ${name}_recent as materialized (${recent(`not ${isEverywhere} and not (${isRare})`)}),
    ${name}_all as materialized (select ${columns} from ${found} ${alias} where ${whole} and ${isLooked} and not ${wasFrequent}),
    ${name}_few as materialized (select * from ${name}_all limit ${fewMatches + 1}),
    ${name}_rest as materialized (${recent(`${isRare} and (${wasFrequent} or ${countOf('few')} > ${fewMatches})`)}),
    ${areMany ? `${name}_once as materialized (${walked(`${isLooked} and ${wasFrequent}`, onceRows, `where id <= (select last from ${name}_spread)`)}),` : ''}
    ${name} as materialized (
      select * from (select * from ${name}_near union select * from ${name}_far union select * from ${name}_recent
        union select * from ${name}_few union select * from ${name}_rest ${areMany ? `union select * from ${name}_once` : ''}) found
      order by id desc limit ${most})`;
}
