import { Checkbox } from '../../ui/checkbox';
import { Dialog } from '../../ui/dialog';
import { Kbd } from '../../ui/kbd';
import { useShortcutSwitch } from '../../ui/shortcuts';

const shortcuts: readonly { keys: readonly string[]; action: string }[] = [
  { keys: ['/'], action: 'Search' },
  { keys: ['j', 'k'], action: 'Next and previous contact' },
  { keys: ['↓', '↑'], action: 'The same, from a contact' },
  { keys: ['Enter'], action: 'Open the contact' },
  { keys: ['c'], action: 'New contact' },
  { keys: ['?'], action: 'This help' },
];

export function ShortcutsDialog({
  isOpen,
  onOpenChange,
}: {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  const [isOn, setIsOn] = useShortcutSwitch();
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title="Keyboard">
      <div className="flex flex-col gap-4">
        <dl className="flex flex-col gap-2">
          {shortcuts.map(({ keys, action }) => (
            <div key={action} className="flex items-center justify-between gap-4">
              <dt className="text-ink">{action}</dt>
              <dd className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <Checkbox isChecked={isOn} onChange={setIsOn} className="-mx-2">
          Single keys act in lists
        </Checkbox>
      </div>
    </Dialog>
  );
}
