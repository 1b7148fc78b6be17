import { useRef } from 'react';
import { useNavigate } from 'react-router';
import {
  RemainingContactDocument,
  useContactDetailsDeletionsSubscription,
  useDeleteContactMutation,
} from '../../generated/graphql';
import { useToast } from '../../ui/toaster';
import { useRestoreContact } from '../deleted/use-restore-contact';

/**
 * Deletes the contact that is open and goes to the list; a toast takes it back. Tells, too, when someone else deletes it.
 * `expect`: that it is about to go by another way, which says so itself; or that it stays after all.
 */
export function useDeleteContact(contact: { id: string; name: string }, path: string) {
  const navigate = useNavigate();
  const toast = useToast();
  const isOwn = useRef(false);
  const [deleteContact, { loading, client }] = useDeleteContactMutation();
  const { restore, forget } = useRestoreContact();

  const bringBack = async () => {
    await restore(contact.id);
    await navigate(`${path}/contacts/${contact.id}`);
  };
  const undo = () => {
    bringBack().catch(() =>
      toast({
        text: `${contact.name} could not be brought back. A deleted contact is kept for 30 days; try again.`,
        tone: 'danger',
        action: { label: 'Try again', onSelect: undo },
      }),
    );
  };
  const leave = async (text: string) => {
    await navigate(`${path}/contacts`, { replace: true });
    forget();
    toast({ text, action: { label: 'Undo', onSelect: undo } });
  };

  /** Merged into another, it goes on there; else it is gone. */
  const follow = async () => {
    const query = { query: RemainingContactDocument, variables: { id: contact.id }, fetchPolicy: 'no-cache' } as const;
    const answer = await client.query(query).catch(() => undefined);
    const remaining = answer?.data?.contact;
    if (!remaining) return leave(`${contact.name} was just deleted elsewhere.`);
    await navigate(`${path}/contacts/${remaining.id}`, { replace: true });
    forget();
    toast({ text: `${contact.name} was just merged into ${remaining.name} elsewhere.` });
  };

  useContactDetailsDeletionsSubscription({
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (data?.contactDeleted === contact.id && !isOwn.current) void follow();
    },
  });

  const remove = async () => {
    isOwn.current = true;
    try {
      const { data } = await deleteContact({ variables: { input: { id: contact.id } } });
      const { deletedContactId, userErrors = [] } = data?.deleteContact ?? {};
      if (deletedContactId) return await leave(`${contact.name} and its conversations are deleted.`);
      toast({ text: userErrors[0]?.message ?? `${contact.name} could not be deleted.`, tone: 'danger' });
    } catch {
      toast({ text: `${contact.name} was not deleted: the service does not answer. Try again.`, tone: 'danger' });
    }
    isOwn.current = false;
  };
  const expect = (isGoing: boolean) => {
    isOwn.current = isGoing;
  };
  return { remove, isRemoving: loading, expect };
}
