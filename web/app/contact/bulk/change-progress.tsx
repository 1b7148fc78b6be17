import { Button } from '../../ui/button';
import { formatCount } from '../../ui/format';
import { ProgressBar } from '../../ui/progress-bar';
import type { Progress } from './use-change-many';

interface ChangeProgressProps {
  progress: Progress;
  onStop: () => void;
}

/** How far a change of many has come. Stopped, it ends with the batch that is under way. */
export function ChangeProgress({ progress: { done, count }, onStop }: ChangeProgressProps) {
  const words = count === null ? `${formatCount(done)} done` : `${formatCount(done)} of ${formatCount(count)} done`;
  return (
    <div className="flex items-center gap-3 px-2">
      <div className="w-36">
        <ProgressBar label="Changing the contacts" share={count ? done / count : null} text={words} />
      </div>
      <span className="text-ink tabular-nums">{words}</span>
      <Button size="small" variant="quiet" onClick={onStop}>
        Stop
      </Button>
    </div>
  );
}
