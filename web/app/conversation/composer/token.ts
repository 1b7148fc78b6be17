export type TokenKind = '@' | '/';

/** A word that is being typed and asks for a list: a member after `@`, a canned reply after `/`. */
export interface Token {
  kind: TokenKind;
  /** Where its sign stands in the text, and where the cursor does. */
  start: number;
  end: number;
  /** What is typed after the sign. */
  words: string;
}

const patterns: Record<TokenKind, RegExp> = {
  // Names have two words; a third, or any other sign, ends it.
  '@': /(?:^|[\s(])@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*)?)$/u,
  '/': /(?:^|\s)\/([^\s/]*)$/u,
};

/** The one that ends at the cursor; null where none does. */
export function tokenBefore(text: string, cursor: number, kinds: readonly TokenKind[]): Token | null {
  const before = text.slice(0, cursor);
  for (const kind of kinds) {
    const words = patterns[kind].exec(before)?.[1];
    if (words !== undefined) return { kind, start: cursor - words.length - 1, end: cursor, words };
  }
  return null;
}

/** The text with something in the token's place, and where the cursor is then. */
export const replaceToken = (
  text: string,
  { start, end }: Token,
  inserted: string,
): { text: string; cursor: number } => ({
  text: text.slice(0, start) + inserted + text.slice(end),
  cursor: start + inserted.length,
});
