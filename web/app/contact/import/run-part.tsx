import { Pause, Play } from 'lucide-react';
import { useState } from 'react';
import { type Import_ImportFragment, useFinishImportMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { formatCount, formatDuration } from '../../ui/format';
import { ProgressBar } from '../../ui/progress-bar';
import type { KeptFile } from './kept-file';
import { useRun } from './use-run';

interface RunPartProps {
  of: Import_ImportFragment;
  /** Undefined while it is looked for, null where it is not here. */
  kept: KeptFile | null | undefined;
  onPause: (isPaused: boolean) => void;
}

/** An import under way: how far it is, and how to hold or end it. */
export function RunPart({ of, kept, onPause }: RunPartProps) {
  const isPaused = kept?.isPaused ?? false;
  const { isWaiting, error, rate } = useRun(of, kept ?? null, !isPaused);
  const [isEnding, setIsEnding] = useState(false);
  const [finish, { loading }] = useFinishImportMutation();
  const total = of.rowCount ?? of.lastNumber;
  const left = rate ? Math.ceil((total - of.lastNumber) / rate) : null;
  const speed =
    rate && !isPaused ? ` · ${formatCount(Math.round(rate))} rows a second, ${formatDuration(left ?? 0)} left` : '';
  return (
    <div className="flex flex-col gap-3 px-5 pb-5">
      <p className="text-ink tabular-nums">
        {formatCount(of.lastNumber)} of {formatCount(total)} rows
        <span className="text-ink-muted">{speed}</span>
      </p>
      <ProgressBar label="Importing" share={total > 0 ? of.lastNumber / total : 0} />
      <p role="status" className="text-detail text-ink-muted empty:hidden">
        {isPaused && 'Paused. What is in stays in.'}
        {!isPaused && isWaiting && 'The service is waited for; the import goes on by itself.'}
        {kept && !isPaused && !isWaiting && !error && 'Keep this page open. After a reload it goes on where it was.'}
      </p>
      {error && (
        <p role="alert" className="text-danger-ink">
          {error}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {kept && (
          <Button
            icon={isPaused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
            onClick={() => onPause(!isPaused)}
          >
            {isPaused ? 'Go on' : 'Pause'}
          </Button>
        )}
        <Button
          variant="quiet"
          onClick={() => {
            if (kept) onPause(true);
            setIsEnding(true);
          }}
        >
          End here…
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isEnding}
        onOpenChange={setIsEnding}
        title="End this import?"
        confirmLabel="End it"
        cancelLabel="Not yet"
        isBusy={loading}
        onConfirm={() =>
          void finish({ variables: { input: { importId: of.id } } })
            .catch(() => undefined)
            .then(() => setIsEnding(false))
        }
      >
        The {formatCount(of.lastNumber)} rows that have come stay, and no more follow. It can be undone afterwards.
      </ConfirmDialog>
    </div>
  );
}
