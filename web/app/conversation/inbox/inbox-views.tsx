import {
  AlarmClock,
  Bookmark,
  CircleCheck,
  CircleUserRound,
  Inbox,
  type LucideIcon,
  Mail,
  UserRoundX,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useSavedViewsQuery } from '../../generated/graphql';
import { LabelDot } from '../../labels/label-chip';
import { classNames } from '../../ui/class-names';
import { formatCount } from '../../ui/format';
import {
  type InboxAddress,
  type InboxView,
  inboxViews,
  openView,
  readInboxAddress,
  writeInboxAddress,
} from './inbox-address';
import { useInboxCounts } from './use-inbox-counts';

const icons: Record<InboxView, LucideIcon> = {
  mine: CircleUserRound,
  unassigned: UserRoundX,
  open: Inbox,
  unread: Mail,
  snoozed: AlarmClock,
  closed: CircleCheck,
};

interface InboxViewsProps {
  /** Of the inbox. */
  path: string;
  className?: string;
}

/** The inbox's parts, saved views, and the company's labels, with how many conversations each has. */
export function InboxViews({ path, className }: InboxViewsProps) {
  const [params] = useSearchParams();
  const counts = useInboxCounts();
  const savedViews = useSavedViewsQuery().data?.savedViews;
  const address = readInboxAddress(params);
  const { sort } = address;
  return (
    <ul aria-label="Views of the inbox" className={className}>
      {(Object.keys(inboxViews) as InboxView[]).map((view) => {
        const Icon = icons[view];
        return (
          <ViewLink
            key={view}
            to={{ ...openView, view, sort }}
            path={path}
            isOpen={address.view === view && address.label === null && address.saved === null}
            icon={<Icon aria-hidden="true" className="size-4 shrink-0" />}
            words={inboxViews[view]}
            count={counts?.[view]}
          />
        );
      })}
      {savedViews?.map(({ id, name }) => (
        <ViewLink
          key={id}
          to={{ ...openView, saved: id }}
          path={path}
          isOpen={address.saved === id}
          icon={<Bookmark aria-hidden="true" className="size-4 shrink-0" />}
          words={name}
          count={undefined}
        />
      ))}
      {counts?.labels.map(({ label, count }) => (
        <ViewLink
          key={label.id}
          to={{ ...openView, label: label.id, sort }}
          path={path}
          isOpen={address.label === label.id}
          icon={
            <span className="flex size-4 shrink-0 items-center justify-center">
              <LabelDot colour={label.colour} />
            </span>
          }
          words={label.name}
          count={count}
        />
      ))}
    </ul>
  );
}

interface ViewLinkProps {
  to: InboxAddress;
  path: string;
  isOpen: boolean;
  icon: ReactNode;
  words: string;
  count: number | undefined;
}

const ViewLink = ({ to, path, isOpen, icon, words, count }: ViewLinkProps) => (
  <li>
    <Link
      to={path + writeInboxAddress(to)}
      prefetch="intent"
      aria-current={isOpen ? 'true' : undefined}
      className={classNames(
        'flex h-8 items-center gap-2.5 rounded-control px-2.5 text-ink-muted transition-colors duration-100 hover:bg-hover hover:text-ink',
        isOpen && 'bg-sunken font-medium text-ink',
      )}
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{words}</span>
      <span className="text-ink-muted text-xs tabular-nums">{count === undefined ? '' : formatCount(count)}</span>
    </Link>
  </li>
);
