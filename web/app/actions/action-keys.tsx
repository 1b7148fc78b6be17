import { Kbd } from '../ui/kbd';
import { shownKeys } from './key-words';
import { type ActionId, actionOf } from './registry';
import { useIsMac } from './use-is-mac';

/** The keys of an action, for those who see them: `aria-keyshortcuts` tells the others. */
export function ActionKeys({ action }: { action: ActionId }) {
  const isMac = useIsMac();
  const { key } = actionOf(action);
  if (key === null) return null;
  return (
    <span aria-hidden="true" className="flex shrink-0 gap-1 max-md:hidden">
      {shownKeys(key, isMac).map((press) => (
        <Kbd key={press}>{press}</Kbd>
      ))}
    </span>
  );
}
