import { classNames } from '../../ui/class-names';
import { formatCount } from '../../ui/format';
import { Kbd } from '../../ui/kbd';

/** What the schema says of `content`, whose table of rules comes later. Units: Unicode code points. */
export const maxLength = 10_000;
/** The rest of the room is counted aloud when this much is left. */
const counterFrom = maxLength * 0.9;

/** What is wrong, else how much room is left, else how the keyboard sends. */
export function ComposerState({ id, length, problem }: { id: string; length: number; problem: string | null }) {
  const isTooLong = length > maxLength;
  const isCounted = length >= counterFrom;
  return (
    <p
      id={id}
      className={classNames(
        'min-w-0 flex-1 text-right text-xs',
        problem || isTooLong ? 'text-danger-ink' : 'text-ink-muted',
        !problem && !isCounted && 'max-sm:sr-only',
      )}
    >
      {problem ??
        (isCounted ? (
          `${formatCount(length)} of ${formatCount(maxLength)} characters`
        ) : (
          <>
            <Kbd>Enter</Kbd> sends<span className="sr-only">, Shift and Enter make a new line</span>
          </>
        ))}
    </p>
  );
}

interface UnfilledProps {
  placeholders: readonly string[];
  /** Shows where it stands. */
  onFind: (placeholder: string) => void;
}

/** What nobody can fill in but the writer: a field of plain text cannot mark it where it stands. */
export const Unfilled = ({ placeholders, onFind }: UnfilledProps) => (
  <p className="flex flex-wrap items-center gap-1.5 px-3.5 pb-1 text-warning-ink text-xs">
    Still to fill in:
    {placeholders.map((placeholder) => (
      <button
        key={placeholder}
        type="button"
        onClick={() => onFind(placeholder)}
        className="rounded-xs bg-warning-soft px-1.5 py-0.5 font-mono underline decoration-dotted max-md:min-h-10"
      >
        {placeholder}
      </button>
    ))}
  </p>
);
