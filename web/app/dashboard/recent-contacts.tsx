import { Link } from 'react-router';
import type { RecentContacts_ContactFragment } from '../generated/graphql';
import { Avatar } from '../ui/avatar';
import { CardSection } from '../ui/card';
import { RelativeTime } from '../ui/relative-time';
import { useSteadyOrder } from '../ui/use-steady-order';
import { CardLink } from './card-link';

interface RecentContactsProps {
  contacts: readonly RecentContacts_ContactFragment[];
  /** The company's path. */
  path: string;
}

export function RecentContacts({ contacts, path }: RecentContactsProps) {
  const { items, pointer } = useSteadyOrder(contacts);
  return (
    <CardSection
      id="recent-contacts"
      title="Recent contacts"
      action={<CardLink to={`${path}/contacts`}>All contacts</CardLink>}
    >
      <ul {...pointer} className="flex flex-col p-2">
        {items.map(({ id, name, email, phone, company, createdAt }) => (
          <li key={id}>
            <Link
              to={`${path}/contacts/${id}`}
              prefetch="intent"
              className="flex items-center gap-3 rounded-control px-3 py-2 hover:bg-hover"
            >
              <Avatar name={name} />
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="truncate font-medium text-ink">{name}</span>
                <span className="truncate text-detail text-ink-muted">
                  {[company, email ?? phone].filter(Boolean).join(' · ')}
                </span>
              </span>
              <RelativeTime at={createdAt} className="shrink-0 text-ink-muted text-xs" />
            </Link>
          </li>
        ))}
      </ul>
    </CardSection>
  );
}
