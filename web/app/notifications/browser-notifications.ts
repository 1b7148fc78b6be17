import { useSyncExternalStore } from 'react';
import type { NotificationRow_NotificationFragment } from '../generated/graphql';
import { kindWords, whoOf } from './words';

const storageKey = 'browser-notifications';
const changed = 'atrium:browser-notifications';

/** `ask`: nobody was asked yet; `off`: this browser's person has switched them off; `missing`: the browser knows none. */
export type BrowserNotifications = 'ask' | 'on' | 'off' | 'denied' | 'missing';

export const useBrowserNotifications = (): BrowserNotifications =>
  useSyncExternalStore(subscribe, readState, () => 'missing');

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener('storage', listener);
  };
}

export function readState(): BrowserNotifications {
  if (typeof Notification === 'undefined') return 'missing';
  if (Notification.permission === 'denied') return 'denied';
  if (Notification.permission === 'default') return 'ask';
  return readSwitch();
}

/** A browser may refuse its storage, by throwing. */
function readSwitch(): 'on' | 'off' {
  try {
    return localStorage.getItem(storageKey) === 'off' ? 'off' : 'on';
  } catch {
    return 'on';
  }
}

/** Asks the browser's person where they were not asked yet: for a press of a button alone. */
export async function switchBrowserNotifications(isOn: boolean): Promise<void> {
  if (isOn && readState() === 'ask') await Notification.requestPermission();
  try {
    if (isOn) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, 'off');
  } catch {
    // It holds for as long as the browser says.
  }
  window.dispatchEvent(new Event(changed));
}

/** Says who and what, and nothing of what was written; several tabs show it once. Whoever looks at the page sees it there. */
export function showInBrowser(notification: NotificationRow_NotificationFragment, onOpen: () => void): void {
  if (readState() !== 'on' || document.hasFocus()) return;
  try {
    const shown = new Notification(whoOf(notification), { body: kindWords[notification.kind], tag: notification.id });
    shown.onclick = () => {
      window.focus();
      shown.close();
      onOpen();
    };
  } catch {
    // Chrome on Android shows them from service workers alone.
  }
}
