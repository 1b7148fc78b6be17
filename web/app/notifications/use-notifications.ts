import type { ApolloCache, ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useAction } from '../access/use-action';
import { useLiveState } from '../apollo/provider';
import { readAnew } from '../apollo/read-anew';
import {
  MarkNotificationsReadDocument,
  type MarkNotificationsReadInput,
  type NotificationRow_NotificationFragment,
  NotificationsDocument,
  UnreadNotificationsDocument,
  useNotificationAddedSubscription,
} from '../generated/graphql';

type Row = NotificationRow_NotificationFragment;

/** Many that come together are counted once. */
const settleMs = 1_000;

/** Keeps list and count up to date; `onAdded` hears of each that comes. */
export function useNotificationArrivals(onAdded: (notification: Row) => void): void {
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
  useRecountAfterBreak(recount);
  useEffect(() => () => clearTimeout(timer.current), []);
}

/** Whatever other devices have marked meanwhile. */
function useRecountAfterBreak(recount: () => void): void {
  const state = useLiveState();
  const wasOffline = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that the line is back
  useEffect(() => {
    if (state === 'live' && wasOffline.current) recount();
    if (state !== 'connecting') wasOffline.current = state === 'offline';
  }, [state]);
}

/** What the API counts is right, whatever a page has heard of and other devices have marked. */
const readCount = (client: ApolloClient): Promise<unknown> => readAnew(client, UnreadNotificationsDocument);

/** Where the list was read; else it is read when somebody opens it. */
const addToList = (cache: ApolloCache, added: Row): void =>
  void cache.updateQuery({ query: NotificationsDocument, variables: {} }, (known) => {
    if (!known || known.notifications.nodes.some(({ id }) => id === added.id)) return known;
    const { notifications } = known;
    return { ...known, notifications: { ...notifications, nodes: [added, ...notifications.nodes] } };
  });

/** Marks some, or all, of those that are shown: they are read at once. */
export function useMarkNotifications() {
  const client = useApolloClient();
  const { act, isBusy } = useAction();
  const mark = (input: MarkNotificationsReadInput, shown: readonly Row[]) =>
    act(async () => {
      const { data } = await client.mutate({ mutation: MarkNotificationsReadDocument, variables: { input } });
      const unreadNotificationCount = data?.markNotificationsRead.unreadNotificationCount;
      if (unreadNotificationCount == null) return data?.markNotificationsRead.userErrors;
      client.writeQuery({ query: UnreadNotificationsDocument, data: { unreadNotificationCount } });
      for (const row of shown) markInCache(client.cache, row);
      return undefined;
    });
  return { mark, isBusy };
}

const markInCache = (cache: ApolloCache, { __typename, id }: Row): void => {
  const ref = cache.identify({ __typename, id });
  if (ref) cache.modify({ id: ref, fields: { isRead: () => true } });
};
