import { useState } from 'react';
import {
  useContactListChangesSubscription,
  useContactListConversationsSubscription,
  useContactListDeletionsSubscription,
} from '../../generated/graphql';

interface ListChanges {
  deletedIds: ReadonlySet<string>;
  /** Contacts created since the list was read, and not in it. */
  newIds: ReadonlySet<string>;
  /** The list has been read again. */
  forget: () => void;
}

const none: ReadonlySet<string> = new Set();

/**
 * What happens to contacts while their list is open. Rows change in place, by the cache; none moves, appears or goes
 * under the pointer: additions and deletions are told, for the list to show them when its reader wants.
 */
export function useListChanges(shownIds: readonly string[]): ListChanges {
  const [deletedIds, setDeletedIds] = useState(none);
  const [newIds, setNewIds] = useState(none);

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
      if (shownIds.includes(id)) setDeletedIds((ids) => new Set(ids).add(id));
    },
  });
  useContactListConversationsSubscription({ ignoreResults: true });

  const forget = () => {
    setDeletedIds(none);
    setNewIds(none);
  };
  return { deletedIds, newIds, forget };
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  if (!ids.has(id)) return ids;
  return new Set([...ids].filter((each) => each !== id));
}
