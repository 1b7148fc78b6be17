import type { LiveState } from '../apollo/live-connection';
import { useLiveState } from '../apollo/provider';
import { classNames } from '../ui/class-names';

const words: Record<Exclude<LiveState, 'idle'>, string> = {
  connecting: 'Connecting…',
  live: 'Live',
  offline: 'Reconnecting…',
};

const dots: Record<Exclude<LiveState, 'idle'>, string> = {
  connecting: 'animate-pulse bg-control',
  live: 'bg-accent',
  offline: 'animate-pulse bg-danger',
};

/** Whether the page shows changes as they happen. */
export function LiveIndicator() {
  const state = useLiveState();
  return (
    <span
      role="status"
      title={state === 'idle' ? undefined : words[state]}
      className="inline-flex items-center gap-2 text-ink-muted text-xs"
    >
      {state !== 'idle' && (
        <>
          <span aria-hidden="true" className={classNames('size-2 rounded-full', dots[state])} />
          <span className="max-md:sr-only">{words[state]}</span>
        </>
      )}
    </span>
  );
}
