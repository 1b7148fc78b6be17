import { useEffect, useRef, useState } from 'react';
import { newIdempotencyKey } from '../../apollo/idempotency-key';
import { useStartImportMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { formatCount, formatPlural } from '../../ui/format';
import { ProgressBar } from '../../ui/progress-bar';
import { fileHashOf } from './hash';
import { keepFile } from './kept-file';
import type { Plan } from './plan';
import { totalOf } from './tally';
import { TallyList } from './tally-list';
import { useDryRun } from './use-dry-run';

interface CheckStepProps {
  plan: Plan;
  onBack: () => void;
  onStarted: (importId: string) => void;
}

/** What would become of each row; and the button that makes it so. */
export function CheckStep({ plan, onBack, onStarted }: CheckStepProps) {
  const { run, start, stop } = useDryRun();
  const { isStarting, error, begin } = useBegin(plan, onStarted);
  const hasBegun = useRef(false);
  const mapping = { headers: plan.headers, targets: plan.targets, countryCode: plan.countryCode };
  const check = () => void start(plan.file, plan.format, mapping, plan.onDuplicate);
  // Once, also where React runs effects twice.
  useEffect(() => {
    if (!hasBegun.current) check();
    hasBegun.current = true;
  });
  if (!run) return null;
  const total = totalOf(run.tally);
  const writes = run.tally.CREATED.count + run.tally.CHANGED.count;
  const isReady = run.isDone && !run.error;
  return (
    <div className="flex flex-col gap-4 pt-3 pb-5">
      <div className="flex flex-col gap-2 px-5">
        <p role="status" className="text-ink">
          {isReady
            ? `${formatPlural(total, 'row')} checked, nothing written yet.`
            : `${formatPlural(total, 'row')} checked${run.isWaiting ? ' · the service is waited for' : '…'}`}
        </p>
        {!run.isDone && <ProgressBar label="Checking the rows" share={run.share} />}
        {(run.error ?? error) && (
          <p role="alert" className="text-danger-ink">
            {run.error ?? error}
          </p>
        )}
      </div>
      <TallyList tally={run.tally} />
      <div className="flex flex-wrap justify-end gap-2 px-5">
        <Button
          variant="quiet"
          onClick={() => {
            stop();
            onBack();
          }}
        >
          Back to the columns
        </Button>
        {run.error ? (
          <Button onClick={check}>Check again</Button>
        ) : (
          <Button
            variant="primary"
            isBusy={isStarting}
            disabled={!isReady || writes === 0}
            onClick={() => void begin(total, mapping)}
          >
            {isReady && writes > 0 ? `Import ${formatCount(writes)} contacts` : 'Import'}
          </Button>
        )}
      </div>
    </div>
  );
}

const unanswered = 'The import was not started: the service does not answer. Try again.';
/** Units: characters, of what is remembered of the columns. */
const mostRemembered = 10_000;

function useBegin({ file, format, targets, headers, name, onDuplicate }: Plan, onStarted: (importId: string) => void) {
  const [mutate] = useStartImportMutation();
  const [isStarting, setIsStarting] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const key = useRef(newIdempotencyKey());
  const begin = async (rowCount: number, mapping: Parameters<typeof keepFile>[0]['mapping']) => {
    setIsStarting(true);
    setError(null);
    try {
      const columns = Object.fromEntries(headers.map((header, index) => [header, targets[index] ?? 'none']));
      const settings = {
        size: file.size,
        hash: await fileHashOf(file),
        format,
        countryCode: mapping.countryCode,
        ...(JSON.stringify(columns).length < mostRemembered && { columns }),
      };
      const input = { name: name.trim() || file.name, onDuplicate, rowCount, settings, idempotencyKey: key.current };
      const { data } = await mutate({ variables: { input } });
      const { import: started, userErrors = [] } = data?.startImport ?? {};
      if (!started) throw new Error(userErrors[0]?.message);
      await keepFile({ importId: started.id, file, format, mapping, isPaused: false });
      onStarted(started.id);
    } catch {
      setError(unanswered);
      setIsStarting(false);
    }
  };
  return { isStarting, error, begin };
}
