import { useSyncExternalStore } from 'react';

const storageKey = 'single-key-shortcuts';
const changed = 'atrium:shortcuts';

/** Whether single keys act: on unless this browser's person has switched them off. */
export function useShortcutSwitch(): [isOn: boolean, setIsOn: (isOn: boolean) => void] {
  const isOn = useSyncExternalStore(subscribe, readSwitch, () => true);
  return [isOn, writeSwitch];
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener('storage', listener);
  };
}

/** A browser may refuse its storage, by throwing. */
function readSwitch(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

function writeSwitch(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, 'off');
  } catch {
    return;
  }
  window.dispatchEvent(new Event(changed));
}
