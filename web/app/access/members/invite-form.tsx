import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { type Role, useInviteMemberMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { FormMessage } from '../form-message';
import { useMay } from '../permissions';
import { Secret } from '../secret';
import { useInputForm } from '../use-input-form';
import { roles, rolesToGive } from './roles';

interface InviteFormProps {
  tenantId: string;
  onInvited: () => void;
}

/** Mails an invitation, and shows its link this once for whoever would rather hand it over themselves. */
export function InviteForm({ tenantId, onInvited }: InviteFormProps) {
  const [role, setRole] = useState<Role>('MEMBER');
  const [made, setMade] = useState<{ email: string; link: string } | null>(null);
  const form = useInputForm('InviteMemberInput', { email: '' });
  const [invite] = useInviteMemberMutation();
  const submit = form.submit(async ({ email }) => {
    const { data } = await invite({ variables: { input: { tenantId, email, role } } });
    const { invitation, token, userErrors } = data?.inviteMember ?? {};
    if (invitation && token) {
      setMade({ email: invitation.email, link: `${window.location.origin}/invitation#${token}` });
      form.clear();
      onInvited();
    }
    return userErrors;
  });
  return (
    <form noValidate method="post" onSubmit={submit} className="flex flex-col gap-4 px-5 pt-2 pb-5">
      <FormMessage text={form.formError} />
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_10rem_auto]">
        <TextField label="Email" type="email" autoComplete="off" isRequired {...form.wire('email')} />
        <SelectField label="Role" value={role} options={rolesToGive(useMay('tenant:own'))} onChange={setRole} />
        <Button
          type="submit"
          variant="primary"
          icon={<UserPlus aria-hidden="true" />}
          isBusy={form.isBusy}
          className="sm:mt-6.5"
        >
          Invite
        </Button>
      </div>
      <p className="text-detail text-ink-muted">{roles.find(({ value }) => value === role)?.text}</p>
      {made && (
        <Secret what="invitation link" text={made.link}>
          {made.email} is invited for a week. The link is shown this once; only an account with that address can use it.
        </Secret>
      )}
    </form>
  );
}
