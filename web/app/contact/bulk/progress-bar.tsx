import { Button } from '../../ui/button';
import { formatCount } from '../../ui/format';
import type { Progress } from './use-change-many';

interface ProgressBarProps {
  progress: Progress;
  onStop: () => void;
}

/** How far a change of many has come. Stopped, it ends with the batch that is under way. */
export function ProgressBar({ progress: { done, count }, onStop }: ProgressBarProps) {
  const words = count === null ? `${formatCount(done)} done` : `${formatCount(done)} of ${formatCount(count)} done`;
  return (
    <div className="flex items-center gap-3 px-2">
      <div
        role="progressbar"
        aria-label="Changing the contacts"
        aria-valuetext={words}
        {...(count !== null && { 'aria-valuemin': 0, 'aria-valuemax': count, 'aria-valuenow': done })}
        className="h-1.5 w-36 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className="h-full rounded-full bg-accent transition-[width] duration-200"
          style={{ width: count === null || count === 0 ? '30%' : `${Math.min(100, (done / count) * 100)}%` }}
        />
      </div>
      <span className="text-ink tabular-nums">{words}</span>
      <Button size="small" variant="quiet" onClick={onStop}>
        Stop
      </Button>
    </div>
  );
}
