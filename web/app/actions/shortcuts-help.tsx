import { Checkbox } from '../ui/checkbox';
import { Dialog } from '../ui/dialog';
import { Kbd } from '../ui/kbd';
import { shownKeys } from './key-words';
import { actionIds, actionOf, places } from './registry';
import { useShortcutSwitch } from './shortcut-switch';
import { useIsMac } from './use-is-mac';

interface ShortcutsHelpProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Every action that has a key, by where it acts. */
export function ShortcutsHelp({ isOpen, onOpenChange }: ShortcutsHelpProps) {
  const [isOn, setIsOn] = useShortcutSwitch();
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title="Keyboard">
      <div className="flex flex-col gap-5">
        {places.map((place) => (
          <section key={place} aria-label={place} className="flex flex-col gap-2">
            <h3 className="font-medium text-detail text-ink-muted">{place}</h3>
            <Keys place={place} />
          </section>
        ))}
        <Checkbox isChecked={isOn} onChange={setIsOn} className="-mx-2">
          Single keys act on the page
        </Checkbox>
      </div>
    </Dialog>
  );
}

function Keys({ place }: { place: (typeof places)[number] }) {
  const isMac = useIsMac();
  const shown = actionIds.map(actionOf).filter((action) => action.place === place && action.key !== null);
  return (
    <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
      {shown.map(({ words, key }) => (
        <div key={words} className="flex min-h-5 items-center justify-between gap-4">
          <dt className="text-ink">{words}</dt>
          <dd className="flex shrink-0 gap-1">
            {shownKeys(key ?? '', isMac).map((press) => (
              <Kbd key={press}>{press}</Kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
