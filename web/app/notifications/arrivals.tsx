import { showInBrowser } from './browser-notifications';
import { useArrivals } from './use-arrivals';

/** Nothing to see: hears of what comes and of what is marked elsewhere, for as long as it stands in the page. */
export function Arrivals({ onOpen }: { onOpen: (conversationId: string) => void }) {
  useArrivals((added) => showInBrowser(added, () => onOpen(added.conversation.id)));
  return null;
}
