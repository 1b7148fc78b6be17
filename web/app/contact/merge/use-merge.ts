import { useMergeContactsMutation, useUndoMergeMutation } from '../../generated/graphql';
import { useToast } from '../../ui/toaster';

/** Everywhere a contact or its conversations are listed or counted. */
const affected = ['contact', 'contacts', 'conversations', 'contactFacets', 'duplicates', 'inboxCounts'];

interface Merging {
  intoId: string;
  fromId: string;
  choose: string[];
}

/** `onChanged`: after a merge, and after its undoing, with the contact that is to be shown then. */
export function useMerge(onChanged: (contactId: string) => void) {
  const toast = useToast();
  const [mergeContacts, { loading, client }] = useMergeContactsMutation();
  const [undoMerge] = useUndoMergeMutation();
  const forget = () => {
    for (const fieldName of affected) client.cache.evict({ id: 'ROOT_QUERY', fieldName });
  };

  const undo = async (id: string): Promise<void> => {
    const answer = await undoMerge({ variables: { input: { id } } }).catch(() => null);
    const { contact, restoredContact, userErrors = [] } = answer?.data?.undoMerge ?? {};
    if (!contact || !restoredContact) {
      const text = userErrors[0]?.message ?? 'The merge was not undone: the service does not answer.';
      return toast({ text, tone: 'danger', action: { label: 'Try again', onSelect: () => void undo(id) } });
    }
    forget();
    toast({ text: `${contact.name} and ${restoredContact.name} are two contacts again.` });
    onChanged(contact.id);
  };

  /** Answers what kept them from being merged; null where they are. */
  const merge = async ({ intoId, fromId, choose }: Merging): Promise<string | null> => {
    const answer = await mergeContacts({ variables: { input: { intoId, fromId, choose } } }).catch(() => null);
    const { contact, merge: merged, userErrors = [] } = answer?.data?.mergeContacts ?? {};
    if (!contact || !merged)
      return userErrors[0]?.message ?? 'They were not merged: the service does not answer. Try again.';
    client.cache.evict({ id: client.cache.identify({ __typename: 'Contact', id: fromId }) ?? '' });
    forget();
    toast({
      text: `${merged.fromName} was merged into ${contact.name}.`,
      action: { label: 'Undo', onSelect: () => void undo(merged.id) },
    });
    onChanged(contact.id);
    return null;
  };
  return { merge, undo, isMerging: loading };
}
