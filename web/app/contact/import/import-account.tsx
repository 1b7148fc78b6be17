import type { Import_ImportFragment } from '../../generated/graphql';
import { useImportProgressQuery } from '../../generated/graphql';
import { formatCount } from '../../ui/format';
import { LocalTime } from '../../ui/relative-time';
import { ChooseFile } from './choose-file';
import type { NamedField } from './columns';
import { ImportStateBadge } from './import-list';
import { duplicateRules, outcomeWords } from './outcome-words';
import { RefusedRows } from './refused-rows';
import { RunPart } from './run-part';
import { outcomes } from './tally';
import { UndoPart } from './undo-part';
import { useKeptFile } from './use-kept-file';

const moment: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
};

/** Units: milliseconds, between two looks at what somebody else does. */
const lookEvery = 1_000;

interface ImportAccountProps {
  of: Import_ImportFragment;
  companyFields: readonly NamedField[];
}

/** One import: under way, over, or being taken back. */
export function ImportAccount({ of, companyFields }: ImportAccountProps) {
  const { kept, give, setPaused, error } = useKeptFile(of, companyFields);
  const isElsewhere = of.state === 'RUNNING' && (kept === null || kept?.isPaused === true);
  const isFollowed = of.state === 'UNDOING' || isElsewhere;
  useImportProgressQuery({
    variables: { id: of.id },
    skip: !isFollowed,
    pollInterval: lookEvery,
    fetchPolicy: 'network-only',
  });
  return (
    <div className="flex flex-col pb-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 pt-1 pb-4 text-detail text-ink-muted">
        <ImportStateBadge state={of.state} />
        <span>
          <LocalTime at={of.createdAt} format={moment} />
          {of.createdBy && `, by ${of.createdBy.name}`}
        </span>
        <span>Contacts that are there: {duplicateRules[of.onDuplicate].label.toLowerCase()}</span>
      </p>
      {of.state === 'RUNNING' && <RunPart of={of} kept={kept} onPause={setPaused} />}
      <dl aria-label="Rows so far" className="grid grid-cols-2 gap-px border-line border-y bg-line sm:grid-cols-5">
        {outcomes.map((outcome) => (
          <div key={outcome} className="flex flex-col bg-surface px-5 py-3">
            <dt className="text-detail text-ink-muted">{outcomeWords[outcome].done}</dt>
            <dd className="font-semibold text-ink text-lg tabular-nums">{formatCount(countOf(of, outcome))}</dd>
          </div>
        ))}
      </dl>
      {of.state === 'RUNNING' && kept === null && (
        <ChooseFile
          title="Choose the same file to go on"
          hint={`This browser has no “${of.name}” any more. The rows that are in stay in; the others follow.`}
          onChoose={(file) => void give(file)}
          error={error}
        />
      )}
      {of.refusedCount > 0 && <RefusedRows of={of} kept={kept ?? null} />}
      {of.state !== 'RUNNING' && <UndoPart of={of} />}
    </div>
  );
}

const countOf = (of: Import_ImportFragment, outcome: (typeof outcomes)[number]): number =>
  ({
    CREATED: of.createdCount,
    CHANGED: of.changedCount,
    UNCHANGED: of.unchangedCount,
    SKIPPED: of.skippedCount,
    REFUSED: of.refusedCount,
  })[outcome];
