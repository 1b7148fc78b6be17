import { useApolloClient } from '@apollo/client/react';
import { useAction } from '../access/use-action';
import { MarkNotificationsReadDocument, type MarkNotificationsReadInput } from '../generated/graphql';
import { showMarked } from './show-marked';

/** Marks some, or all, of those that there are: they are read at once. */
export function useMarkNotifications() {
  const client = useApolloClient();
  const { act, isBusy } = useAction();
  const mark = (input: MarkNotificationsReadInput) =>
    act(async () => {
      const { data } = await client.mutate({ mutation: MarkNotificationsReadDocument, variables: { input } });
      const unreadNotificationCount = data?.markNotificationsRead.unreadNotificationCount;
      if (unreadNotificationCount == null) return data?.markNotificationsRead.userErrors;
      showMarked(client, { ids: input.ids ?? null, unreadNotificationCount });
      return undefined;
    });
  return { mark, isBusy };
}
