import type { ApolloCache, ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useLiveState } from '../apollo/provider';
import { readAnew } from '../apollo/read-anew';
import {
  type NotificationRow_NotificationFragment,
  NotificationsDocument,
  UnreadNotificationsDocument,
  useNotificationAddedSubscription,
  useNotificationsReadSubscription,
} from '../generated/graphql';
import { showMarked } from './show-marked';

type Row = NotificationRow_NotificationFragment;

/** Many that come together are counted once. */
const settleMs = 1_000;

/** Keeps list and count up to date; `onAdded` hears of each that comes. */
export function useArrivals(onAdded: (notification: Row) => void): void {
  const client = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const recount = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void readCount(client), settleMs);
  };
  useNotificationAddedSubscription({
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (!data) return;
      addToList(client.cache, data.notificationAdded);
      recount();
      onAdded(data.notificationAdded);
    },
  });
  useNotificationsReadSubscription({
    ignoreResults: true,
    onData: ({ data: { data } }) => data && showMarked(client, data.notificationsRead),
  });
  useRecountAfterBreak(recount);
  useEffect(() => () => clearTimeout(timer.current), []);
}

/** What other devices have marked during the break was not heard. */
function useRecountAfterBreak(recount: () => void): void {
  const state = useLiveState();
  const wasOffline = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that the line is back
  useEffect(() => {
    if (state === 'live' && wasOffline.current) recount();
    if (state !== 'connecting') wasOffline.current = state === 'offline';
  }, [state]);
}

/** What the API counts is right, whatever a page has heard of. */
const readCount = (client: ApolloClient): Promise<unknown> => readAnew(client, UnreadNotificationsDocument);

/** Where the list was read; else it is read when somebody opens it. */
const addToList = (cache: ApolloCache, added: Row): void =>
  void cache.updateQuery({ query: NotificationsDocument, variables: {} }, (known) => {
    if (!known || known.notifications.nodes.some(({ id }) => id === added.id)) return known;
    const { notifications } = known;
    return { ...known, notifications: { ...notifications, nodes: [added, ...notifications.nodes] } };
  });
