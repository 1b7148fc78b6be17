import { Search } from 'lucide-react';
import { ActionKeys } from '../actions/action-keys';
import { ariaKey } from '../actions/key-words';
import { useRun } from '../actions/provider';
import { actionOf } from '../actions/registry';

const { key } = actionOf('menu.open');

/** Opens the command menu; on a phone, an icon. */
export const SearchButton = () => (
  <button
    type="button"
    aria-keyshortcuts={ariaKey(key)}
    onClick={useRun('menu.open')}
    className="flex size-10 shrink-0 items-center justify-center gap-2.5 rounded-control text-ink-muted hover:bg-hover hover:text-ink md:h-9 md:w-full md:justify-start md:px-2.5"
  >
    <Search aria-hidden="true" className="size-4.5 shrink-0" />
    <span className="flex-1 text-left font-medium max-md:sr-only">
      Search<span className="sr-only"> and commands</span>
    </span>
    <ActionKeys action="menu.open" />
  </button>
);
