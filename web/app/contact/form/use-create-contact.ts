import { useAttemptKey } from '../../apollo/use-attempt-key';
import { useCreateContactMutation } from '../../generated/graphql';
import { createInputOf } from './contact-values';
import type { ContactForm } from './use-contact-form';

const unanswered = 'The contact was not saved: the service does not answer. Your entries are kept; try again.';

interface Created {
  contactId: string;
  conversationId: string | null;
}

/** Saves the form's contact. Shape: null where the form now shows why it was not saved. */
export function useCreateContact(form: ContactForm) {
  const keyOf = useAttemptKey();
  const [create, { loading }] = useCreateContactMutation({
    // Lists and counts are read again where they are shown next.
    update: (cache, { data }) => {
      if (!data?.createContact.contact) return;
      cache.evict({ id: 'ROOT_QUERY', fieldName: 'contacts' });
      cache.evict({ id: 'ROOT_QUERY', fieldName: 'contactFacets' });
    },
  });

  const save = async (): Promise<Created | null> => {
    if (!(await form.check())) return null;
    const input = createInputOf(form.values);
    try {
      const { data } = await create({ variables: { input: { ...input, idempotencyKey: keyOf(input) } } });
      const { contact, conversation, userErrors = [] } = data?.createContact ?? {};
      if (contact) return { contactId: contact.id, conversationId: conversation?.id ?? null };
      form.refuse(userErrors);
    } catch {
      form.setFormError(unanswered);
    }
    return null;
  };
  return { save, isSaving: loading };
}
