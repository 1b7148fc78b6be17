import type { EntityManager } from 'typeorm';
import { searchText } from '../contact/contact.search';
import {
  contentText,
  soughtContacts,
  soughtMessages,
  soughtSubjects,
  subjectText,
} from '../conversation/conversation.search';
import { longStatement } from '../database/long-read';
import { newestMatches, type Sought } from '../database/newest-matches';
import { type Sql, sqlOf, tablesOf } from '../database/tables';
import { allBegin, wordsOf } from '../database/text-search';

export interface Found {
  kind: 'contact' | 'conversation' | 'message';
  id: string;
}

interface Lookup {
  kind: Found['kind'];
  sought: Sought;
  /** All that is searched, over the alias. */
  text: string;
}

/** Of each kind, so many of the newest that match are compared, to find the best. */
export const mostCompared = 200;

/** The best first; of equally good ones the kinds take turns, the newest of each first. */
export function findHits(
  manager: EntityManager,
  search: string,
  first: number,
  _tenant: { schemaVersion: string },
): Promise<Found[]> {
  const values: unknown[] = [];
  return longStatement(manager, hitsOf(search, first, sqlOf(tablesOf(manager), values)), values);
}

function hitsOf(search: string, first: number, sql: Sql): string {
  const words = wordsOf(search);
  const lookups: Lookup[] = [
    { kind: 'contact', sought: soughtContacts(search, sql), text: searchText },
    { kind: 'conversation', sought: soughtSubjects(search, sql), text: subjectText },
    { kind: 'message', sought: soughtMessages(search, sql), text: contentText },
  ];
  // Each is looked up by its id: the planner, who expects many, would read whole tables.
  const ranked = ({ kind, sought: { name, table, alias }, text }: Lookup) =>
    `select '${kind}' as kind, ${alias}.id, (${allBegin(text, words, sql.bind)})::int as rank
     from ${name} cross join lateral (select * from ${table} one where one.id = ${name}.id limit 1) ${alias}`;
  return `with ${lookups.map(({ sought }) => newestMatches(sought, mostCompared)).join(',\n')}
    select kind, id from (
      select kind, id, rank, row_number() over (partition by kind, rank order by id desc) as turn
      from (${lookups.map(ranked).join(' union all ')}) matches
    ) hits order by rank desc, turn, kind limit ${sql.bind(first)}`;
}
