import { wordsOf } from '../database/text-search';
import type { Snippet, TextRange } from './search-hit';

/** Of a snippet, and of what stands in it before the first mark. Units: UTF-16 units. */
const [mostLength, mostBefore] = [160, 40];

/** What the search found in a text: all of a short one, else what stands around the first mark. */
export function snippetOf(text: string, search: string): Snippet {
  // White space stays as long as it is, and so the marks where they are.
  const line = text.replace(/\s/g, ' ');
  const marks = marksIn(line, search);
  if (line.length <= mostLength) return { text: line, marks };
  const start = startOf(line, marks[0]?.start ?? 0);
  const end = endOf(line, start);
  const [before, behind] = [start > 0 ? '…' : '', end < line.length ? '…' : ''];
  const shift = before.length - start;
  return {
    text: before + line.slice(start, end) + behind,
    marks: marks
      .filter((mark) => mark.start < end)
      .map((mark) => ({ start: mark.start + shift, end: Math.min(mark.end, end) + shift })),
  };
}

/** Where a word begins; in text without spaces, anywhere but within a character. */
function startOf(line: string, firstMark: number): number {
  const earliest = Math.max(0, Math.min(firstMark - mostBefore, line.length - mostLength));
  if (earliest === 0) return 0;
  const space = line.indexOf(' ', earliest - 1);
  return space >= 0 && space < firstMark ? space + 1 : wholeCharacter(line, earliest);
}

function endOf(line: string, start: number): number {
  const latest = start + mostLength;
  if (latest >= line.length) return line.length;
  const space = line.lastIndexOf(' ', latest);
  return space > start + mostLength - mostBefore ? space : wholeCharacter(line, latest);
}

const wholeCharacter = (line: string, at: number): number =>
  /^[\udc00-\udfff]/.test(line.slice(at, at + 1)) ? at - 1 : at;

/** Ordered, and merged where they overlap or touch. */
function marksIn(line: string, search: string): TextRange[] {
  const { folded, starts } = fold(line);
  const marks = wordsOf(search)
    .map((word) => fold(word).folded)
    .flatMap((word) => occurrences(folded, word))
    .map(({ start, end }) => ({ start: starts[start] ?? 0, end: starts[end] ?? line.length }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: TextRange[] = [];
  for (const mark of marks) {
    const last = merged.at(-1);
    if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else merged.push(mark);
  }
  return merged;
}

function occurrences(text: string, word: string): TextRange[] {
  const found: TextRange[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    found.push({ start: at, end: at + word.length });
  return found;
}

/** In lower case, character by character, with where each unit of it began: some letters get longer. */
function fold(text: string): { folded: string; starts: number[] } {
  let folded = '';
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    const lower = character.toLowerCase();
    folded += lower;
    for (let unit = 0; unit < lower.length; unit += 1) starts.push(at);
    at += character.length;
  }
  starts.push(at);
  return { folded, starts };
}
