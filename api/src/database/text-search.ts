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

/** As text is searched: in any case. */
export const searched = (text: string): string => `lower(${text} collate "und-x-icu")`;

/** `text`: as `searched` has it. */
export function allOccur(text: string, words: readonly string[], bind: (value: unknown) => string): string {
  return words.map((word) => `${text} like ${searched(`${bind(`%${escapeLike(word)}%`)}::text`)}`).join(' and ');
}

/** Whether each word stands where a word of the text begins, rather than within one. */
export function allBegin(text: string, words: readonly string[], bind: (value: unknown) => string): string {
  const pattern = (word: string) => `(^|[^[:alnum:]])${word.replace(/[!-/:-@[-`{-~]/g, '\\$&')}`;
  return words.map((word) => `${text} ~ ${searched(`${bind(pattern(word))}::text`)}`).join(' and ');
}

export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
