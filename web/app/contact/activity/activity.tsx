import { History } from 'lucide-react';
import { useState } from 'react';
import { IfMay } from '../../access/permissions';
import {
  useContactActivityConversationsSubscription,
  useContactActivityQuery,
  useContactDetailsChangesSubscription,
} from '../../generated/graphql';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Skeleton, SkeletonRegion } from '../../ui/skeleton';
import { ActivityEntry, type Entry } from './activity-entry';
import { NoteComposer } from './note-composer';

interface ActivityProps {
  contactId: string;
  /** Of the company. */
  path: string;
}

/** What happened with the contact, the newest first, and what colleagues note about them. */
export function Activity({ contactId, path }: ActivityProps) {
  const { data, error, loading, refetch, fetchMore } = useContactActivityQuery({
    variables: { id: contactId },
    fetchPolicy: 'cache-and-network',
  });
  const [isReadingOlder, setIsReadingOlder] = useState(false);
  const reread = () => void refetch().catch(() => undefined);
  useContactDetailsChangesSubscription({
    ignoreResults: true,
    onData: ({ data: { data: changed } }) => {
      if (changed?.contactChanged.id === contactId) reread();
    },
  });
  const timeline = data?.contact?.timeline;
  useContactActivityConversationsSubscription({
    ignoreResults: true,
    onData: ({ data: { data: changed } }) => {
      const conversation = changed?.conversationChanged;
      if (conversation?.contact.id === contactId && timeline && isMissing(timeline.nodes, conversation)) reread();
    },
  });
  const names = new Map(
    [...(data?.deletedCustomFields ?? []), ...(data?.customFields ?? [])].map(({ key, name }) => [key, name]),
  );
  const readOlder = async () => {
    setIsReadingOlder(true);
    await fetchMore({ variables: { after: timeline?.pageInfo.endCursor ?? null } }).catch(() => undefined);
    setIsReadingOlder(false);
  };
  return (
    <div className="flex flex-col gap-5">
      <IfMay permission="contacts:write">
        <NoteComposer contactId={contactId} onWritten={reread} />
      </IfMay>
      {!timeline && !error && <ActivitySkeleton />}
      {!timeline && error && <ErrorState onRetry={reread} isRetrying={loading} />}
      {timeline?.nodes.length === 0 && (
        <EmptyState icon={<History />} title="Nothing yet">
          What happens with this contact is told here.
        </EmptyState>
      )}
      {timeline && timeline.nodes.length > 0 && (
        <ol aria-label="Activity" className="flex flex-col">
          {timeline.nodes.map((entry) => (
            <ActivityEntry
              key={`${entry.__typename} ${entry.id}`}
              entry={entry}
              {...{ contactId, path, names }}
              onChanged={reread}
            />
          ))}
        </ol>
      )}
      {timeline?.pageInfo.hasNextPage && (
        <Button size="small" onClick={() => void readOlder()} isBusy={isReadingOlder} className="self-center">
          Load older
        </Button>
      )}
    </div>
  );
}

/** One from before the oldest entry may stand on a page that nobody has opened. */
function isMissing(entries: readonly Entry[], { id, createdAt }: { id: string; createdAt: string }): boolean {
  const oldest = entries.at(-1)?.occurredAt;
  return (oldest === undefined || createdAt > oldest) && !entries.some((entry) => entry.id === id);
}

const ActivitySkeleton = () => (
  <SkeletonRegion label="The activity is loading" className="flex flex-col gap-4">
    {['w-48', 'w-56', 'w-40'].map((width) => (
      <div key={width} className="flex gap-3">
        <Skeleton className="size-6 rounded-full" />
        <div className="flex flex-col gap-2">
          <Skeleton className={width} />
          <Skeleton className="w-24" />
        </div>
      </div>
    ))}
  </SkeletonRegion>
);
