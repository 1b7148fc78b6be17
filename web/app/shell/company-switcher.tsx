import { skipToken } from '@apollo/client/react';
import { Building2, Check, ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useApolloClients } from '../apollo/provider';
import { useSwitchableCompaniesQuery } from '../generated/graphql';
import { Avatar } from '../ui/avatar';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../ui/menu';
import { Skeleton } from '../ui/skeleton';

/** Which company this is, and the way to another one. The list is read when the menu is opened first. */
export function CompanySwitcher({ current }: { current: { name: string; slug: string } | undefined }) {
  const [wasOpened, setWasOpened] = useState(false);
  const client = useApolloClients().of(null).apollo;
  const { data, error } = useSwitchableCompaniesQuery(wasOpened ? { client } : skipToken);
  return (
    <Menu
      align="start"
      className="w-60"
      onOpenChange={(isOpen) => isOpen && setWasOpened(true)}
      trigger={
        <button
          type="button"
          className="flex h-10 w-full min-w-0 max-w-72 items-center gap-2.5 rounded-control px-2 text-left hover:bg-hover md:border md:border-line md:bg-surface md:shadow-card"
        >
          {current ? <Avatar name={current.name} size="small" shape="company" /> : <Skeleton className="size-6" />}
          <span className="sr-only">Company:</span>
          <span className="min-w-0 flex-1 truncate font-medium">{current?.name ?? <Skeleton className="w-24" />}</span>
          <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-ink-muted" />
        </button>
      }
    >
      <MenuLabel>Companies</MenuLabel>
      {data?.tenants.nodes.map(({ id, name, slug }) => (
        <MenuItem key={id} asChild>
          <Link to={`/tenant/${slug}/inbox`}>
            <Avatar name={name} size="small" shape="company" />
            <span className="min-w-0 flex-1 truncate">{name}</span>
            {slug === current?.slug && <Check aria-label="open now" />}
          </Link>
        </MenuItem>
      ))}
      {!data && <p className="px-2.5 py-1.5 text-ink-muted">{error ? 'The list could not be loaded.' : 'Loading…'}</p>}
      <MenuSeparator />
      <MenuItem asChild>
        <Link to="/?tab=choose">
          <Building2 aria-hidden="true" />
          {data?.tenants.pageInfo.hasNextPage ? 'All companies…' : 'Choose or create…'}
        </Link>
      </MenuItem>
    </Menu>
  );
}
