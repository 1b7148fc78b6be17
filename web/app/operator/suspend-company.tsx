import { FormMessage } from '../access/form-message';
import { useInputForm } from '../access/use-input-form';
import { useSuspendCompanyMutation } from '../generated/graphql';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextArea } from '../ui/text-area';

interface SuspendCompanyProps {
  company: { id: string; name: string };
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onSuspended: () => void;
}

export const SuspendCompany = ({ company, isOpen, onOpenChange, onSuspended }: SuspendCompanyProps) => (
  <Dialog
    isOpen={isOpen}
    onOpenChange={onOpenChange}
    title={`Suspend ${company.name}?`}
    description="It is closed to its members and programs within a second. Nothing is removed, and you can open it again."
  >
    <SuspendForm company={company} onSuspended={onSuspended} onCancel={() => onOpenChange(false)} />
  </Dialog>
);

interface SuspendFormProps extends Pick<SuspendCompanyProps, 'company' | 'onSuspended'> {
  onCancel: () => void;
}

function SuspendForm({ company: { id }, onSuspended, onCancel }: SuspendFormProps) {
  const form = useInputForm('SuspendTenantInput', { reason: '' });
  const [suspend] = useSuspendCompanyMutation();
  const submit = form.submit(async ({ reason }) => {
    const { data } = await suspend({ variables: { input: { id, reason } } });
    if (data?.suspendTenant.fleetTenant) onSuspended();
    return data?.suspendTenant.userErrors;
  });
  return (
    <form noValidate method="post" onSubmit={submit} className="flex flex-col gap-4">
      <FormMessage text={form.formError} />
      <TextArea label="Why" isRequired rows={3} hint="Its members read this." {...form.wire('reason')} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="danger" isBusy={form.isBusy}>
          Suspend company
        </Button>
      </div>
    </form>
  );
}
