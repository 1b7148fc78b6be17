import type { ApolloCache, ApolloClient } from '@apollo/client';
import { readAnew } from '../apollo/read-anew';
import {
  NotificationsDocument,
  type NotificationsReadSubscription,
  UnreadNotificationsDocument,
} from '../generated/graphql';

/** What has been marked, here or elsewhere; without ids, all there were. */
export function showMarked(
  client: ApolloClient,
  { ids, unreadNotificationCount }: Omit<NotificationsReadSubscription['notificationsRead'], '__typename'>,
): void {
  const { cache } = client;
  cache.writeQuery({ query: UnreadNotificationsDocument, data: { unreadNotificationCount } });
  const known = listedIn(cache);
  // Which ones have come since, the list alone can tell.
  if (ids === null && unreadNotificationCount > 0 && known) void readAnew(client, NotificationsDocument);
  else for (const id of ids ?? known ?? []) cache.modify({ id: `Notification:${id}`, fields: { isRead: () => true } });
}

/** Null where nobody has opened the list. */
const listedIn = (cache: ApolloCache): string[] | null =>
  cache.readQuery({ query: NotificationsDocument, variables: {} })?.notifications.nodes.map(({ id }) => id) ?? null;
