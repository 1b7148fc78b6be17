import { forgetLastCompany } from '../preferences';

const channelName = 'atrium-session';

/** Drafts, outboxes and whatever else this browser keeps of a person, in all tabs. */
export async function forgetPerson(): Promise<void> {
  sessionStorage.clear();
  forgetLastCompany();
  tellOtherTabs();
  const databases = (await globalThis.indexedDB?.databases?.().catch(() => [])) ?? [];
  // Not waited for: one that is open is gone with the page that holds it.
  for (const { name } of databases) if (name) indexedDB.deleteDatabase(name);
}

function tellOtherTabs(): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('signed out');
  channel.close();
}

/** Loads the page anew where it would show what was read before a sign-out: in another tab, and from the Back button's memory. */
export function onPersonGone(reload: () => void): () => void {
  const showAgain = ({ persisted }: PageTransitionEvent) => {
    if (persisted) reload();
  };
  window.addEventListener('pageshow', showAgain);
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(channelName);
  channel?.addEventListener('message', () => {
    sessionStorage.clear();
    reload();
  });
  return () => {
    window.removeEventListener('pageshow', showAgain);
    channel?.close();
  };
}
