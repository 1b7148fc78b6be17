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
  const { name, columns, ofEach, indexed } = sought;
  if (indexed !== null) return new IndexedMatches(sought, indexed, most).text;
  return `${name}_near as materialized (select ${columns} from ${newestOf(sought, nearRowsAlone)} where ${ofEach}),
      ${name} as materialized (select * from ${name}_near order by id desc limit ${most})`;
}

const newestOf = ({ table, alias }: Sought, rows: number, before = ''): string =>
  `(select * from ${table} newest ${before} order by id desc limit ${rows}) ${alias}`;

/** Which ways are taken is decided by the statement itself, from what the newest rows have. */
class IndexedMatches {
  /** Whether a word stands beside those of the index that it does not find. */
  private readonly isNarrowed: boolean;
  private readonly isByStretch: boolean;

  constructor(
    private readonly sought: Sought,
    private readonly indexed: string,
    private readonly most: number,
  ) {
    this.isNarrowed = indexed !== sought.condition;
    this.isByStretch = !this.isNarrowed;
  }

  get text(): string {
    const { name, columns, ofEach, table, areMany } = this.sought;
    const { isEverywhere, isRare, isLooked, wasFrequent } = this;
    return `${name}_near as materialized (select ${columns} from ${newestOf(this.sought, nearRows)} where ${ofEach}),
    ${name}_counts as materialized (select ${this.counts}),
    ${this.isByStretch ? `${name}_stretches as materialized (${newestStretches(table, recentRows)}),` : ''}
    ${areMany ? `${name}_spread as materialized (${this.spread}),` : ''}
    ${name}_far as materialized (${this.walked(isEverywhere)}),
    ${name}_recent as materialized (${this.recent(`not ${isEverywhere} and not (${isRare})`)}),
    ${name}_all as materialized (${this.all}),
    ${name}_few as materialized (select * from ${name}_all limit ${fewMatches + 1}),
    ${name}_rest as materialized (${this.recent(`${isRare} and (${wasFrequent} or ${this.countOf('few')} > ${fewMatches})`)}),
    ${areMany ? `${name}_once as materialized (${this.walked(`${isLooked} and ${wasFrequent}`, onceRows, `where id <= (select last from ${name}_spread)`)}),` : ''}
    ${name} as materialized (
      select * from (select * from ${name}_near union select * from ${name}_far union select * from ${name}_recent
        union select * from ${name}_few union select * from ${name}_rest ${areMany ? `union select * from ${name}_once` : ''}) found
      order by id desc limit ${this.most})`;
  }

  private get isEverywhere(): string {
    return `${this.near} >= ${Math.min(this.most, everywhere)}`;
  }

  private get isFrequent(): string {
    const { name, areMany } = this.sought;
    if (!areMany && !this.isNarrowed) return 'false';
    return `(select rarest from ${name}_counts) >= ${areMany ? frequent : everywhere}`;
  }

  private get isRare(): string {
    return `not ${this.isFrequent} and ${this.isByStretch ? `${this.near} < ${rare}` : `not ${this.isEverywhere}`}`;
  }

  /** Whether the whole of the index is read. */
  private get isLooked(): string {
    const { areMany, words } = this.sought;
    const { isEverywhere, isFrequent, isRare } = this;
    const isPassing = `${isEverywhere} and ${this.near} < ${this.most} and ${this.countOf('far')} < ${passing}`;
    return `(not ${isFrequent} and (${isRare} or not ${isEverywhere} and ${this.countOf('recent')} < ${seldom})
    ${areMany && words.length > 0 ? '' : `or ${isPassing}`})`;
  }

  private get wasFrequent(): string {
    const { name, areMany } = this.sought;
    return areMany ? `coalesce((select hits from ${name}_spread) >= ${spreadFrequent}, false)` : 'false';
  }

  private get near(): string {
    return this.countOf('near');
  }

  private countOf(part: string): string {
    return `(select count(*) from ${this.sought.name}_${part})`;
  }

  /** How many of the nearest have each word, and the rarest of them. */
  private get counts(): string {
    const { words } = this.sought;
    const counts = words.map((word, n) => `count(*) filter (where ${word.ofEach}) as word_${n}`);
    if (counts.length === 0) return `${this.near} as rarest`;
    const rarest = words.map((_, n) => `word_${n}`).join(', ');
    return `*, least(${rarest}) as rarest from (select ${counts.join(', ')} from ${newestOf(this.sought, nearRows)}) words`;
  }

  private get spread(): string {
    const { table, alias, words, ofEach } = this.sought;
    const part = this.isNarrowed ? words.map((word) => word.ofEach).join(' and ') : ofEach;
    return spreadOf(
      table,
      spreadRows,
      (from) =>
        `(select case when ${part} then ${alias}.id end from ${table} ${alias} where ${alias}.id >= ${from} order by ${alias}.id limit 1)`,
    );
  }

  private walked(when: string, rows = farRows, before = ''): string {
    const { columns, ofEach } = this.sought;
    return `select ${columns} from ${newestOf(this.sought, rows, before)} where ${ofEach} and ${this.near} < ${this.most} and ${when} limit ${this.most}`;
  }

  /** What the index finds by a part of the condition is looked at one by one, and in no order: of the newest rows, all are looked at instead. */
  private recent(when: string): string {
    const { name, table, alias, columns, condition } = this.sought;
    if (!this.isByStretch) return this.walked(when);
    return `select ${columns} from ${table} ${alias} where ${condition} and ${when}
           and ${stretchesOf(`${alias}.id`)} && (select stretches from ${name}_stretches)`;
  }

  /** Whole, so that the way to the matches is chosen for all of them: for the first few alone, it would be a walk through the table. */
  private get all(): string {
    const { table, alias, columns, condition, ofEach, words, areMany } = this.sought;
    const { isLooked, wasFrequent } = this;
    const hasRareOnes = areMany && !this.isNarrowed && words.length > 0;
    const whole = hasRareOnes ? [...this.likeRareOnes, ofEach].join(' and ') : condition;
    const found = this.isNarrowed
      ? `(select * from ${table} ${alias} where ${this.indexed} and ${isLooked} and not ${wasFrequent} limit ${farRows})`
      : table;
    return `select ${columns} from ${found} ${alias} where ${whole} and ${isLooked} and not ${wasFrequent}`;
  }

  /** A word that is everywhere is no help beside a rare one: of both, the index read 17 ms where it reads 4 of the rare one alone. */
  private get likeRareOnes(): string[] {
    const { name, words } = this.sought;
    return words.map(({ like }, n) =>
      like(
        (pattern) => `(select case when word_${n} >= ${everywhere} then '%' else ${pattern} end from ${name}_counts)`,
      ),
    );
  }
}
