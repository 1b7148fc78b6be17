import { type ReactNode, Suspense } from 'react';
import { Link } from 'react-router';
import { useContactViewsQuery } from '../../generated/graphql';
import { classNames } from '../../ui/class-names';
import { lazyPart } from '../../ui/lazy-part';
import { type ListAddress, writeListAddress } from '../list/list-address';
import { addressOf, isAsKept } from './view-address';

const ViewMenu = lazyPart(() => import('./view-menu').then((parts) => parts.ViewMenu));

export interface ViewTabsProps {
  address: ListAddress;
  columns: readonly string[];
  onChange: (address: ListAddress) => void;
  /** Of the company. */
  path: string;
}

/** The views of contacts, and what can be done with the one that is open, or with a list that is none yet. */
export function ViewTabs({ address, columns, onChange, path }: ViewTabsProps) {
  const views = useContactViewsQuery().data?.contactViews ?? [];
  const open = views.find(({ id }) => id === address.view) ?? null;
  const isKept = isAsKept(address, open);
  if (views.length === 0 && isKept) return null;
  return (
    <div className="flex min-w-0 items-center gap-1 border-line border-b">
      <nav aria-label="Views" className="-mb-px min-w-0 overflow-x-auto [scrollbar-width:none]">
        <ul className="flex gap-1">
          <Tab to={`${path}/contacts`} isOpen={open === null}>
            All contacts
          </Tab>
          {views.map((view) => (
            <Tab key={view.id} to={`${path}/contacts?${writeListAddress(addressOf(view))}`} isOpen={view === open}>
              {view.name}
              {view === open && !isKept && <span aria-hidden="true"> •</span>}
            </Tab>
          ))}
        </ul>
      </nav>
      <Suspense fallback={null}>
        <ViewMenu view={open} isKept={isKept} address={address} columns={columns} onChange={onChange} />
      </Suspense>
    </div>
  );
}

const Tab = ({ to, isOpen, children }: { to: string; isOpen: boolean; children: ReactNode }) => (
  <li>
    <Link
      to={to}
      prefetch="intent"
      aria-current={isOpen ? 'page' : undefined}
      className={classNames(
        'flex h-9 max-w-48 items-center whitespace-nowrap border-b-2 px-3 font-medium max-md:h-11',
        isOpen ? 'border-accent text-ink' : 'border-transparent text-ink-muted hover:text-ink',
      )}
    >
      <span className="truncate">{children}</span>
    </Link>
  </li>
);
