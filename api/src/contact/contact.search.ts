import {
  allOccur,
  allOccurIn,
  escapeLike,
  isIndexed,
  searched,
  shortestForTrigrams,
  wordsOf,
} from '../database/text-search';

const text = `(c.name || E'\\n' || coalesce(c.email, '') || E'\\n' || coalesce(c.metadata->>'company', '') || E'\\n' || coalesce(c.phone_e164, ''))`;

/** All that is searched, line by line, so that no word reaches from one into the next; an index is made of exactly this. */
export const searchText = searched(text);

/**
 * Every word of the search occurs in the name, the email address or the company; or the search is a telephone number, or part of one,
 * however it is written: `030 9018`, `(030) 90-18` and `+49309018` find +49 30 901820.
 */
export function searchCondition(search: string, bind: (value: unknown) => string): string {
  const digits = digitsOf(search);
  if (digits !== null) {
    const pattern = bind(`%${digits}%`);
    return `${searchText} like ${pattern} and c.phone_e164 like ${pattern}`;
  }
  const words = wordsOf(search);
  return isIndexed(words) ? allOccur(searchText, words, bind) : words.map((word) => begins(word, bind)).join(' and ');
}

/** The same, for contacts that are looked at one after the other. */
export function searchConditionOfEach(search: string, bind: (value: unknown) => string): string {
  const digits = digitsOf(search);
  if (digits !== null) return `c.phone_e164 like ${bind(`%${digits}%`)}`;
  const words = wordsOf(search);
  return isIndexed(words) ? allOccurIn(text, words, bind) : searchCondition(search, bind);
}

function begins(word: string, bind: (value: unknown) => string): string {
  const pattern = bind(`${escapeLike(word.toLowerCase())}%`);
  return `(lower(c.name) like ${pattern} or lower(c.email) like ${pattern})`;
}

/** The digits of what can only be a telephone number, without the zeros that stand for "outside" and are not stored. */
function digitsOf(search: string): string | null {
  if (!/^[+\d\s()./-]+$/.test(search)) return null;
  const digits = search.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= shortestForTrigrams ? digits : null;
}
