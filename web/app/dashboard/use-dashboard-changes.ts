import { useEffect, useRef } from 'react';
import {
  useDashboardContactsSubscription,
  useDashboardConversationsSubscription,
  useDashboardDeletionsSubscription,
  useDashboardMessagesSubscription,
} from '../generated/graphql';

/** However much happens, the numbers are asked for this often at most. */
const refreshEveryMs = 1_500;

/** Calls `refresh` soon after something in the company has changed. */
export function useDashboardChanges(refresh: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onData = () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      refresh();
    }, refreshEveryMs);
  };
  useDashboardMessagesSubscription({ onData });
  useDashboardConversationsSubscription({ onData });
  useDashboardContactsSubscription({ onData });
  useDashboardDeletionsSubscription({ onData });
  useEffect(() => () => clearTimeout(timer.current), []);
}
