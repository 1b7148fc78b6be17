/** A trigram index serves three characters and more; shorter words are looked up by prefix. */
const shortestForTrigrams = 3;

export const maxSearchLength = 200;

/**
 * Every word of the search occurs in the name, the e-mail address or the company; or the search is a telephone number, or part of one,
 * however it is written: `030 9018`, `(030) 90-18` and `+49309018` find +49 30 901820.
 */
export function searchCondition(search: string, bind: (value: unknown) => string): string {
  const digits = digitsOf(search);
  if (digits !== null) return `c.phone_e164 ilike ${bind(`%${digits}%`)}`;
  const words = search.split(/\s+/).filter((word) => word !== '');
  const isIndexed = words.some((word) => [...word].length >= shortestForTrigrams);
  return words.map((word) => (isIndexed ? occurs(word, bind) : begins(word, bind))).join(' and ');
}

function occurs(word: string, bind: (value: unknown) => string): string {
  const pattern = bind(`%${escapeLike(word)}%`);
  return `(c.name ilike ${pattern} or c.email ilike ${pattern} or c.metadata->>'company' ilike ${pattern} or c.phone_e164 ilike ${pattern})`;
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

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
