/** A trigram index serves three characters and more; shorter words are looked up by prefix, where something is. */
export const shortestForTrigrams = 3;

export const maxSearchLength = 200;

/** Of a search, each once. */
export const wordsOf = (search: string): string[] => [...new Set(search.split(/\s+/).filter((word) => word !== ''))];

/** Those that a trigram index finds. */
export const indexedWords = (words: readonly string[]): string[] =>
  words.filter((word) => [...word].length >= shortestForTrigrams);

export const isIndexed = (words: readonly string[]): boolean => indexedWords(words).length > 0;

/** What of a search of these words an index serves: all of it, a part, or nothing. `write`: the condition that some of them occur. */
export function indexedPart(words: readonly string[], whole: string, write: (words: readonly string[]) => string) {
  const indexed = indexedWords(words);
  if (indexed.length === 0) return null;
  return indexed.length === words.length ? whole : write(indexed);
}

/** So many words of a search are counted, to see whether one of them is rare. */
const mostCounted = 4;

/** Of the words that an index finds, those that are most likely rare. */
export const longestWords = (words: readonly string[]): string[] =>
  indexedWords(words)
    .sort((a, b) => b.length - a.length)
    .slice(0, mostCounted);

/** As text is searched: in any case. */
export const searched = (text: string): string => `lower(${text} collate "und-x-icu")`;

/** `text`: as `searched` has it. */
export function allOccur(text: string, words: readonly string[], bind: (value: unknown) => string): string {
  return words.map((word) => `${text} like ${patternOf(word, bind)}`).join(' and ');
}

/** What text as `searched` has it is like where the word occurs. */
export const patternOf = (word: string, bind: (value: unknown) => string): string =>
  searched(`${bind(`%${escapeLike(word)}%`)}::text`);

/**
 * The same, for rows that are looked at one after the other. `text`: as it is stored. To change the case of all letters takes 1.6 µs of a line
 * of 126 characters, and of those of ASCII alone 0.4: where these do not occur in their order, the word does not either. Only the Kelvin sign
 * and the dotted capital I become a k and an i.
 */
export function allOccurIn(text: string, words: readonly string[], bind: (value: unknown) => string): string {
  const soon = words.map((word) => mayOccur(text, word, bind)).filter((condition) => condition !== null);
  const occur = allOccur(searched(text), words, bind);
  return soon.length === 0 ? occur : `case when ${soon.join(' and ')} then ${occur} else false end`;
}

function mayOccur(text: string, word: string, bind: (value: unknown) => string): string | null {
  const runs = word.toLowerCase().match(/[ -~]+/g);
  if (runs === null) return null;
  const pattern = bind(`%${runs.map(escapeLike).join('%')}%`);
  const others = [
    ...(runs.some((run) => run.includes('k')) ? ['\u212a'] : []),
    ...(runs.some((run) => run.includes('i')) ? ['\u0130'] : []),
  ].map((letter) => ` or ${text} like '%${letter}%'`);
  return `(lower(${text} collate "C") like ${pattern}${others.join('')})`;
}

/** Whether each word stands where a word of the text begins, rather than within one. */
export function allBegin(text: string, words: readonly string[], bind: (value: unknown) => string): string {
  const pattern = (word: string) => `(^|[^[:alnum:]])${word.replace(/[!-/:-@[-`{-~]/g, '\\$&')}`;
  return words.map((word) => `${text} ~ ${searched(`${bind(pattern(word))}::text`)}`).join(' and ');
}

export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
