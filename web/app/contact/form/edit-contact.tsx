import type { FormEvent } from 'react';
import { type ContactDetails_ContactFragment, useUpdateContactMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { useToast } from '../../ui/toaster';
import { ContactFields } from './contact-fields';
import { changesOf, valuesOf } from './contact-values';
import { useContactForm } from './use-contact-form';

interface EditContactProps {
  contact: ContactDetails_ContactFragment;
  title: string;
  /** The company's path. */
  path: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

export const EditContact = ({ contact, title, path, isOpen, onOpenChange }: EditContactProps) => (
  <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={title}>
    <EditForm contact={contact} path={path} onDone={() => onOpenChange(false)} />
  </Dialog>
);

const unanswered = 'The changes were not saved: the service does not answer. Your entries are kept; try again.';

interface EditFormProps extends Pick<EditContactProps, 'contact' | 'path'> {
  onDone: () => void;
}

function EditForm({ contact, path, onDone }: EditFormProps) {
  const before = valuesOf(contact);
  const form = useContactForm(
    'UpdateContactInput',
    before,
    contact.fields.map(({ field }) => field),
  );
  const toast = useToast();
  const [update, { loading }] = useUpdateContactMutation();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await form.check())) return;
    const changes = changesOf(before, form.values);
    if (!changes) return onDone();
    try {
      const { data } = await update({ variables: { input: { id: contact.id, ...changes } } });
      const { contact: saved, userErrors = [] } = data?.updateContact ?? {};
      if (!saved) return form.refuse(userErrors);
      toast({ text: 'The changes are saved.' });
      onDone();
    } catch {
      form.setFormError(unanswered);
    }
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-6">
      <ContactFields form={form} path={path} ownId={contact.id} />
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" isBusy={loading}>
          Save changes
        </Button>
      </div>
    </form>
  );
}
