import { useEffect } from 'react';
import { useBlocker } from 'react-router';

interface LeaveWarning {
  /** A step away waits for an answer. */
  isAsking: boolean;
  leave: () => void;
  stay: () => void;
}

/** Asks before entries are lost: on a link of the page by a question of its own, on closing the window by the browser's. */
export function useLeaveWarning(hasEntries: () => boolean): LeaveWarning {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => hasEntries() && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (hasEntries()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  });
  return {
    isAsking: blocker.state === 'blocked',
    leave: () => blocker.state === 'blocked' && blocker.proceed(),
    stay: () => blocker.state === 'blocked' && blocker.reset(),
  };
}
