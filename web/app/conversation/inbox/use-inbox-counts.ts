import { useEffect, useRef } from 'react';
import { type InboxCountsQuery, useInboxChangesSubscription, useInboxCountsQuery } from '../../generated/graphql';

/** Many changes that come together are counted once. */
const settleMs = 1_000;

/** How many conversations each view has, up to date a moment after each change; undefined until they are known. */
export function useInboxCounts(): InboxCountsQuery['inboxCounts'] | undefined {
  const { data, refetch } = useInboxCountsQuery();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useInboxChangesSubscription({
    ignoreResults: true,
    onData: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void refetch().catch(() => undefined), settleMs);
    },
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return data?.inboxCounts;
}
