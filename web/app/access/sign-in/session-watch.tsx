import { useSyncExternalStore } from 'react';
import { sessionEnd } from '../../apollo/session-end';
import { lazyPart } from '../../ui/lazy-part';
import { OnceOpen } from '../../ui/once-open';

const SessionOver = lazyPart(() => import('./session-over').then((parts) => parts.SessionOver));

/** Loads what asks for a new sign-in when a session has ended; most never do. */
export function SessionWatch() {
  const isOver = useSyncExternalStore(
    sessionEnd.subscribe,
    () => sessionEnd.isOver,
    () => false,
  );
  return (
    <OnceOpen isOpen={isOver}>
      <SessionOver />
    </OnceOpen>
  );
}
