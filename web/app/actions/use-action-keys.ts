import { useEffect } from 'react';
import type { ActionBoard } from './action-board';
import { KeyPresses } from './key-presses';
import { useShortcutSwitch } from './shortcut-switch';

/** Where a key press means text or a choice. */
const typing = 'input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"]';

/** What lies on top of the page has keys of its own. */
const layer = '[role="dialog"], [role="alertdialog"]';

const isIn = ({ target }: Event, places: string): boolean =>
  target instanceof Element && target.closest(places) !== null;

/**
 * Keys that act anywhere on the page but in dialogs, and single ones not in fields and menus either.
 * Those who trigger single keys by accident can switch them off.
 */
export function useActionKeys(board: ActionBoard): void {
  const [isOn] = useShortcutSwitch();
  useEffect(() => {
    const presses = new KeyPresses();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isIn(event, layer)) return;
      const isSingle = !(event.ctrlKey || event.metaKey);
      if (isSingle && (!isOn || isIn(event, typing))) return;
      const key = presses.read(event, event.timeStamp);
      const handler = key === null ? undefined : board.handlerOfKey(key);
      if (!handler) return;
      event.preventDefault();
      // A key that is held down moves on in a list; it does not close one conversation after the other.
      if (!event.repeat || key === 'j' || key === 'k') handler();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [board, isOn]);
}
