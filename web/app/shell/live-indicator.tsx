import { useLiveState } from '../apollo/provider';
import type { LiveState } from '../apollo/live-connection';
import { classNames } from '../ui/class-names';

const words: Record<LiveState, string> = {
  idle: 'Not live',
  connecting: 'Connecting…',
  live: 'Live',
  offline: 'Offline, reconnecting…',
};

const dots: Record<LiveState, string> = {
  idle: 'bg-control',
  connecting: 'animate-pulse bg-control',
  live: 'bg-accent',
  offline: 'animate-pulse bg-danger',
};

/** Whether the page shows changes as they happen. */
export function LiveIndicator() {
  const state = useLiveState();
  return (
    <span role="status" className="inline-flex items-center gap-2 text-ink-muted text-xs">
      <span aria-hidden="true" className={classNames('size-2 rounded-full', dots[state])} />
      {words[state]}
    </span>
  );
}
