export type TextPart = { kind: 'text'; text: string } | { kind: 'link'; text: string; url: string };

const address = /https?:\/\/[^\s<>"'`“”„«»]+/giu;
/** What ends a sentence around an address, and is no part of it. */
const trailing = /[.,;:!?*_~…]+$/u;

const brackets = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
] as const;

/** Cuts plain text into text and web addresses. Only `http` and `https` become links: the text is a stranger's. */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const shown = withoutTrailing(match[0]);
    const url = parseHttp(shown);
    if (!url) continue;
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    parts.push({ kind: 'link', text: shown, url });
    end = match.index + shown.length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

/** Also drops brackets that were opened before the address: `(see https://a.example/b)`, but not `https://a.example/b_(c)`. */
function withoutTrailing(found: string): string {
  let shown = found.replace(trailing, '');
  for (const [open, close] of brackets) {
    while (shown.endsWith(close) && shown.split(close).length > shown.split(open).length) {
      shown = shown.slice(0, -1).replace(trailing, '');
    }
  }
  return shown;
}

function parseHttp(text: string): string | null {
  try {
    const { protocol, hostname, href } = new URL(text);
    return (protocol === 'http:' || protocol === 'https:') && hostname !== '' ? href : null;
  } catch {
    return null;
  }
}
