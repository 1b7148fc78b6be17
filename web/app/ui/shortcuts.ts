import { useEffect, useRef, useSyncExternalStore } from 'react';

/** By `KeyboardEvent.key`, so that `?` is `?` on every keyboard. */
export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

const storageKey = 'single-key-shortcuts';
const changed = 'atrium:shortcuts';

/** Where a key press means text, a choice, or the layer that lies on top of the page. */
const elsewhere =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Single keys that act anywhere on the page but in fields, dialogs and menus. Those who trigger them by accident can switch them off. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const [isOn] = useShortcutSwitch();
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });

  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(elsewhere)) return;
      if (Object.hasOwn(latest.current, event.key)) latest.current[event.key]?.(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOn]);
}

/** On unless this browser's person has switched them off. */
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
