import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import type { ConversationFilter } from '../../generated/graphql';
import { classNames } from '../../ui/class-names';
import { IconButton } from '../../ui/icon-button';
import { lazyPart } from '../../ui/lazy-part';
import { Menu } from '../../ui/menu';
import { OnceOpen } from '../../ui/once-open';
import { type InboxAddress, type InboxSort, isFiltered, openView, orders, type SavedView } from './inbox-address';

const FilterItems = lazyPart(() => import('./filter-items').then((parts) => parts.FilterItems));
const ViewDialog = lazyPart(() => import('../saved-views/view-dialog').then((parts) => parts.ViewDialog));

interface InboxFilterProps {
  address: InboxAddress;
  saved: SavedView | null;
  filter: ConversationFilter;
  sort: InboxSort;
  onOpen: (address: InboxAddress) => void;
}

/** Narrows the list, and keeps it under a name. */
export function InboxFilter({ address, saved, filter, sort, onOpen }: InboxFilterProps) {
  const [about, setAbout] = useState<'new' | 'change'>('new');
  const [isAsking, setIsAsking] = useState(false);
  const isOn = isFiltered(address);
  const list = { filter, orderBy: orders[sort] };
  const ask = (next: typeof about) => {
    setAbout(next);
    setIsAsking(true);
  };
  return (
    <>
      <Menu
        className="max-h-96 w-60"
        trigger={
          <IconButton
            label={isOn ? 'Filter: on' : 'Filter'}
            icon={<ListFilter aria-hidden="true" />}
            className={classNames('max-md:size-10', isOn && 'bg-accent-soft text-accent-ink')}
          />
        }
      >
        <FilterItems address={address} saved={saved} onOpen={onOpen} onAsk={ask} />
      </Menu>
      <OnceOpen isOpen={isAsking}>
        <ViewDialog
          key={about}
          view={about === 'change' && saved ? saved : { name: '', isShared: false, ...list }}
          isOpen={isAsking}
          onOpenChange={setIsAsking}
          onSaved={(id) => onOpen({ ...openView, saved: id })}
        />
      </OnceOpen>
    </>
  );
}
