import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useActions } from '../actions/provider';
import { useMarkUnread } from './use-mark-unread';

interface Read {
  id: string;
  unreadCount: number;
  /** Also the last message's number. */
  messageCount: number;
}

/** What is open is read, up to its last message, as long as somebody can see it; unless they mark it unread again. */
export function useMarkRead(conversation: Read | null | undefined): void {
  const isInSight = useIsInSight();
  const client = useApolloClient();
  const markUnread = useMarkUnread();
  const handled = useRef(0);
  const { id, unreadCount = 0, messageCount: number = 0 } = conversation ?? {};

  useEffect(() => {
    if (!id || unreadCount === 0 || !isInSight || number <= handled.current) return;
    handled.current = number;
    import('./write-unread')
      .then(({ markRead }) => markRead(client, id, number))
      // The next look at it tries again.
      .catch(() => undefined);
  }, [id, unreadCount, number, isInSight, client]);

  const setUnread = () => {
    if (!id) return;
    handled.current = number;
    void markUnread([id]);
  };
  useActions({ 'conversation.unread': number > 0 && setUnread });
}

function useIsInSight(): boolean {
  const [isInSight, setIsInSight] = useState(false);
  useEffect(() => {
    const look = () => setIsInSight(document.visibilityState === 'visible');
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return isInSight;
}
