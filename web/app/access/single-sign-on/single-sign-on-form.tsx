import { useState } from 'react';
import {
  type Role,
  type SingleSignOnForm_SingleSignOnFragment,
  useSetSingleSignOnMutation,
} from '../../generated/graphql';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { useToast } from '../../ui/toaster';
import { FormMessage } from '../form-message';
import { roles } from '../members/roles';
import { useInputForm } from '../use-input-form';

interface SingleSignOnFormProps {
  tenantId: string;
  /** Null where the company has no provider yet. */
  singleSignOn: SingleSignOnForm_SingleSignOnFragment | null;
  onSet: () => void;
}

/** The secret is asked for each time: nobody is shown it again. */
export function SingleSignOnForm({ tenantId, singleSignOn, onSet }: SingleSignOnFormProps) {
  const { issuer = '', clientId = '' } = singleSignOn ?? {};
  const [role, setRole] = useState<Role>(singleSignOn?.role ?? 'MEMBER');
  const form = useInputForm('SetSingleSignOnInput', { issuer, clientId, clientSecret: '' });
  const [set] = useSetSingleSignOnMutation();
  const toast = useToast();
  const submit = form.submit(async (values) => {
    const { data } = await set({ variables: { input: { tenantId, role, ...values } } });
    if (data?.setSingleSignOn.singleSignOn) {
      toast({ text: 'Your provider answers: people can sign in by it.' });
      onSet();
    }
    return data?.setSingleSignOn.userErrors;
  });
  return (
    <form noValidate method="post" onSubmit={submit} className="flex flex-col gap-4 px-5 pt-2 pb-5">
      <FormMessage text={form.formError} />
      <TextField
        label="Issuer"
        type="url"
        placeholder="https://login.example"
        autoComplete="off"
        isRequired
        {...form.wire('issuer')}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField label="Client ID" autoComplete="off" isRequired {...form.wire('clientId')} />
        <TextField label="Client secret" type="password" autoComplete="off" isRequired {...form.wire('clientSecret')} />
      </div>
      <div className="sm:w-48">
        <SelectField label="Role of whoever is new" value={role} options={rolesOfNewcomers} onChange={setRole} />
      </div>
      <p className="text-detail text-ink-muted">
        {roles.find(({ value }) => value === role)?.text}
        {singleSignOn && ' Saving ends the sessions by single sign-on: people sign in anew.'}
      </p>
      <Button type="submit" variant="primary" isBusy={form.isBusy} className="self-start">
        Save
      </Button>
    </form>
  );
}

/** Owners are appointed by owners. */
const rolesOfNewcomers = roles.filter(({ value }) => value !== 'OWNER');
