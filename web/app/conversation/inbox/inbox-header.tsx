import { ArrowDownUp, Check, ChevronDown } from 'lucide-react';
import { useNavigate } from 'react-router';
import { type ConversationFilter, useInboxCountsQuery, useSavedViewsQuery } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { classNames } from '../../ui/class-names';
import { IconButton } from '../../ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu';
import {
  type InboxAddress,
  type InboxSort,
  type InboxView,
  inboxSorts,
  inboxViews,
  openView,
  type SavedView,
  sortOf,
  writeInboxAddress,
} from './inbox-address';
import { InboxFilter } from './inbox-filter';

interface InboxHeaderProps {
  address: InboxAddress;
  /** The view that the address names. */
  saved: SavedView | null;
  /** What both ask for. */
  filter: ConversationFilter;
  /** Of the inbox. */
  path: string;
}

/** Which view this is, in which order; on a phone, the way to the other views too. */
export function InboxHeader({ address, saved, filter, path }: InboxHeaderProps) {
  const navigate = useNavigate();
  const open = (next: InboxAddress) => void navigate(path + writeInboxAddress(next));
  const labels = useInboxCountsQuery().data?.inboxCounts.labels;
  const savedViews = useSavedViewsQuery().data?.savedViews;
  const chosen = labels?.find(({ label: { id } }) => id === address.label);
  const label = saved?.name ?? chosen?.label.name ?? inboxViews[address.view];
  const current = sortOf(address, saved);
  const { sort } = address;
  return (
    <header className="flex min-h-14 shrink-0 items-center justify-between gap-2 border-line border-b py-2 pr-3 pl-4">
      <h1 className="truncate font-semibold text-base text-ink max-md:sr-only">{label}</h1>
      <Menu
        align="start"
        trigger={
          <Button variant="quiet" className="-ml-2 min-w-0 font-semibold text-base text-ink md:hidden">
            <span className="sr-only">View:</span>
            {label}
            <ChevronDown aria-hidden="true" />
          </Button>
        }
      >
        {Object.entries(inboxViews).map(([view, words]) => (
          <Choice
            key={view}
            words={words}
            isChosen={view === address.view && address.label === null && address.saved === null}
            onChoose={() => open({ ...openView, view: view as InboxView, sort })}
          />
        ))}
        {savedViews && savedViews.length > 0 && <MenuSeparator />}
        {savedViews?.map(({ id, name }) => (
          <Choice
            key={id}
            words={name}
            isChosen={id === address.saved}
            onChoose={() => open({ ...openView, saved: id })}
          />
        ))}
        {labels && labels.length > 0 && <MenuSeparator />}
        {labels?.map(({ label: { id, name } }) => (
          <Choice
            key={id}
            words={name}
            isChosen={id === address.label}
            onChoose={() => open({ ...openView, label: id, sort })}
          />
        ))}
      </Menu>
      <span className="ml-auto flex">
        <InboxFilter address={address} saved={saved} filter={filter} sort={current} onOpen={open} />
        <Menu
          trigger={
            <IconButton
              label={`Order: ${inboxSorts[current]}`}
              icon={<ArrowDownUp aria-hidden="true" />}
              className="max-md:size-10"
            />
          }
        >
          {Object.entries(inboxSorts).map(([each, words]) => (
            <Choice
              key={each}
              words={words}
              isChosen={each === current}
              onChoose={() => open({ ...address, sort: each as InboxSort })}
            />
          ))}
        </Menu>
      </span>
    </header>
  );
}

const Choice = ({ words, isChosen, onChoose }: { words: string; isChosen: boolean; onChoose: () => void }) => (
  <MenuItem
    role="menuitemradio"
    aria-checked={isChosen}
    icon={<Check aria-hidden="true" className={classNames(!isChosen && 'invisible')} />}
    onSelect={onChoose}
  >
    {words}
  </MenuItem>
);
