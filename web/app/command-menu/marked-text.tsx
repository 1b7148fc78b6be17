import type { MarkedText_SnippetFragment } from '../generated/graphql';

/** With what was searched for marked. Marks are in order, and none within another. */
export function MarkedText({ snippet: { text, marks } }: { snippet: MarkedText_SnippetFragment }) {
  return (
    <>
      {marks.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(marks[index - 1]?.end ?? 0, start)}
          <mark className="bg-transparent font-semibold text-ink">{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  );
}
