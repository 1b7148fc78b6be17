import { BellOff, Settings } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { type NotificationRow_NotificationFragment, useNotificationsQuery } from '../generated/graphql';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { MoreButton } from '../ui/more-button';
import { Skeleton, SkeletonRegion } from '../ui/skeleton';
import { NotificationRow } from './notification-row';
import { useMarkNotifications } from './use-mark-notifications';

interface NotificationListProps {
  /** The company's. */
  path: string;
  unread: number;
  /** Something else was opened from it. */
  onLeave: () => void;
}

/** What the viewer is to know, the newest first. */
export function NotificationList({ path, unread, onLeave }: NotificationListProps) {
  const { data, error, loading, refetch, fetchMore } = useNotificationsQuery({ fetchPolicy: 'cache-and-network' });
  const { mark, isBusy } = useMarkNotifications();
  const rows = data?.notifications.nodes ?? [];
  const pageInfo = data?.notifications.pageInfo;
  const more = () => fetchMore({ variables: { after: pageInfo?.endCursor ?? null } });
  return (
    <div className="flex max-h-[min(32rem,70dvh)] flex-col">
      <div className="flex min-h-12 items-center gap-2 border-line border-b py-1 pr-2 pl-4">
        <h2 className="flex-1 font-semibold text-ink">Notifications</h2>
        {unread > 0 && (
          <Button size="small" variant="quiet" isBusy={isBusy} onClick={() => void mark({ all: true })}>
            Mark all read
          </Button>
        )}
        <Link
          to={`${path}/settings/notifications`}
          onClick={onLeave}
          aria-label="What to be told of"
          className="flex size-9 items-center justify-center rounded-control text-ink-muted hover:bg-hover hover:text-ink max-md:size-10"
        >
          <Settings aria-hidden="true" className="size-4.5" />
        </Link>
      </div>
      {!data && error && <ErrorState onRetry={() => void refetch().catch(() => undefined)} isRetrying={loading} />}
      {!data && !error && <ListSkeleton />}
      {data && rows.length === 0 && (
        <EmptyState icon={<BellOff />} title="Nothing to know">
          You are told here of what concerns you.
        </EmptyState>
      )}
      {rows.length > 0 && (
        <Rows rows={rows} path={path} onMark={(row) => void mark({ ids: [row.id] })} onLeave={onLeave}>
          {pageInfo?.hasNextPage && (
            <MoreButton size="small" onMore={more} className="m-2 self-center">
              Show earlier ones
            </MoreButton>
          )}
        </Rows>
      )}
    </div>
  );
}

interface RowsProps {
  rows: readonly NotificationRow_NotificationFragment[];
  path: string;
  onMark: (row: NotificationRow_NotificationFragment) => void;
  onLeave: () => void;
  children: React.ReactNode;
}

function Rows({ rows, path, onMark, onLeave, children }: RowsProps) {
  return (
    <div className="flex min-h-0 flex-col overflow-y-auto">
      <ul aria-label="Notifications" onKeyDown={moveFocus} className="flex flex-col">
        {rows.map((row) => (
          <li key={row.id} className="flex border-line border-b last:border-0">
            <NotificationRow
              notification={row}
              to={`${path}/inbox/${row.conversation.id}`}
              onOpen={() => {
                if (!row.isRead) onMark(row);
                onLeave();
              }}
              onMark={() => onMark(row)}
            />
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}

/** Arrows go from one to the next, as Tab goes to all that can be pressed. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const item = (event.target as Element).closest('li');
  links[links.findIndex((link) => item?.contains(link)) + step]?.focus();
  event.preventDefault();
}

const ListSkeleton = () => (
  <SkeletonRegion label="The notifications are loading">
    <div className="flex flex-col gap-4 p-4">
      <Skeleton className="w-full" />
      <Skeleton className="w-2/3" />
      <Skeleton className="w-full" />
    </div>
  </SkeletonRegion>
);
