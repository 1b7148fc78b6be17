import { useState } from 'react';
import {
  type ConversationFilter,
  type InboxRow_ConversationFragment,
  useInboxChangesSubscription,
  useInboxMessagesSubscription,
} from '../../generated/graphql';
import { belongsTo, type InboxSort } from './inbox-address';

const none: ReadonlySet<string> = new Set();

/**
 * Conversations that the list, read again, would have elsewhere: that came since, or were written in. Rows change in place, by the cache;
 * none moves, appears or goes under the pointer or the keyboard.
 */
export function useInboxNews(
  rows: readonly InboxRow_ConversationFragment[],
  filter: ConversationFilter,
  sort: InboxSort,
) {
  const [ids, setIds] = useState(none);
  const note = (id: string) => setIds((known) => (known.has(id) ? known : new Set(known).add(id)));
  const isShown = (id: string) => rows.some((row) => row.id === id);

  useInboxChangesSubscription({
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      const changed = data?.conversationChanged;
      if (!changed) return;
      if (!belongsTo(filter, changed)) setIds((known) => without(known, changed.id));
      // Whether a search finds it, only the API knows.
      else if (!isShown(changed.id) && filter.search == null) note(changed.id);
    },
  });
  useInboxMessagesSubscription({
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (data?.messageSent.senderType !== 'CONTACT') return;
      const { id } = data.messageSent.conversation;
      const movesUp = sort === '-activity' ? rows[0]?.id !== id : true;
      if (isShown(id) && movesUp) note(id);
    },
  });
  return { count: ids.size, forget: () => setIds(none) };
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  if (!ids.has(id)) return ids;
  return new Set([...ids].filter((each) => each !== id));
}
