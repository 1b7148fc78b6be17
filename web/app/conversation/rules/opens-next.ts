import { useSyncExternalStore } from 'react';
import { readPreferences, rememberPreference } from '../../preferences';

const changed = 'atrium:opens-next';

/** Whether the next conversation opens when the one that is open is done with. */
export const readOpensNext = (): boolean => readPreferences(document.cookie).opensNext;

/** As above, for whoever is to choose. */
export function useOpensNext(): [opensNext: boolean, setOpensNext: (opensNext: boolean) => void] {
  const opensNext = useSyncExternalStore(subscribe, readOpensNext, () => true);
  return [opensNext, write];
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  return () => window.removeEventListener(changed, listener);
}

function write(opensNext: boolean): void {
  rememberPreference('after-closing', opensNext ? 'next' : 'list');
  window.dispatchEvent(new Event(changed));
}
