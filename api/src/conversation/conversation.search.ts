import { searchCondition, searchConditionOfEach } from '../contact/contact.search';
import { newestMatches, type Sought, type SoughtWord } from '../database/newest-matches';
import type { Sql } from '../database/tables';
import {
  allOccur,
  allOccurIn,
  indexedPart,
  isIndexed,
  longestWords,
  patternOf,
  searched,
  wordsOf,
} from '../database/text-search';
import type { Asked } from '../reads/reads';
import { mostSearched } from './conversation.inputs';

const [subject, content] = ['s.subject', 'm.content'];

/** Of `conversation_subjects s` and `messages m`, as their indexes have them. */
export const [subjectText, contentText] = [searched(subject), searched(content)];

/** Conversations by their subjects: `id`. */
export function soughtSubjects(search: string, { tables, bind }: Sql): Sought {
  const words = wordsOf(search);
  const have = (some: readonly string[]) => allOccur(subjectText, some, bind);
  const ofEach = allOccurIn(subject, words, bind);
  const condition = isIndexed(words) ? have(words) : ofEach;
  const indexed = indexedPart(words, condition, have);
  return {
    name: 'subjects',
    table: `(select conversation_id as id, subject from ${tables.conversation_subjects})`,
    alias: 's',
    columns: 's.id',
    condition,
    ofEach,
    indexed,
    words: indexed === condition ? [] : counted(words, subject, bind),
    areMany: false,
  };
}

/** What people wrote, notes among it: `id` and `conversation_id`. */
export function soughtMessages(search: string, { tables, bind }: Sql): Sought {
  const words = wordsOf(search);
  const have = (some: readonly string[]) => `m.sender_type <> 'system' and ${allOccur(contentText, some, bind)}`;
  const ofEach = `m.sender_type <> 'system' and ${allOccurIn(content, words, bind)}`;
  const condition = isIndexed(words) ? have(words) : ofEach;
  return {
    name: 'lines',
    table: tables.messages,
    alias: 'm',
    columns: 'm.id, m.conversation_id',
    condition,
    ofEach,
    indexed: indexedPart(words, condition, have),
    words: counted(words, content, bind),
    areMany: true,
  };
}

/** As the list of contacts finds them: `id`. */
export function soughtContacts(search: string, { tables, bind }: Sql): Sought {
  const condition = searchCondition(search, bind);
  return {
    name: 'people',
    table: tables.contacts,
    alias: 'c',
    columns: 'c.id',
    condition,
    ofEach: searchConditionOfEach(search, bind),
    indexed: condition,
    words: [],
    areMany: false,
  };
}

/** A word that is all there is to look for is counted where it is found. */
function counted(words: readonly string[], text: string, bind: Sql['bind']): SoughtWord[] {
  if (words.length === 1) return [];
  return longestWords(words).map((word) => ({
    ofEach: allOccurIn(text, [word], bind),
    like: (make) => `${searched(text)} like ${make(patternOf(word, bind))}`,
  }));
}

/** The newest of one contact. */
const mostOfContact = 100;

/** Selects the ids of conversations whose subject, lines or contact have all words: subjects and lines where they have an index. */
export function searchedConversations(search: string, sql: Sql, asked: Asked): string {
  const lookups: { sought: Sought; ids: string }[] = [
    { sought: soughtSubjects(search, sql), ids: 'select id from subjects' },
    { sought: soughtMessages(search, sql), ids: 'select conversation_id from lines' },
  ];
  if (asked.may('contacts:read')) {
    const own = `select w.id from ${sql.tables.conversations} w where w.contact_id = people.id
      order by w.created_at desc, w.id desc limit ${mostOfContact}`;
    lookups.push({
      sought: soughtContacts(search, sql),
      ids: `select own.id from people cross join lateral (${own}) own`,
    });
  }
  if (lookups.length === 0) return 'select null::uuid where false';
  return `with ${lookups.map(({ sought }) => newestMatches(sought, mostSearched)).join(',\n')}
    ${lookups.map(({ ids }) => ids).join(' union ')}`;
}
