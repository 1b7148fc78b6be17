import { PenLine } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { preload } from '../apollo/preload';
import { ContactFields } from '../contact/form/contact-fields';
import { blankContact } from '../contact/form/contact-values';
import { useContactForm } from '../contact/form/use-contact-form';
import { useCreateContact } from '../contact/form/use-create-contact';
import { useLeaveWarning } from '../contact/form/use-leave-warning';
import { ContactFieldsDocument, useContactFieldsQuery } from '../generated/graphql';
import { BackLink } from '../ui/back-link';
import { Button, LinkButton } from '../ui/button';
import { Card } from '../ui/card';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { PageHeader } from '../ui/page-header';
import { useToast } from '../ui/toaster';

const read = preload(ContactFieldsDocument, () => ({}));
export const loader = read;
export const clientLoader = read;

export default function NewContactRoute() {
  const { tenantId } = useParams();
  const path = `/tenant/${tenantId}`;
  const navigate = useNavigate();
  const toast = useToast();
  // Without them the form is there all the same: the API says what is missing.
  const { data } = useContactFieldsQuery();
  const form = useContactForm('CreateContactInput', blankContact, data?.customFields);
  const { save, isSaving } = useCreateContact(form);
  const [pressed, setPressed] = useState<'save' | 'write'>('save');
  const isSaved = useRef(false);
  const leaving = useLeaveWarning(() => form.values !== blankContact && !isSaved.current);

  const submit = async (next: 'save' | 'write') => {
    if (isSaving) return;
    setPressed(next);
    const created = await save();
    if (!created) return;
    isSaved.current = true;
    if (next === 'save') toast({ text: `${form.values.name.trim()} is saved.` });
    await navigate(`${path}/contacts/${created.contactId}${next === 'write' ? '?write=1' : ''}`, { replace: true });
  };
  return (
    <main
      id="content"
      data-begins-in-field
      className="mx-auto flex w-full max-w-2xl flex-col gap-5 px-4 py-6 sm:px-8 sm:py-8"
    >
      <title>New contact · Atrium</title>
      <PageHeader title="New contact" leading={<BackLink to={`${path}/contacts`} label="All contacts" />} />
      <Card className="p-5 sm:p-6">
        <form
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void submit('save');
          }}
          className="flex flex-col gap-6"
        >
          <ContactFields form={form} path={path} ownId={null} />
          <div className="flex flex-wrap justify-end gap-2 border-line border-t pt-5">
            <LinkButton to={`${path}/contacts`} variant="quiet">
              Cancel
            </LinkButton>
            <Button
              icon={<PenLine aria-hidden="true" />}
              isBusy={isSaving && pressed === 'write'}
              onClick={() => void submit('write')}
            >
              Save and write
            </Button>
            <Button type="submit" variant="primary" isBusy={isSaving && pressed === 'save'}>
              Save
            </Button>
          </div>
        </form>
      </Card>
      <ConfirmDialog
        isOpen={leaving.isAsking}
        onOpenChange={(isOpen) => !isOpen && leaving.stay()}
        title="Leave without saving?"
        cancelLabel="Keep editing"
        confirmLabel="Discard"
        onConfirm={leaving.leave}
        tone="danger"
      >
        What you entered about this contact will be lost.
      </ConfirmDialog>
    </main>
  );
}
