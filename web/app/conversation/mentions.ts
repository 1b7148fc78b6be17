interface Named {
  id: string;
  name: string;
}

/** `@` and one of these names, the longest that fits; null where there are none. */
function patternOf(names: readonly string[]): RegExp | null {
  if (names.length === 0) return null;
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const words = longestFirst.map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  return new RegExp(`@(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

/** Ids of those whom a text mentions. */
export function mentionedIn(text: string, members: readonly Named[]): string[] {
  const pattern = patternOf(members.map(({ name }) => name));
  const names = new Set(pattern ? [...text.matchAll(pattern)].map(([mention]) => mention.slice(1)) : []);
  return members.filter(({ name }) => names.has(name)).map(({ id }) => id);
}

export interface TextPart {
  text: string;
  /** Who is mentioned by it; null for what stands between. */
  mention: Named | null;
}

/** A text in parts, in which those who are mentioned can be told from the rest. */
export function splitMentions(text: string, mentions: readonly Named[]): TextPart[] {
  const pattern = patternOf(mentions.map(({ name }) => name));
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of pattern ? text.matchAll(pattern) : []) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), mention: null });
    parts.push({ text: match[0], mention: mentions.find(({ name }) => name === match[0].slice(1)) ?? null });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), mention: null });
  return parts;
}
