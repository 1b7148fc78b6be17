import { BookmarkPlus, Check, Pencil, Trash2 } from 'lucide-react';
import { useMay } from '../../access/permissions';
import { classNames } from '../../ui/class-names';
import { MenuItem, MenuLabel, MenuSeparator } from '../../ui/menu';
import { useMayChangeView } from '../saved-views/use-may-change-view';
import { useRemoveView } from '../saved-views/use-remove-view';
import { AssigneeChoices } from './assignee-choices';
import { type InboxAddress, openView, type SavedView } from './inbox-address';

interface FilterItemsProps {
  address: InboxAddress;
  saved: SavedView | null;
  onOpen: (address: InboxAddress) => void;
  /** Asks for the name of a new view, or of the one that is open. */
  onAsk: (about: 'new' | 'change') => void;
}

/** What the list can be narrowed to, and what becomes of it under a name. */
export function FilterItems({ address, saved, onOpen, onAsk }: FilterItemsProps) {
  const mayKeep = useMay('conversations:write');
  const mayChange = useMayChangeView();
  const remove = useRemoveView();
  return (
    <>
      <Toggle
        words="Waits for us"
        isOn={address.isWaiting}
        onToggle={(isWaiting) => onOpen({ ...address, isWaiting })}
      />
      <Toggle words="Unread" isOn={address.isUnread} onToggle={(isUnread) => onOpen({ ...address, isUnread })} />
      <MenuSeparator />
      <MenuLabel>Who is to answer</MenuLabel>
      <AssigneeChoices chosenId={address.assignee} onChoose={(assignee) => onOpen({ ...address, assignee })} />
      {mayKeep && (
        <>
          <MenuSeparator />
          <MenuItem icon={<BookmarkPlus aria-hidden="true" />} onSelect={() => onAsk('new')}>
            Save as a view…
          </MenuItem>
        </>
      )}
      {saved && mayChange(saved) && (
        <>
          <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => onAsk('change')}>
            Rename or share {saved.name}…
          </MenuItem>
          <MenuItem
            icon={<Trash2 aria-hidden="true" />}
            tone="danger"
            onSelect={() => void remove(saved).then((isGone) => isGone && onOpen(openView))}
          >
            Delete {saved.name}
          </MenuItem>
        </>
      )}
    </>
  );
}

interface ToggleProps {
  words: string;
  isOn: boolean;
  onToggle: (isOn: boolean) => void;
}

const Toggle = ({ words, isOn, onToggle }: ToggleProps) => (
  <MenuItem
    role="menuitemcheckbox"
    aria-checked={isOn}
    icon={<Check aria-hidden="true" className={classNames(!isOn && 'invisible')} />}
    onSelect={() => onToggle(!isOn)}
  >
    {words}
  </MenuItem>
);
