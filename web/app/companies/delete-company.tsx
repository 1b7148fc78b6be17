import { FormMessage } from '../access/form-message';
import { useInputForm } from '../access/use-input-form';
import { useDeleteCompanyMutation, useDeletionGraceQuery } from '../generated/graphql';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { formatPlural } from '../ui/format';
import { TextField } from '../ui/text-field';

interface DeleteCompanyProps {
  company: { id: string; name: string };
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onDeleted: () => void;
}

/** Says what happens and until when it can be taken back, and has the name typed. */
export const DeleteCompany = ({ company, isOpen, onOpenChange, onDeleted }: DeleteCompanyProps) => (
  <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={`Delete ${company.name}?`}>
    <DeleteForm company={company} onDeleted={onDeleted} onCancel={() => onOpenChange(false)} />
  </Dialog>
);

interface DeleteFormProps extends Pick<DeleteCompanyProps, 'company' | 'onDeleted'> {
  onCancel: () => void;
}

function DeleteForm({ company: { id, name }, onDeleted, onCancel }: DeleteFormProps) {
  const days = useDeletionGraceQuery().data?.deletionGraceDays;
  const form = useInputForm('DeleteTenantInput', { confirmName: '' });
  const [remove] = useDeleteCompanyMutation();
  const submit = form.submit(async ({ confirmName }) => {
    const { data } = await remove({ variables: { input: { id, confirmName } } });
    if (data?.deleteTenant.closedTenant) onDeleted();
    return data?.deleteTenant.userErrors;
  });
  return (
    <form noValidate method="post" onSubmit={submit} className="flex flex-col gap-4">
      <FormMessage text={form.formError} />
      <ul className="flex list-disc flex-col gap-1.5 pl-5 text-ink-muted">
        <li>It is closed at once, for all of its members and programs.</li>
        <li>{graceWords(days)}</li>
        <li>Then its contacts, conversations and messages are removed for good; a signed receipt says what was.</li>
      </ul>
      <TextField label={`Type ${name} to delete it`} autoComplete="off" {...form.wire('confirmName')} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="danger" isBusy={form.isBusy}>
          Delete company
        </Button>
      </div>
    </form>
  );
}

function graceWords(days: number | undefined): string {
  if (days === undefined) return 'For a time, an owner can restore it from the list of companies.';
  if (days === 0) return 'It cannot be restored: here, there is no time in between.';
  return `For ${formatPlural(days, 'day')}, an owner can restore it from the list of companies.`;
}
