import { useSyncExternalStore } from 'react';

/** A mailed link's token stands behind `#`. Shape: undefined until the page's script runs, since no server sees it; empty where there is none. */
export const useHashToken = (): string | undefined =>
  useSyncExternalStore(
    subscribe,
    () => window.location.hash.slice(1),
    () => undefined,
  );

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
