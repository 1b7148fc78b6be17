import { ChevronRight } from 'lucide-react';
import type { ImportOutcome } from '../../generated/graphql';
import { formatCount } from '../../ui/format';
import { outcomeWords } from './outcome-words';
import { outcomes, type Tally } from './tally';

/** What would become of the rows: how many of each, and the first of them. */
export const TallyList = ({ tally }: { tally: Tally }) => (
  <ul aria-label="What will become of the rows" className="flex flex-col">
    {outcomes.map((outcome) => (
      <li key={outcome} className="border-line border-t">
        <Group outcome={outcome} {...tally[outcome]} />
      </li>
    ))}
  </ul>
);

function Group({ outcome, count, lines }: { outcome: ImportOutcome } & Tally[ImportOutcome]) {
  const head = (
    <>
      <span className={outcome === 'REFUSED' && count > 0 ? 'font-medium text-danger-ink' : 'font-medium text-ink'}>
        {outcomeWords[outcome].planned}
      </span>
      <span className="ml-auto text-ink tabular-nums">{formatCount(count)}</span>
    </>
  );
  if (count === 0) return <p className="flex items-center gap-2 py-2.5 pr-5 pl-11 opacity-70">{head}</p>;
  return (
    <details className="group">
      <summary className="flex cursor-pointer list-none items-center gap-2 px-5 py-2.5 hover:bg-hover [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-4 shrink-0 text-ink-muted transition-transform group-open:rotate-90"
        />
        {head}
      </summary>
      <ol className="flex flex-col gap-1.5 pt-1 pr-5 pb-4 pl-11 text-detail">
        {lines.map(({ number, words, reason }) => (
          <li key={number} className="flex min-w-0 flex-wrap gap-x-3">
            <span className="shrink-0 text-ink-muted tabular-nums">Row {formatCount(number)}</span>
            <span className="min-w-0 max-w-full truncate text-ink">{words}</span>
            {reason && <span className="text-danger-ink">{reason}</span>}
          </li>
        ))}
        {count > lines.length && <li className="text-ink-muted">and {formatCount(count - lines.length)} more</li>}
      </ol>
    </details>
  );
}
