import { useState } from 'react';
import {
  useContactListChangesSubscription,
  useContactListConversationsSubscription,
  useContactListDeletionsSubscription,
  useContactListMessagesSubscription,
} from '../../generated/graphql';
import type { ContactSort } from './list-address';

interface ListChanges {
  deletedIds: ReadonlySet<string>;
  /** Contacts created since the list was read, and not in it. */
  newIds: ReadonlySet<string>;
  /** Contacts who wrote since the list was read, and for that would stand elsewhere in it. */
  wroteIds: ReadonlySet<string>;
  /** The list has been read again. */
  forget: () => void;
}

const none: ReadonlySet<string> = new Set();

/**
 * What happens to contacts while their list is open. Rows change in place, by the cache; none moves, appears or goes
 * under the pointer: additions, deletions and who wrote are told, for the list to show them when its reader wants.
 */
export function useListChanges(shownIds: readonly string[], sort: ContactSort): ListChanges {
  const [deletedIds, setDeletedIds] = useState(none);
  const [newIds, setNewIds] = useState(none);
  const [wroteIds, setWroteIds] = useState(none);

  useContactListChangesSubscription({
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (!data) return;
      const { id, createdAt, updatedAt } = data.contactChanged;
      setDeletedIds((ids) => without(ids, id));
      // Edited contacts further down the list are no news.
      if (createdAt === updatedAt && !shownIds.includes(id)) setNewIds((ids) => new Set(ids).add(id));
    },
  });
  useContactListDeletionsSubscription({
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (!data) return;
      const id = data.contactDeleted;
      setNewIds((ids) => without(ids, id));
      setWroteIds((ids) => without(ids, id));
      if (shownIds.includes(id)) setDeletedIds((ids) => new Set(ids).add(id));
    },
  });
  useContactListConversationsSubscription({ ignoreResults: true });
  useContactListMessagesSubscription({
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (data?.messageSent.senderType !== 'CONTACT') return;
      const { id } = data.messageSent.conversation.contact;
      if (movesUp(id, shownIds, sort)) setWroteIds((ids) => new Set(ids).add(id));
    },
  });

  const forget = () => {
    setDeletedIds(none);
    setNewIds(none);
    setWroteIds(none);
  };
  return { deletedIds, newIds, wroteIds: new Set([...wroteIds].filter((id) => !newIds.has(id))), forget };
}

/** Whether the list, read again, would have the contact elsewhere. In an order by name or age, its row tells all there is. */
const movesUp = (id: string, shownIds: readonly string[], sort: ContactSort): boolean =>
  sort === 'activity' || (sort === '-activity' && shownIds[0] !== id);

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  if (!ids.has(id)) return ids;
  return new Set([...ids].filter((each) => each !== id));
}
