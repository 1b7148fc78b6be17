import { Suspense, useState, useSyncExternalStore } from 'react';
import { sessionEnd } from '../../apollo/session-end';
import { lazyPart } from '../../ui/lazy-part';

const SessionOver = lazyPart(() => import('./session-over').then((parts) => parts.SessionOver));

/** Loads what asks for a new sign-in when a session has ended; most never do. */
export function SessionWatch() {
  const isOver = useSyncExternalStore(
    sessionEnd.subscribe,
    () => sessionEnd.isOver,
    () => false,
  );
  const [wasOver, setWasOver] = useState(false);
  if (isOver && !wasOver) setWasOver(true);
  return (
    wasOver && (
      <Suspense fallback={null}>
        <SessionOver />
      </Suspense>
    )
  );
}
